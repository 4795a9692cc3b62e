/** Along which events does one matter run, and in which order? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import type { Relation } from '../../../src/core/story/story.ts'
import { findThreads } from '../../../src/core/story/thread.ts'

interface Threaded {
  readonly id: EventId
  readonly relations: readonly Relation[]
}

/** "b after a, at-odds-with c" */
function eventsOf(...lines: readonly string[]): readonly Threaded[] {
  return lines.map((line) => {
    const [id = '', ...rest] = line.split(' ')
    const relations = rest
      .join(' ')
      .split(', ')
      .filter((part) => part !== '')
      .map((part) => {
        const [is, to] = part.split(' ')
        return { is, to } as unknown as Relation
      })
    return { id: id as EventId, relations }
  })
}

function threadOf(id: string, ...lines: readonly string[]): string {
  return (findThreads(eventsOf(...lines)).get(id as EventId) ?? []).join(' ')
}

describe('a thread', () => {
  it('is what order, answer and part join, through others too, from either side', () => {
    const lines = ['a before b', 'b', 'c response-to b', 'd part-of c', 'e']
    for (const id of ['a', 'b', 'c', 'd']) expect(threadOf(id, ...lines)).toBe('a b c d')
    expect(threadOf('e', ...lines)).toBe('')
  })

  it('is not joined by how something is known', () => {
    expect(threadOf('a', 'a at-odds-with b, same-root c', 'b', 'c')).toBe('')
  })

  it('stands in reading order, except where relations say otherwise', () => {
    expect(threadOf('a', 'a after c', 'b part-of a', 'c')).toBe('b c a')
    expect(threadOf('a', 'a response-to b', 'b')).toBe('b a')
  })

  it('is followed to where it ends before it goes on elsewhere', () => {
    expect(threadOf('a', 'a', 'b after a', 'c after a', 'd response-to b', 'e part-of d')).toBe('a b d e c')
    expect(threadOf('a', 'a', 'b after a', 'c after a', 'd after b, after c')).toBe('a b c d')
  })

  it('does not hold an event that is joined only to itself or to one that is not in the story', () => {
    expect(threadOf('a', 'a before a, after nobody', 'b')).toBe('')
  })

  it('ends where relations run in a circle', () => {
    expect(threadOf('a', 'a before b', 'b before c', 'c before a').split(' ').sort()).toEqual(['a', 'b', 'c'])
  })
})

const kinds = ['before', 'after', 'response-to', 'part-of', 'at-odds-with', 'same-root'] as const
const someStory = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.array(
    fc.array(fc.record({ is: fc.constantFrom(...kinds), to: fc.nat({ max: count - 1 }) }), {
      maxLength: 3,
    }),
    { minLength: count, maxLength: count },
  ),
)
/** Which of the two comes later. */
const signs: Partial<Record<string, number>> = { before: -1, after: 1, 'response-to': 1 }
const build = (
  drawn: readonly (readonly { is: (typeof kinds)[number]; to: number }[])[],
): readonly Threaded[] =>
  drawn.map((relations, i) => ({
    id: `event-${i}` as EventId,
    relations: relations.map(({ is, to }) => ({ is, to: `event-${to}` as EventId })),
  }))

describe('threads', () => {
  it('law: each event is in one at most, once, and all of a thread have the same', () => {
    fc.assert(
      fc.property(someStory, (drawn) => {
        const threads = findThreads(build(drawn))
        for (const [id, thread] of threads) {
          expect(thread).toContain(id)
          expect(new Set(thread).size).toBe(thread.length)
          expect(thread.length).toBeGreaterThan(1)
          for (const member of thread) expect(threads.get(member)).toBe(thread)
        }
      }),
    )
  })

  it('law: what is before another stands before it, where nothing runs in a circle', () => {
    fc.assert(
      fc.property(someStory, (drawn) => {
        // Relations that only lead back cannot run in a circle.
        const events = build(
          drawn.map((relations, i) => relations.filter(({ is, to }) => (is === 'before' ? to > i : to < i))),
        )
        const threads = findThreads(events)
        for (const { id, relations } of events) {
          for (const { is, to } of relations) {
            const thread = threads.get(id) ?? []
            const later = thread.indexOf(id) - thread.indexOf(to)
            expect(Math.sign(later) * (signs[is] ?? 0)).toBeGreaterThanOrEqual(0)
          }
        }
      }),
    )
  })

  it('law: reading it the other way round changes no thread’s members', () => {
    fc.assert(
      fc.property(someStory, (drawn) => {
        const members = (events: readonly Threaded[]): readonly string[] =>
          [...findThreads(events)].map(([id, thread]) => `${id}: ${[...thread].sort().join(' ')}`).sort()
        const events = build(drawn)
        expect(members(events.toReversed())).toEqual(members(events))
      }),
    )
  })
})

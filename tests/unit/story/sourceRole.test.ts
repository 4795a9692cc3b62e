/** What part does a source have in an event: does a claim begin with it, or does it pass one on? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../../src/core/base/brand.ts'
import { valuesOf } from '../../../src/core/indexing/facetValues.ts'
import { findEventRoots } from '../../../src/core/story/eventRoots.ts'
import { findSourceUse, tallySources, type SourceUse } from '../../../src/core/story/sourceRole.ts'
import type { TimelineEvent } from '../../../src/core/story/story.ts'
import { makeEvent, makeSource, makeStatement, makeStory, type EventJson } from '../../fixtures/makeStory.ts'

const names = ['morning-post', 'evening-star', 'night-mail'] as const
const sources = names.map((name) => ({ ...makeSource(name, name), 'container-title': `The ${name}` }))
const frame = makeStory({ sources, events: [makeEvent(0, { accounts: [], statements: [] })] })
const [post, star, mail] = names as readonly string[] as readonly [SourceId, SourceId, SourceId]

function event(overrides: Partial<EventJson>): TimelineEvent {
  const [only] = makeStory({
    sources,
    events: [makeEvent(0, { accounts: [], statements: [], ...overrides })],
  }).events
  if (only === undefined) throw new Error('no event')
  return only
}

function useOf(one: TimelineEvent, source: SourceId): SourceUse | null {
  return findSourceUse(one, source, findEventRoots(one, frame))
}

const chainOf = (...ids: readonly string[]): { source: string }[] => ids.map((source) => ({ source }))
const account = (...ids: readonly string[]): NonNullable<EventJson['accounts']>[number] => ({
  claim: 'A claim.',
  standing: 'reported',
  chain: chainOf(...ids),
})

describe('the part of a source in an event', () => {
  it('is its root where a chain begins with it', () => {
    expect(useOf(event({ accounts: [account(post, star)] }), post)?.role).toBe('root')
  })

  it('is to pass the claim on where a chain has it further down', () => {
    expect(useOf(event({ accounts: [account(post, star)] }), star)?.role).toBe('relay')
  })

  it('is no root where another chain of the event has it after somebody else', () => {
    const both = event({ accounts: [account(star), account(post, star)] })
    expect(useOf(both, star)?.role).toBe('relay')
    expect(useOf(both, post)?.role).toBe('root')
  })

  it('is another one where it only supports the date, the standing or the report, or stands in the list', () => {
    const accounts = [account(star)]
    const date = { edtf: '2020-01-01', sources: [post] }
    expect(useOf(event({ accounts, date }), post)?.role).toBe('other')
    expect(useOf(event({ accounts, standing: { is: 'denied', source: post } }), post)?.role).toBe('other')
    const reported = { edtf: '2020-01-02', source: post }
    expect(useOf(event({ accounts, reported }), post)?.role).toBe('other')
    expect(useOf(event({ accounts, sources: [post] }), post)?.role).toBe('other')
  })

  it('is told where the event is its publication', () => {
    const use = { isPublication: true, statements: [] }
    expect(useOf(event({ publishes: post }), post)).toEqual({ role: 'root', ...use })
    expect(useOf(event({ publishes: post, accounts: [account(star)] }), post)).toEqual({
      role: 'other',
      ...use,
    })
  })

  it('is none where the event does not name it', () => {
    expect(useOf(event({ accounts: [account(post)] }), mail)).toBeNull()
  })

  it('has the statements that came by it, each with its own part', () => {
    const statements = [
      makeStatement('first', { chain: chainOf(post, star) }),
      makeStatement('second', { chain: chainOf(star) }),
      makeStatement('third', { chain: chainOf(mail) }),
    ]
    const use = useOf(event({ statements }), star)
    expect(use?.statements.map(({ statement, role }) => [statement.id, role])).toEqual([
      ['first', 'relay'],
      ['second', 'relay'],
    ])
    expect(use?.role).toBe('relay')
  })
})

const someChain = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
const someEvents = fc.array(
  fc.record({
    accounts: fc.array(someChain, { maxLength: 3 }),
    statements: fc.array(someChain, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
)

function eventsOf(
  drawn: readonly { accounts: string[][]; statements: string[][] }[],
): readonly TimelineEvent[] {
  return makeStory({
    sources,
    events: drawn.map(({ accounts, statements }, i) =>
      makeEvent(i, {
        accounts: accounts.map((ids) => account(...ids)),
        statements: statements.map((ids, j) => makeStatement(`said-${i}-${j}`, { chain: chainOf(...ids) })),
      }),
    ),
  }).events
}

describe('the tally of sources', () => {
  it('law: each event is counted once for each source that it can be filtered by', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        const events = eventsOf(drawn)
        const tallies = tallySources(events, frame)
        for (const name of [post, star, mail]) {
          const { root = 0, relay = 0, other = 0 } = tallies.get(name)?.events ?? {}
          expect(root + relay + other).toBe(events.filter((one) => valuesOf.source(one).has(name)).length)
        }
      }),
    )
  })

  it('law: it is the root of an event just where the event has it as a root, and every root is somebody’s', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        for (const one of eventsOf(drawn)) {
          const { roots } = findEventRoots(one, frame)
          const rootPages = roots.flatMap(({ pages }) => pages)
          const found = [post, star, mail].filter((name) => useOf(one, name)?.role === 'root')
          expect(found.toSorted()).toEqual(rootPages.toSorted())
        }
      }),
    )
  })

  it('law: no statement begins with a source that is not a root of its event', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        for (const one of eventsOf(drawn)) {
          for (const name of [post, star, mail]) {
            const use = useOf(one, name)
            const begun = use?.statements.filter(({ role }) => role === 'root') ?? []
            expect(use?.role === 'root' ? [] : begun).toEqual([])
          }
        }
      }),
    )
  })

  it('law: the events of two lists add up', () => {
    fc.assert(
      fc.property(someEvents, (drawn) => {
        const events = eventsOf(drawn)
        const half = Math.floor(events.length / 2)
        const parts = [events.slice(0, half), events.slice(half)].map((part) => tallySources(part, frame))
        for (const [id, tally] of tallySources(events, frame)) {
          for (const role of ['root', 'relay', 'other'] as const) {
            const sum = parts.reduce((count, part) => count + (part.get(id)?.events[role] ?? 0), 0)
            expect(tally.events[role]).toBe(sum)
          }
        }
      }),
    )
  })
})

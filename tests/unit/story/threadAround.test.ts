/** Is a thread that is followed from one of its events the thread that is found among all of them? */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { relationKinds } from '../../../src/core/story/storyFile.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { findThreads } from '../../../src/core/story/thread.ts'
import { MAX_THREAD_EVENTS, threadAround } from '../../../src/core/story/threadAround.ts'
import type { ReadLinks, RowLink } from '../../../src/core/story/threadAround.ts'
import { linksOf } from '../../fixtures/fetchedDetails.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'

const someStory = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc
    .array(
      fc.array(fc.record({ is: fc.constantFrom(...relationKinds), to: fc.nat({ max: count - 1 }) }), {
        maxLength: 3,
      }),
      { minLength: count, maxLength: count },
    )
    .map((drawn) =>
      makeStory({
        events: drawn.map((relations, i) =>
          makeEvent(i, { relations: relations.map(({ is, to }) => ({ is, to: `event-${to}` })) }),
        ),
      }),
    ),
)

function readerOf(story: Story): ReadLinks {
  return (rows) => Promise.resolve(rows.map((row) => linksOf(story, row)))
}

/** Each event comes after the one before. */
function chainOf(length: number): ReadLinks {
  const linksAt = (row: number): readonly RowLink[] => [
    ...(row > 0 ? [{ is: 'after' as const, isInverse: false, other: row - 1 }] : []),
    ...(row + 1 < length ? [{ is: 'after' as const, isInverse: true, other: row + 1 }] : []),
  ]
  return (rows) => Promise.resolve(rows.map(linksAt))
}

describe('a thread around an event', () => {
  it('law: is the one that is found where all events are at hand', async () => {
    await fc.assert(
      fc.asyncProperty(someStory, async (story) => {
        const threads = findThreads(story.events)
        for (const [row, { id }] of story.events.entries()) {
          const around = await threadAround(row, readerOf(story))
          expect(
            around === 'long' ? around : (around?.map((other) => story.events[other]?.id) ?? null),
          ).toEqual(threads.get(id) ?? null)
        }
      }),
    )
  })

  it('is told up to its limit, and of a longer one only that it is', async () => {
    const whole = await threadAround(7, chainOf(MAX_THREAD_EVENTS))
    expect(whole).toEqual(Array.from({ length: MAX_THREAD_EVENTS }, (_, row) => row))
    expect(await threadAround(7, chainOf(MAX_THREAD_EVENTS + 1))).toBe('long')
  })

  it('is not followed any more once it is too long', async () => {
    const star = vi.fn<ReadLinks>((rows) =>
      Promise.resolve(
        rows.map((row) =>
          row > 0
            ? [{ is: 'part-of', isInverse: false, other: 0 }]
            : Array.from({ length: 10_000 }, (_, i) => ({ is: 'part-of', isInverse: true, other: i + 1 })),
        ),
      ),
    )
    expect(await threadAround(0, star)).toBe('long')
    expect(star.mock.calls).toEqual([[[0]]])
  })

  it('asks once for each step outward, and for no event twice', async () => {
    const read = vi.fn(chainOf(5))
    await threadAround(2, read)
    expect(read.mock.calls).toEqual([[[2]], [[1, 3]], [[0, 4]]])
  })

  it('fails as the reading does', async () => {
    await expect(threadAround(0, () => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer')
  })
})

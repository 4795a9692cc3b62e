/** Are the numbers of events in any stretch of time, under any filter, those of a plain count? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { anchorMs } from '../../../src/core/indexing/eventIndex.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { countAnchoredBefore, countOverBy, showLanes } from '../../../src/core/indexing/shownLanes.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { outerExtent } from '../../../src/core/time/fuzzyDate.ts'
import { howKnown, howKnownKinds } from '../../../src/core/time/howKnown.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { randomStory } from '../../fixtures/randomStory.ts'

const anyStory = randomStory(40)
const seeds = fc.array(fc.constantFrom(MATCH.none, MATCH.possible, MATCH.certain), {
  minLength: 1,
  maxLength: 40,
})
const matchesOf = (story: Story, seed: readonly number[]): Uint8Array =>
  Uint8Array.from(story.events, (_, row) => seed[row % seed.length] ?? 0)
const countShown = (matches: Uint8Array): number => matches.filter((match) => match !== MATCH.none).length
const anyMs = fc.oneof(
  fc.integer({ min: -30, max: 300 }).map((day) => january(1) + day * DAY_MS),
  fc.integer({ min: -30 * 48, max: 300 * 48 }).map((half) => january(1) + (half * DAY_MS) / 48),
  fc.constantFrom(-Infinity, Infinity),
)

/** From the dates themselves. */
function anchorOf(story: Story, row: number): number {
  const when = story.events[row]?.when ?? null
  if (when === null) return NaN
  const { startMs, endMs } = outerExtent(when.date)
  return Number.isFinite(startMs) ? startMs : Number.isFinite(endMs) ? endMs - 1 : -Infinity
}

describe('where an event stands', () => {
  it('is its start, or its last moment where no start is known', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const index = buildIndex(story)
        story.events.forEach((_, row) => expect(anchorMs(index, row)).toBe(anchorOf(story, row)))
      }),
    )
    const neither = { startMs: Float64Array.of(-Infinity), endMs: Float64Array.of(Infinity) }
    expect(anchorMs(neither, 0)).toBe(-Infinity)
  })
})

describe('the lanes that are shown', () => {
  it('have of each order what passes the filter, in that order', () => {
    fc.assert(
      fc.property(anyStory, seeds, (story, seed) => {
        const index = buildIndex(story)
        const matches = matchesOf(story, seed)
        const lanes = showLanes(index, matches, countShown(matches))
        for (const kind of howKnownKinds) {
          const keep = (rows: Uint32Array): readonly number[] =>
            [...rows].filter((row) => matches[row] !== MATCH.none)
          expect([...lanes[kind].byAnchor]).toEqual(keep(index.lanes[kind].byAnchor))
          expect([...lanes[kind].byEnd]).toEqual(keep(index.lanes[kind].byEnd))
        }
      }),
    )
  })

  it('are those of the index where nothing is hidden, and empty where all is', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const index = buildIndex(story)
        const all = new Uint8Array(index.rowCount).fill(MATCH.possible)
        expect(showLanes(index, all, index.rowCount)).toEqual(index.lanes)
        const none = showLanes(index, new Uint8Array(index.rowCount), 0)
        for (const { byAnchor, byEnd } of Object.values(none)) expect([...byAnchor, ...byEnd]).toEqual([])
      }),
    )
  })
})

describe('in any stretch of time, under any filter', () => {
  it('as many events begin as a plain count finds', () => {
    fc.assert(
      fc.property(anyStory, seeds, anyMs, anyMs, (story, seed, a, b) => {
        const [startMs, endMs] = a < b ? [a, b] : [b, a]
        const index = buildIndex(story)
        const matches = matchesOf(story, seed)
        const lanes = showLanes(index, matches, countShown(matches))
        for (const kind of howKnownKinds) {
          if (kind === 'undated') continue
          const plain = story.events.filter(({ when }, row) => {
            const timeMs = anchorOf(story, row)
            const isIn = timeMs >= startMs && timeMs < endMs
            return howKnown(when?.date ?? null) === kind && isIn && matches[row] !== MATCH.none
          })
          const before = countAnchoredBefore(index, lanes[kind], startMs)
          expect(countAnchoredBefore(index, lanes[kind], endMs) - before).toBe(plain.length)
          // The same when only the part after the first bisection is looked at.
          expect(countAnchoredBefore(index, lanes[kind], endMs, before) - before).toBe(plain.length)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('as many are surely over as a plain count finds', () => {
    fc.assert(
      fc.property(anyStory, seeds, anyMs, (story, seed, timeMs) => {
        const index = buildIndex(story)
        const matches = matchesOf(story, seed)
        const lanes = showLanes(index, matches, countShown(matches))
        for (const kind of howKnownKinds) {
          if (kind === 'undated') continue
          const plain = story.events.filter(({ when }, row) => {
            if (when === null || howKnown(when.date) !== kind || matches[row] === MATCH.none) return false
            return outerExtent(when.date).endMs <= timeMs
          })
          expect(countOverBy(index, lanes[kind], timeMs)).toBe(plain.length)
        }
      }),
      { numRuns: 200 },
    )
  })
})

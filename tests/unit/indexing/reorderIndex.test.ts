/** Is a story by other dates indexed as one that had these dates from the start? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortAlike } from '../../../src/core/base/sortAlike.ts'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { hasMatchIn } from '../../../src/core/indexing/hasMatchIn.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { ReportColumns } from '../../../src/core/indexing/reportColumns.ts'
import { ranksOf, reorderDates, reorderRows } from '../../../src/core/indexing/reorderIndex.ts'
import { orderEvents } from '../../../src/core/story/orderEvents.ts'
import type { Story, TimelineEvent } from '../../../src/core/story/story.ts'
import { dateText, randomStory, randomWindow } from '../../fixtures/randomStory.ts'

/** The dates of a second story, event by event, as those of the reports. */
const redated = fc
  .tuple(randomStory(30, dateText, 1), randomStory(30, dateText, 30))
  .map(([story, other]) => ({
    story,
    whenOf: (row: number): TimelineEvent['when'] =>
      other.events[(row * 7) % other.events.length]?.when ?? null,
  }))

function reorder(story: Story, whenOf: (row: number) => TimelineEvent['when'], sort?: typeof sortAlike) {
  const columns = new ReportColumns(story.events.length)
  story.events.forEach((_, row) => columns.add(whenOf(row)?.date ?? null))
  return reorderDates(columns.take(), sort)
}

describe('events in another order', () => {
  it('are the same events, each once', () => {
    fc.assert(
      fc.property(redated, ({ story, whenOf }) => {
        const { order } = reorder(story, whenOf)
        expect([...order].sort((a, b) => a - b)).toEqual(story.events.map((_, row) => row))
        const ranks = ranksOf(order)
        order.forEach((before, row) => expect(ranks[before]).toBe(row))
      }),
    )
  })

  it('are read and indexed as a story with these dates would be, undated ones in their former order', () => {
    fc.assert(
      fc.property(redated, ({ story, whenOf }) => {
        const dated = story.events.map((event, row) => ({ ...event, when: whenOf(row), relations: [] }))
        const expected = { ...story, events: orderEvents(dated) }
        const { order, dates } = reorder(story, whenOf)
        expect(Array.from(order, (row) => story.events[row]?.id)).toEqual(expected.events.map(({ id }) => id))
        const { facets, ...expectedDates } = buildIndex(expected)
        expect(dates).toEqual(expectedDates)
        const ranks = ranksOf(order)
        const before = buildIndex(story).facets
        expect(reorderRows(before.actor, ranks)).toEqual(facets.actor.rows)
        expect(reorderRows(before.standing, ranks)).toEqual(facets.standing.rows)
      }),
    )
  })

  it('are in the same order, however they are sorted', () => {
    fc.assert(
      fc.property(redated, ({ story, whenOf }) => {
        expect(reorder(story, whenOf, sortAlike)).toEqual(reorder(story, whenOf))
      }),
    )
  })
})

describe('whether a window has events', () => {
  it('is answered as by looking at each', () => {
    fc.assert(
      fc.property(randomStory(12), randomWindow, fc.nat(), (story, window, seed) => {
        const index = buildIndex(story)
        const matches = Uint8Array.from(story.events, (_, row) =>
          (seed >> (row % 8)) & 1 ? MATCH.certain : MATCH.none,
        )
        const rows = story.events.flatMap((_, row) => (matches[row] === MATCH.none ? [] : [row]))
        const expected = rows.some(
          (row) => (index.startMs[row] ?? NaN) < window.endMs && (index.endMs[row] ?? NaN) > window.startMs,
        )
        expect(hasMatchIn(index, matches, window)).toBe(expected)
      }),
    )
  })
})

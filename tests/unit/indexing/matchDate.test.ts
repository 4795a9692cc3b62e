/** Does a date fall in a range: yes, no, or perhaps? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexBuilder } from '../../fixtures/indexBuilder.ts'
import { MATCH, matchDate, type Match } from '../../../src/core/indexing/matchDate.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { outerExtent, type Extent, type FuzzyDate } from '../../../src/core/time/fuzzyDate.ts'
import { certainPart } from '../../../src/core/time/spanBounds.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { dateText, dayText } from '../../fixtures/randomStory.ts'
import { readDate } from '../time/readingText.ts'

const everything: Extent = { startMs: -Infinity, endMs: Infinity }
const range = (from: string | null, to: string | null): Extent => rangeOf(from, to) ?? everything
const nameOf = ['none', 'possible', 'certain']

/** Of an event with this date, alone in its index. */
function matchOf(date: FuzzyDate | null, within: Extent): Match {
  const builder = new IndexBuilder({ actors: new Map(), sources: new Map() })
  builder.addDate(date)
  return matchDate(builder.close(), 0, within)
}

describe('in April 2026', () => {
  it.each([
    ['2026-04-07', 'certain'],
    ['2026-04', 'certain'],
    ['2026', 'possible'],
    ['2026-05-01', 'none'],
    ['2026-03-31', 'none'],
    ['[2026-04-20..2026-05-12]', 'possible'],
    ['[2026-03-01,2026-05-01]', 'none'],
    ['[2026-03-01,2026-04-05]', 'possible'],
    ['[..2026-05-12]', 'possible'],
    ['[..2026-03-12]', 'none'],
    ['2026-04-07~', 'certain'],
    ['{2026-03-01,2026-04-05}', 'certain'],
    ['{2026-03-01,2026-05-05}', 'none'],
    ['2026-03-01/2026-06-01', 'certain'],
    ['2026-03/2026-04', 'possible'],
    ['2026-03-01/..', 'certain'],
    ['2026-03-01/', 'possible'],
    ['2026-05-01/', 'none'],
    ['2026-04-07T23:59', 'certain'],
  ])('%s: %s', (text, expected) => {
    expect(nameOf[matchOf(readDate(text), range('2026-04', '2026-04'))]).toBe(expected)
  })
})

describe('an event on every day of a run', () => {
  it.each([
    ['{2026-04-01..2026-04-05}', '2026-04-02', '2026-04-03', 'certain'],
    ['{2026-04-01..2026-04-05}', '2026-04-05', '2026-04-09', 'certain'],
    ['{2026-04-01..2026-04-05}', '2026-04-06', '2026-04-09', 'none'],
    ['{2026-04-01,2026-04-05}', '2026-04-02', '2026-04-03', 'none'],
    ['{2026-04-01..2026-04-05}', '2026-04-02T10:00', '2026-04-02T12:00', 'possible'],
    ['{..2026-04-05}', '2026-04-02', '2026-04-03', 'certain'],
    ['{2026-04-01..}', '2026-04-02', '2026-04-03', 'certain'],
    ['{2026-04}', '2026-04-30', null, 'certain'],
  ])('is there on the days inside: %s from %s to %s is %s', (text, from, to, expected) => {
    expect(nameOf[matchOf(readDate(text), range(from, to))]).toBe(expected)
  })
})

describe('a date', () => {
  const date = dateText.map((text) => (text === null ? null : readDate(text)))
  const anyRange = fc.tuple(dayText, dayText).map(([a, b]) => (a < b ? range(a, b) : range(b, a)))
  const widening = fc
    .tuple(fc.nat(), fc.nat())
    .map(([before, after]) => ({ before: before * 1e4, after: after * 1e4 }))

  it('that matches a range matches every wider range at least as surely', () => {
    fc.assert(
      fc.property(date, anyRange, widening, (any, narrow, { before, after }) => {
        const wide = { startMs: narrow.startMs - before, endMs: narrow.endMs + after }
        expect(matchOf(any, wide)).toBeGreaterThanOrEqual(matchOf(any, narrow))
      }),
    )
  })

  it('that may lie only inside is certain, and one that may lie only outside is none', () => {
    fc.assert(
      fc.property(date, anyRange, (any, within) => {
        if (any === null || any.kind === 'span') return
        const { startMs, endMs } = outerExtent(any)
        const isInside = startMs >= within.startMs && endMs <= within.endMs
        const isOutside = endMs <= within.startMs || startMs >= within.endMs
        const match = matchOf(any, within)
        expect(!isInside || match === MATCH.certain).toBe(true)
        expect(!isOutside || match === MATCH.none).toBe(true)
      }),
    )
  })

  it('that is not known may be in any range, and never surely', () => {
    fc.assert(
      fc.property(anyRange, (any) => {
        expect(matchOf(null, any)).toBe(MATCH.possible)
      }),
    )
  })
})

describe('the columns say', () => {
  /** The rule of matchDate.ts over the date itself. */
  function matchSlowly(date: FuzzyDate | null, range: Extent): Match {
    const touches = (a: Extent): boolean => a.startMs < range.endMs && range.startMs < a.endMs
    if (date === null) return MATCH.possible
    if (date.kind === 'span') {
      if (!touches(outerExtent(date))) return MATCH.none
      const certain = certainPart(date)
      return certain !== null && touches(certain) ? MATCH.certain : MATCH.possible
    }
    const inside = date.extents.filter(touches)
    if (inside.length === 0) return MATCH.none
    const isWithin = ({ startMs, endMs }: Extent): boolean => startMs >= range.startMs && endMs <= range.endMs
    if (date.kind === 'moment') return date.extents.every(isWithin) ? MATCH.certain : MATCH.possible
    const sharesDay = ({ startMs, endMs }: Extent): boolean =>
      Math.min(endMs, range.endMs) - Math.max(startMs, range.startMs) >= Math.min(DAY_MS, endMs - startMs)
    return inside.some(sharesDay) ? MATCH.certain : MATCH.possible
  }

  /** Sets with several members, qualified dates, clock times and spans with vague or open ends, beside the usual ones. */
  const anyDate: fc.Arbitrary<string | null> = fc.oneof(
    { arbitrary: dateText, weight: 4 },
    fc
      .tuple(fc.constantFrom('[]', '{}'), fc.uniqueArray(dayText, { minLength: 2, maxLength: 4 }))
      .map(([brackets, days]) => `${brackets[0]}${days.join(',')}${brackets[1]}`),
    dayText.map((day) => `{..${day}}`),
    dayText.map((day) => `{${day}..}`),
    dayText.map((day) => `{${day.slice(0, 7)},2021-03-05}`),
    dayText.map((day) => `${day}T10:30:15/2021-02-01T09:00`),
    fc.constantFrom(
      '2020-0X',
      '202X',
      '2020-21',
      '2020-01?/2020-03~',
      '../2020-03',
      '2020-05/',
      'Y-17E4',
      'XXXX',
    ),
  )
  const anyMs = fc.oneof(
    fc.integer({ min: -60, max: 500 }).map((day) => Date.UTC(2020, 0, 1 + day)),
    fc.integer({ min: -60 * 24, max: 500 * 24 }).map((hour) => Date.UTC(2020, 0, 1, hour)),
    fc.constantFrom(-Infinity, Infinity),
  )
  const anyRange = fc
    .tuple(anyMs, anyMs)
    .map(([a, b]) => ({ startMs: Math.min(a, b), endMs: Math.max(a, b) }))

  it('what the dates say, of every event of a story in any range', () => {
    fc.assert(
      fc.property(
        fc.array(anyDate, { maxLength: 12 }),
        fc.array(anyRange, { maxLength: 12 }),
        (texts, ranges) => {
          const dates = texts.map((text) => (text === null ? null : readDate(text)))
          const builder = new IndexBuilder({ actors: new Map(), sources: new Map() })
          for (const date of dates) builder.addDate(date)
          const index = builder.close()
          for (const range of ranges)
            expect(dates.map((_, row) => matchDate(index, row, range))).toEqual(
              dates.map((date) => matchSlowly(date, range)),
            )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('the same at the very bounds of a date, where one millisecond decides', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: -1, max: 1 }),
        (text, before, after) => {
          if (text === null) return
          const date = readDate(text)
          const parts = date.kind === 'span' ? [outerExtent(date)] : date.extents
          const certain = date.kind === 'span' ? certainPart(date) : null
          for (const part of certain === null ? parts : [...parts, certain]) {
            const { startMs, endMs } = part
            const around = [
              { startMs: startMs + before, endMs: endMs + after },
              { startMs: endMs + before, endMs: Infinity },
              { startMs: -Infinity, endMs: startMs + after },
              { startMs: startMs + before, endMs: startMs + DAY_MS + after },
            ]
            for (const range of around) {
              if (!(range.startMs < range.endMs)) continue
              expect(matchOf(date, range)).toBe(matchSlowly(date, range))
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

/** Does a date fall in a range: yes, no, or perhaps? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATCH, matchDate } from '../../../src/core/indexing/matchDate.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { outerExtent, type Extent } from '../../../src/core/time/fuzzyDate.ts'
import { dateText, dayText } from '../../fixtures/randomStory.ts'
import { readDate } from '../time/readingText.ts'

const everything: Extent = { startMs: -Infinity, endMs: Infinity }
const range = (from: string | null, to: string | null): Extent => rangeOf(from, to) ?? everything
const nameOf = ['none', 'possible', 'certain']

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
    expect(nameOf[matchDate(readDate(text), range('2026-04', '2026-04'))]).toBe(expected)
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
    expect(nameOf[matchDate(readDate(text), range(from, to))]).toBe(expected)
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
        expect(matchDate(any, wide)).toBeGreaterThanOrEqual(matchDate(any, narrow))
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
        const match = matchDate(any, within)
        expect(!isInside || match === MATCH.certain).toBe(true)
        expect(!isOutside || match === MATCH.none).toBe(true)
      }),
    )
  })

  it('that is not known may be in any range, and never surely', () => {
    fc.assert(
      fc.property(anyRange, (any) => {
        expect(matchDate(null, any)).toBe(MATCH.possible)
      }),
    )
  })
})

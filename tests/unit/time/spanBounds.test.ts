/** What is sure of a date, and how well is it known? */
import { describe, expect, it } from 'vitest'
import type { Extent, SpanDate } from '../../../src/core/time/fuzzyDate.ts'
import { howKnown } from '../../../src/core/time/howKnown.ts'
import { readingPeriod } from '../../../src/core/time/readingPeriod.ts'
import { certainPart, endBound, startBound } from '../../../src/core/time/spanBounds.ts'
import { rangeOf } from '../../../src/core/time/dateRange.ts'
import { formatEdtf } from '../../../src/core/time/formatEdtf.ts'
import { readDate } from './readingText.ts'

const bound = (ms: number): string => (Number.isFinite(ms) ? formatEdtf(ms) : ms < 0 ? '-∞' : '∞')
const show = (extent: Extent | null): string =>
  extent === null ? 'nothing' : `${bound(extent.startMs)}>${bound(extent.endMs)}`

function readSpan(text: string): SpanDate {
  const date = readDate(text)
  if (date.kind !== 'span') throw new Error(`not a span: ${text}`)
  return date
}

describe('what surely lasted', () => {
  it.each([
    ['2026-04-06/2026-04-24', '2026-04-06>2026-04-25'],
    ['2026-04/2026-06', '2026-05-01>2026-06-01'],
    ['2026-04-07/..', '2026-04-07>∞'],
    ['../2026-04-07', '-∞>2026-04-08'],
    ['2026-04/..', '2026-05-01>∞'],
    ['2026-04/2026-04', 'nothing'],
    ['2026-04/2026-05', 'nothing'],
    ['2026-04-06~/2026-04-24', '2026-04-07>2026-04-25'],
  ])('%s: %s', (text, expected) => {
    expect(show(certainPart(readSpan(text)))).toBe(expected)
  })

  it('where one end is unknown is the instant of the other', () => {
    const { startMs, endMs } = certainPart(readSpan('2026-04-07/')) ?? { startMs: 0, endMs: 0 }
    expect([formatEdtf(startMs), endMs - startMs]).toEqual(['2026-04-07', 1])
    const ended = certainPart(readSpan('/2026-04-07')) ?? { startMs: 0, endMs: 0 }
    expect([formatEdtf(ended.endMs), ended.endMs - ended.startMs]).toEqual(['2026-04-08', 1])
  })

  it('begins for sure when the last day has begun on which it may have begun', () => {
    expect(startBound(readSpan('2026-04/2026-06').start)).toMatchObject({ isFuzzy: true })
    expect(startBound(readSpan('2026-04-06/2026-06').start)).toMatchObject({ isFuzzy: false })
    expect(endBound(readSpan('2026-04-06/2026-06?').end)).toMatchObject({ isFuzzy: true })
    expect(startBound(readSpan('/2026-06').start)).toBeNull()
    expect(endBound(readSpan('2026-06/..').end)).toBeNull()
  })
})

describe('a date is known', () => {
  it.each([
    ['2026-04-07', 'day'],
    ['2026-04-07T05:00', 'day'],
    ['{2026-04-07,2026-04-09}', 'day'],
    ['2026-04-06/2026-04-24', 'lasted'],
    ['2026-04-07/', 'lasted'],
    ['2026-04', 'doubt'],
    ['2026-04-07~', 'doubt'],
    ['2026-04-07?', 'doubt'],
    ['[2026-04-01..2026-05-12]', 'doubt'],
    ['[2026-04-07,2026-04-09]', 'doubt'],
    ['2026', 'doubt'],
  ])('%s: %s', (text, expected) => {
    expect(howKnown(readDate(text))).toBe(expected)
  })

  it('not at all: undated', () => {
    expect(howKnown(null)).toBe('undated')
  })
})

describe('the months under which a date is read', () => {
  it.each([
    ['2026-04-07', '2026-04-01>2026-05-01'],
    ['2026-04', '2026-04-01>2026-05-01'],
    ['[2026-04-01..2026-05-12]', '2026-04-01>2026-06-01'],
    ['2026', '2026-01-01>2027-01-01'],
    ['2026-04-07/..', '2026-04-01>2026-05-01'],
    ['2026-04-30/2027', '2026-04-01>2026-05-01'],
    ['[2026-04-07..]', '2026-04-01>∞'],
    ['2026-12-31T23:59', '2026-12-01>2027-01-01'],
    ['-0043-03-15', '-0043-03-01>-0043-04-01'],
    // Was read under no month at all, before everything else of May.
    ['2026-05-01T10:30', '2026-05-01>2026-06-01'],
    ['2026-05-01T00:00:00', '2026-05-01>2026-06-01'],
    ['[2026-04-20..2026-05-01]', '2026-04-01>2026-06-01'],
  ])('%s: %s', (text, expected) => {
    expect(show(readingPeriod(readDate(text)))).toBe(expected)
  })

  it.each(['[..2026-05-12]', '/2026-05', '../2026-05'])('of %s are not known', (text) => {
    expect(readingPeriod(readDate(text))).toBeNull()
  })
})

describe('from one date to another', () => {
  it.each([
    ['2026-04', '2026-05', '2026-04-01>2026-06-01'],
    ['2026-04-07', '2026-04-07', '2026-04-07>2026-04-08'],
    ['2026-04', null, '2026-04-01>∞'],
    [null, '2026', '-∞>2027-01-01'],
    ['nonsense', '2026', '-∞>2027-01-01'],
    ['[..2020]', '2026', '-∞>2027-01-01'],
    [null, null, 'nothing'],
    ['nonsense', null, 'nothing'],
  ])('%s and %s: %s', (from, to, expected) => {
    expect(show(rangeOf(from, to))).toBe(expected)
  })
})

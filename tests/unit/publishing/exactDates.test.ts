import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certainInterval, exactDate, exactEnds, feedMoment } from '../../../src/core/publishing/exactDates.ts'
import { outerExtent, type FuzzyDate } from '../../../src/core/time/fuzzyDate.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { dateText } from '../../fixtures/randomStory.ts'

function date(edtf: string): FuzzyDate {
  const result = parseEdtf(edtf)
  if (!result.ok) throw new Error(edtf)
  return result.value
}

test.each([
  ['2026-04-07', '2026-04-07'],
  ['2026-04-07T10:30:00Z', '2026-04-07T10:30:00Z'],
  ['2026-04', null],
  ['2026', null],
  ['2026-04-07~', null],
  ['2026-04-07?', null],
  ['2026-04-1X', null],
  ['[2026-04-01..2026-05-12]', null],
  ['{2026-04-07,2026-04-09}', null],
  ['2026-04-07/2026-04-09', null],
  ['-0043-03-15', null],
])('of %s the exact date is %j', (edtf, expected) => {
  expect(exactDate(date(edtf))).toBe(expected)
})

test.each([
  ['2026-04-07/2026-04-24', { start: '2026-04-07', end: '2026-04-24' }],
  ['2026-04-07/..', { start: '2026-04-07', end: null }],
  ['2026-04-07/', { start: '2026-04-07', end: null }],
  ['2026-04/2026-05-01', { start: null, end: '2026-05-01' }],
  ['2026-04-07', { start: '2026-04-07', end: null }],
  ['2026-04', { start: null, end: null }],
])('%s begins and ends exactly on %j', (edtf, expected) => {
  expect(exactEnds(date(edtf))).toEqual(expected)
})

test.each([
  ['2026-04-07', '2026-04-07'],
  ['2026-04-07T10:30', '2026-04-07'],
  ['2026-04', '2026-04-01/2026-04-30'],
  ['[2026-04-01..2026-05-12]', '2026-04-01/2026-05-12'],
  ['[..2026-05-12]', '../2026-05-12'],
  ['2026-04-07/..', '2026-04-07/..'],
  ['2026-04-07/', null],
  ['2026-04-07~', null],
  ['2026-04?', null],
  ['Y12026', null],
])('%s certainly lies in %j', (edtf, expected) => {
  expect(certainInterval(date(edtf))).toBe(expected)
})

describe('of any date', () => {
  const anyDate = dateText.filter((edtf) => edtf !== null).map(date)

  test('an exact day is told only where the date covers one day', () => {
    fc.assert(
      fc.property(anyDate, (any) => {
        const { start } = exactEnds(any)
        if (start === null) return
        const moment = any.kind === 'span' && any.start.kind === 'moment' ? any.start.moment : any
        const { startMs, endMs } = outerExtent(moment)
        expect(endMs - startMs).toBeLessThanOrEqual(DAY_MS)
      }),
    )
  })

  test('the certain interval holds all that it may cover', () => {
    fc.assert(
      fc.property(anyDate, (any) => {
        const interval = certainInterval(any)
        if (interval === null) return
        const [first = '', last = first] = interval.split('/')
        const { startMs, endMs } = outerExtent(any)
        expect(first === '..' ? -Infinity : Date.parse(first)).toBeLessThanOrEqual(startMs)
        expect(last === '..' ? Infinity : Date.parse(last) + DAY_MS).toBeGreaterThanOrEqual(endMs)
      }),
    )
  })

  test('a feed has a moment for it, within it', () => {
    fc.assert(
      fc.property(anyDate, (any) => {
        const { startMs, endMs } = outerExtent(any)
        const ms = Date.parse(feedMoment(any) ?? '')
        expect(ms).toBeGreaterThanOrEqual(Math.floor(startMs / DAY_MS) * DAY_MS)
        expect(ms).toBeLessThan(endMs)
      }),
    )
  })
})

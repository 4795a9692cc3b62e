/**
 * Which days may a date with unspecified digits (`X`) be? EDTF levels 1 and 2.
 *
 *   156X-12-25   ●    ●    ●    ●   …    one day in each of ten years
 *   1984-1X                    ├────┤    October to December
 *
 * A date without X goes the same way; it just fits one year, one month, one day.
 */
import { daysFromCivil, daysInMonth } from './civilDay.ts'
import type { Extent } from './fuzzyDate.ts'
import { mergeExtents } from './mergeExtents.ts'
import { findGrouping } from './subYearGroupings.ts'
import { DAY_MS } from './units.ts'

/** A calendar date as written, digit by digit. */
export interface DigitPattern {
  readonly isNegative: boolean
  /** Four digits or X. */
  readonly year: string
  /** Two digits or X, 01 to 12, or a sub-year grouping 21 to 41; null: not written. */
  readonly month: string | null
  /** Two digits or X; null: not written. */
  readonly day: string | null
}

/**
 * A date that fits more separate stretches than this is read as one extent from the first to the last.
 * The most regular wide form, a day in every year of a century (15XX-12-25), still is exact with its 100;
 * more than that would be one grey band on any screen.
 */
export const MAX_EXTENTS = 128

/** Every stretch that fits, ascending, disjoint, not touching; empty when no day fits. Bounded by MAX_EXTENTS. */
export function findFittingExtents(pattern: DigitPattern): readonly Extent[] {
  const runs = findYearRuns(pattern)
  if (isWholeYear(pattern)) return keepFew(runs.map((run) => yearsExtent(run)))
  // What does not fit a leap year fits none: 30 February is not sought in ten thousand years.
  if (pattern.year.includes('X') && findExtentsInYear(pattern, 2000).length === 0) return []
  const extents: Extent[] = []
  for (const year of eachYear(runs)) {
    extents.push(...findExtentsInYear(pattern, year))
    if (extents.length > MAX_EXTENTS) return [hull(extents[0], findLast(pattern, runs))]
  }
  return mergeExtents(extents)
}

/** Months that fit, ascending, 1 to 12. */
export function findFittingMonths(month: string): readonly number[] {
  return findFitting(month, 12)
}

/** Days that fit, ascending. @param dayCount length of the month in days */
export function findFittingDays(day: string, dayCount: number): readonly number[] {
  return findFitting(day, dayCount)
}

/** Ends included. */
interface YearRun {
  readonly first: number
  readonly last: number
}

/** X at the right end are one run of years; each X further left multiplies the runs by ten. */
function findYearRuns({ year, isNegative }: DigitPattern): readonly YearRun[] {
  const stem = year.replace(/X+$/, '')
  const runLength = 10 ** (year.length - stem.length)
  let stems = [0]
  for (const digit of stem) {
    const choices = digit === 'X' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(digit)]
    stems = stems.flatMap((value) => choices.map((choice) => value * 10 + choice))
  }
  const runs = stems.map((value) => ({ first: value * runLength, last: (value + 1) * runLength - 1 }))
  if (!isNegative) return runs
  // There is no year minus zero, so -000X is the nine years -9 to -1.
  return runs
    .map((run) => ({ first: -run.last, last: Math.min(-1, -run.first) }))
    .filter((run) => run.first <= run.last)
    .reverse()
}

function isWholeYear({ month, day }: DigitPattern): boolean {
  return (month === null || month === 'XX') && (day === null || day === 'XX')
}

function* eachYear(runs: readonly YearRun[]): Generator<number> {
  for (const run of runs) for (let year = run.first; year <= run.last; year++) yield year
}

function findExtentsInYear({ month, day }: DigitPattern, year: number): readonly Extent[] {
  const grouping = findGrouping(Number(month))
  if (grouping !== null) return [monthsExtent(year, grouping.firstMonth, grouping.monthCount)]
  const months = findFittingMonths(month ?? 'XX')
  if (day === null || day === 'XX')
    return mergeExtents(months.map((fitting) => monthsExtent(year, fitting, 1)))
  return mergeExtents(
    months.flatMap((fitting) =>
      findFittingDays(day, daysInMonth(year, fitting)).map((fittingDay) => {
        const startDay = daysFromCivil(year, fitting, fittingDay)
        return { startMs: startDay * DAY_MS, endMs: (startDay + 1) * DAY_MS }
      }),
    ),
  )
}

function findLast(pattern: DigitPattern, runs: readonly YearRun[]): Extent | undefined {
  for (const run of [...runs].reverse()) {
    for (let year = run.last; year >= run.first; year--) {
      const last = findExtentsInYear(pattern, year).at(-1)
      if (last !== undefined) return last
    }
  }
  return undefined
}

function keepFew(extents: readonly Extent[]): readonly Extent[] {
  const merged = mergeExtents(extents)
  return merged.length > MAX_EXTENTS ? [hull(merged[0], merged.at(-1))] : merged
}

function hull(first: Extent | undefined, last: Extent | undefined): Extent {
  return { startMs: first?.startMs ?? -Infinity, endMs: last?.endMs ?? Infinity }
}

function yearsExtent(run: YearRun): Extent {
  return monthsExtent(run.first, 1, 12 * (run.last - run.first + 1))
}

function monthsExtent(year: number, firstMonth: number, monthCount: number): Extent {
  return {
    startMs: daysFromCivil(year, firstMonth, 1) * DAY_MS,
    endMs: daysFromCivil(year, firstMonth + monthCount, 1) * DAY_MS,
  }
}

/** Numbers 1 to `last` that fit two digits. Most dates have no X, and a story may have a million dates. */
function findFitting(written: string, last: number): readonly number[] {
  const tens = written[0] ?? ''
  const ones = written[1] ?? ''
  const fitting: number[] = []
  if (tens !== 'X' && ones !== 'X') {
    const only = Number(written)
    return only >= 1 && only <= last ? [only] : fitting
  }
  for (let candidate = 1; candidate <= last; candidate++) {
    const fitsTens = tens === 'X' || Number(tens) === Math.floor(candidate / 10)
    if (fitsTens && (ones === 'X' || Number(ones) === candidate % 10)) fitting.push(candidate)
  }
  return fitting
}

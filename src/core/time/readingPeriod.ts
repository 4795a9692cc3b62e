/**
 * Under which heading is a date read: in which months may it have begun?
 *
 *   2026-04-07                  April 2026
 *   [2026-04-01..2026-05-12]    April to May 2026: not under April, for it may have been in May
 *   2026-04-07/..               April 2026, when it began
 */
import { civilMsFromDate, dateFromCivilMs } from './civilDay.ts'
import { outerExtent, type Extent, type FuzzyDate } from './fuzzyDate.ts'
import type { CivilMs } from './units.ts'

/** Whole months, half-open; null where no earliest bound is known. The end is infinite where the date has none. */
export function readingPeriod(date: FuzzyDate): Extent | null {
  const begins = date.kind === 'span' ? (date.start.kind === 'moment' ? date.start.moment : null) : date
  if (begins === null) return null
  const { startMs, endMs } = outerExtent(begins)
  if (!Number.isFinite(startMs)) return null
  return {
    startMs: monthStart(startMs, 0),
    // The last ms that belongs to it: half a day earlier is another month for who began on a first at 10:30.
    endMs: Number.isFinite(endMs) ? monthStart(endMs - 1, 1) : endMs,
  }
}

/** First moment of the month that holds `timeMs`, or of one `later` months after it. */
function monthStart(timeMs: CivilMs, later: number): CivilMs {
  const { year, month } = dateFromCivilMs(timeMs)
  return civilMsFromDate(year, month + later)
}

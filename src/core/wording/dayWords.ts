/** How is a plain position on the time line said: on labels, in headings, by a slider? */
import type { CivilMs } from '../time/units.ts'
import { formatPoint, formatRange, formatYear, pointAt } from './calendarPoint.ts'
import { dateFromCivilMs } from '../time/civilDay.ts'
import { monthName } from '../time/monthNames.ts'

/** "7 April 2026". @param ms finite */
export function formatDay(ms: CivilMs): string {
  return formatPoint(pointAt(ms, 'day'))
}

/** "April 2026". @param ms finite */
export function formatMonth(ms: CivilMs): string {
  return formatPoint(pointAt(ms, 'month'))
}

/** "7 Apr", or "7 Apr 2025" where the year is not the one the reader has before them. @param ms finite */
export function formatDayLabel(ms: CivilMs, contextYear?: number): string {
  const { year, month, day } = dateFromCivilMs(ms)
  const dayAndMonth = `${day} ${monthName(month).slice(0, 3)}`
  return year === contextYear ? dayAndMonth : `${dayAndMonth} ${formatYear(year)}`
}

/** "29 March to 30 May 2026": first and last day touched by the half-open window [startMs, endMs). Both finite. */
export function formatWindowWords(startMs: CivilMs, endMs: CivilMs): string {
  const first = pointAt(startMs, 'day')
  const last = pointAt(Math.max(startMs, endMs - 1), 'day')
  return formatRange(first, last)
}

/**
 * How is a point of the calendar said in English? Day before month, no zero before a day, no weekday.
 * The machine's locale and zone have no say in it.
 */
import { civilMsFromDate, dateFromCivilMs } from '../time/civilDay.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import { monthName } from '../time/monthNames.ts'
import { DAY_MS } from '../time/units.ts'
import type { CivilMs } from '../time/units.ts'

/** A year, a month or a day. */
export interface CalendarPoint {
  /** Astronomical: 0 is 1 BC. */
  readonly year: number
  /** 1 to 12; null: the point is a year */
  readonly month: number | null
  /** null: the point is a month or a year */
  readonly day: number | null
}

export type CalendarUnit = 'day' | 'month' | 'year'

/** The day, month or year that holds a finite civil time. */
export function pointAt(ms: CivilMs, unit: CalendarUnit): CalendarPoint {
  const { year, month, day } = dateFromCivilMs(ms)
  return { year, month: unit === 'year' ? null : month, day: unit === 'day' ? day : null }
}

/** First and last point of an extent, both within it. @param extent finite, of whole days */
export function pointsOf(extent: Extent, unit: CalendarUnit): readonly [CalendarPoint, CalendarPoint] {
  // Half a day before the end: far out in time, one millisecond before it would be the end itself.
  return [pointAt(extent.startMs, unit), pointAt(extent.endMs - DAY_MS / 2, unit)]
}

/** The coarsest unit in which the edges of an extent can be said exactly. An edge at infinity fits every unit. */
export function unitOf({ startMs, endMs }: Extent): CalendarUnit {
  const edges = [startMs, endMs].filter(Number.isFinite).map(dateFromCivilMs)
  if (edges.some((edge) => edge.day !== 1)) return 'day'
  return edges.some((edge) => edge.month !== 1) ? 'month' : 'year'
}

/** Whether the extent is exactly one day, month or year. @param extent finite */
export function isOneUnit(extent: Extent, unit: CalendarUnit): boolean {
  const [first] = pointsOf(extent, unit)
  const { year, month, day } = first
  const isAtStart = extent.startMs === civilMsFromDate(year, month ?? 1, day ?? 1)
  const nextMs =
    unit === 'year'
      ? civilMsFromDate(year + 1)
      : unit === 'month'
        ? civilMsFromDate(year, (month ?? 1) + 1)
        : civilMsFromDate(year, month ?? 1, (day ?? 1) + 1)
  return isAtStart && extent.endMs === nextMs
}

/** Whether two points are the same day, month or year. */
export function isSamePoint(a: CalendarPoint, b: CalendarPoint): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** "2026", "AD 476", "44 BC", "170,000,002". A number below 1000 would not be taken for a year. */
export function formatYear(year: number): string {
  if (year <= 0) return `${formatCount(1 - year)} BC`
  return year < 1000 ? `AD ${year}` : formatCount(year)
}

/** "7 April 2026", "April 2026", "2026". @param hiddenYear the year the reader knows already; null: none */
export function formatPoint(point: CalendarPoint, hiddenYear: number | null = null): string {
  if (point.month === null) return formatYear(point.year)
  const parts = [
    point.day === null ? '' : String(point.day),
    monthName(point.month),
    point.year === hiddenYear ? '' : formatYear(point.year),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** "6 to 24 April 2026", "29 March to 30 May 2026", "2004 to 2006"; one point where both are the same. */
export function formatRange(
  first: CalendarPoint,
  last: CalendarPoint,
  hiddenYear: number | null = null,
): string {
  if (isSamePoint(first, last)) return formatPoint(last, hiddenYear)
  const isOneYear = first.year === last.year && last.month !== null
  const isOneMonth = isOneYear && first.month === last.month && first.day !== null && last.day !== null
  const start = isOneMonth ? String(first.day) : formatPoint(first, isOneYear ? first.year : hiddenYear)
  return `${start} to ${formatPoint(last, hiddenYear)}`
}

/** Thousands set apart from five digits on, so that years of four stay as they are. */
function formatCount(count: number): string {
  const digits = String(count)
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

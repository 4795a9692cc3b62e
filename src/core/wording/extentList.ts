/** How are separate stretches of time listed: "1, 3 or 5 April 2026", "1667 to 1668 or 1670 to 1672"? */
import type { Extent } from '../time/fuzzyDate.ts'
import { formatPoint, formatRange, isOneUnit, pointsOf, unitOf } from './calendarPoint.ts'
import type { CalendarUnit } from './calendarPoint.ts'
import { joinWords } from './phrase.ts'

/** More than this nobody reads in a sentence; the list is then counted and bounded instead. */
export const LONGEST_LIST = 6

/**
 * The extents in words; a month or year that all of the list shares is said once, at its end.
 * @param extents at least one, ascending; each is said as whole days, months or years
 */
export function formatExtentList(
  extents: readonly Extent[],
  conjunction: 'and' | 'or',
  hiddenYear: number | null,
): string {
  const days = findDaysOfOneMonth(extents)
  const saidLater = findSharedYear(extents) ?? hiddenYear
  const words = extents.map((extent, i) => {
    if (i === extents.length - 1) return formatOne(extent, hiddenYear)
    return days?.[i] ?? formatOne(extent, saidLater)
  })
  return joinWords(words, conjunction)
}

/** Whether all extents are runs of whole `unit`s, and some of them longer than one. */
export function hasRunsOf(extents: readonly Extent[], unit: CalendarUnit): boolean {
  const isAlike = extents.every((extent) => isBounded(extent) && unitOf(extent) === unit)
  return isAlike && extents.some((extent) => !isOneUnit(extent, unit))
}

function formatOne(extent: Extent, hiddenYear: number | null): string {
  const unit = unitOf(extent)
  const { startMs, endMs } = extent
  if (startMs === -Infinity)
    return `${formatPoint(pointsOf({ startMs: endMs, endMs }, unit)[1], hiddenYear)} or before`
  if (endMs === Infinity)
    return `${formatPoint(pointsOf({ startMs, endMs: startMs }, unit)[0], hiddenYear)} or later`
  return formatRange(...pointsOf(extent, unit), hiddenYear)
}

/** Each extent as bare days ("1", "6 to 9") where all lie in one month; else null. */
function findDaysOfOneMonth(extents: readonly Extent[]): readonly string[] | null {
  if (!extents.every((extent) => isBounded(extent) && unitOf(extent) === 'day')) return null
  const points = extents.map((extent) => pointsOf(extent, 'day'))
  const month = points[0]?.[0]
  const isOneMonth = points.flat().every((point) => point.year === month?.year && point.month === month.month)
  if (!isOneMonth) return null
  return points.map(([first, last]) =>
    first.day === last.day ? `${first.day}` : `${first.day} to ${last.day}`,
  )
}

/** The year that all extents lie in, where none of them is a whole year or endless; else null. */
function findSharedYear(extents: readonly Extent[]): number | null {
  if (!extents.every((extent) => isBounded(extent) && unitOf(extent) !== 'year')) return null
  const years = extents.flatMap((extent) => pointsOf(extent, 'day').map((point) => point.year))
  return years.every((year) => year === years[0]) ? (years[0] ?? null) : null
}

function isBounded({ startMs, endMs }: Extent): boolean {
  return Number.isFinite(startMs) && Number.isFinite(endMs)
}

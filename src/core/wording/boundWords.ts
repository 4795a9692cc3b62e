/**
 * How is it said that a moment lies before, after or between two bounds? A bound that a source gives is a day;
 * one that the story's author derived at the edge of a month is said as that month: "not before April".
 */
import type { Extent } from '../time/fuzzyDate.ts'
import { formatPoint, pointsOf } from './calendarPoint.ts'
import type { CalendarPoint, CalendarUnit } from './calendarPoint.ts'
import { phrase } from './phrase.ts'
import type { Phrase } from './phrase.ts'

/** Bounds that the story's author worked out; the sources do not give them. */
export type DerivedBounds = readonly ('earliest' | 'latest')[]

/**
 * "not before April, not later than 12 May 2026"; the short form says only the bound that a source gives.
 * @param hiddenYear the year the reader knows already; null: none
 */
export function describeBounds(
  extent: Extent,
  unit: CalendarUnit,
  derived: DerivedBounds,
  hiddenYear: number | null,
): Phrase {
  const earliest = findEarliest(extent, unit, derived)
  const latest = findLatest(extent, unit, derived)
  const latestWords = latest === null ? '' : `not later than ${formatPoint(latest, hiddenYear)}`
  const earliestWords = earliest === null ? '' : `not before ${formatPoint(earliest, hiddenYear)}`
  if (earliest === null || latest === null) return phrase('', earliestWords + latestWords || 'at any time')
  const isOneYear = latest.month !== null && latest.year === earliest.year
  const start = formatPoint(earliest, isOneYear ? latest.year : hiddenYear)
  const both = `not before ${start}, ${latestWords}`
  if (derived.length !== 1) return phrase('', both)
  return { full: both, short: derived[0] === 'earliest' ? latestWords : earliestWords }
}

function findEarliest({ startMs }: Extent, unit: CalendarUnit, derived: DerivedBounds): CalendarPoint | null {
  if (startMs === -Infinity) return null
  const [point] = pointsOf({ startMs, endMs: startMs }, unit)
  return derived.includes('earliest') && point.day === 1 ? { ...point, day: null } : point
}

function findLatest({ endMs }: Extent, unit: CalendarUnit, derived: DerivedBounds): CalendarPoint | null {
  if (endMs === Infinity) return null
  const [next, point] = pointsOf({ startMs: endMs, endMs }, unit)
  return derived.includes('latest') && next.day === 1 ? { ...point, day: null } : point
}

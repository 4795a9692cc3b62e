/**
 * Where does an event stand in a calendar, which knows whole days only and no doubt?
 *
 *   on a known day                 that day
 *   lasted, both ends known        from its first day to its last
 *   one day of several             all days that it may be, if these are a year at most; the words say that it is one
 *   still so, end unknown          its first day alone, and the words say so; only its end known: the last alone
 *   no date, no limit, too wide    nowhere: an entry would claim a day that nobody gives
 */
import type { EventDate, TimelineEvent } from '../story/story.ts'
import { dateFromCivilMs } from '../time/civilDay.ts'
import { outerExtent, type Extent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { isKnownDay } from '../time/spanBounds.ts'
import { DAY_MS } from '../time/units.ts'

/** Why an event has no place in a calendar. */
export const leftOutReasons = ['undated', 'unlimited', 'wide', 'far'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export type CalendarPlace =
  /** Whole days, half-open; several where it was on each of several days. `isExact`: no doubt about any of them. */
  | { readonly kind: 'days'; readonly days: readonly Extent[]; readonly isExact: boolean }
  | { readonly kind: 'nowhere'; readonly why: LeftOutReason }

/** A day of a longer stretch is no help in a calendar: a leap year. */
export const MOST_DAYS = 366

export function placeInCalendar(when: Pick<EventDate, 'date'> | null): CalendarPlace {
  if (when === null) return { kind: 'nowhere', why: 'undated' }
  const { date } = when
  const days = extentsOf(date).map(({ startMs, endMs }) => ({
    startMs: Math.floor(startMs / DAY_MS) * DAY_MS,
    endMs: Math.ceil(endMs / DAY_MS) * DAY_MS,
  }))
  const isBounded = days.every(({ startMs, endMs }) => Number.isFinite(startMs) && Number.isFinite(endMs))
  if (!isBounded) return { kind: 'nowhere', why: 'unlimited' }
  if (date.kind === 'moment' && days.some(({ startMs, endMs }) => endMs - startMs > MOST_DAYS * DAY_MS))
    return { kind: 'nowhere', why: 'wide' }
  return days.every(isInCalendar)
    ? { kind: 'days', days, isExact: isExact(date) }
    : { kind: 'nowhere', why: 'far' }
}

/** How many have a place, and how many have none, by why. */
export function countPlaces(events: readonly Pick<TimelineEvent, 'when'>[]): {
  readonly placed: number
  readonly leftOut: Readonly<Record<LeftOutReason, number>>
} {
  const leftOut: Record<LeftOutReason, number> = { undated: 0, unlimited: 0, wide: 0, far: 0 }
  let placed = 0
  for (const { when } of events) {
    const place = placeInCalendar(when)
    if (place.kind === 'days') placed++
    else leftOut[place.why]++
  }
  return { placed, leftOut }
}

function extentsOf(date: FuzzyDate): readonly Extent[] {
  if (date.kind === 'all') return date.extents
  if (date.kind === 'moment') return [outerExtent(date)]
  const { start, end } = date
  if (start.kind === 'moment' && end.kind === 'moment') return [outerExtent(date)]
  // One end alone: the day on which it began, or ended.
  if (start.kind === 'moment') return [outerExtent(start.moment)]
  return end.kind === 'moment' ? [outerExtent(end.moment)] : [outerExtent(date)]
}

function isExact(date: FuzzyDate): boolean {
  if (date.kind === 'all') return !date.isApproximate && !date.isUncertain
  if (date.kind === 'moment') return isKnownDay(date)
  const { start, end } = date
  return (
    start.kind === 'moment' && end.kind === 'moment' && isKnownDay(start.moment) && isKnownDay(end.moment)
  )
}

/** Years of four digits are all that the format writes. */
function isInCalendar({ startMs, endMs }: Extent): boolean {
  return dateFromCivilMs(startMs).year >= 1 && dateFromCivilMs(endMs).year <= 9999
}

/**
 * In which lane does an event stand?
 * Lanes sort events by how well their date is known, so that the page teaches its signs, and a month of doubt
 * never piles up on the days that are known.
 */
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { isKnownDay } from '../time/spanBounds.ts'

/** From top to bottom. */
export const laneKinds = ['day', 'lasted', 'doubt', 'undated'] as const
export type LaneKind = (typeof laneKinds)[number]

/** @param date null for an undated event */
export function laneOf(date: FuzzyDate | null): LaneKind {
  if (date === null) return 'undated'
  switch (date.kind) {
    case 'span':
      return 'lasted'
    case 'all':
      return 'day'
    case 'moment':
      return isKnownDay(date) ? 'day' : 'doubt'
  }
}

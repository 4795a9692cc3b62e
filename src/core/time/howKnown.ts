/**
 * How well is a date known?
 * The answer sorts events into the timeline's lanes, so that the page teaches its signs, and a month of doubt
 * never piles up on the days that are known.
 */
import type { FuzzyDate } from './fuzzyDate.ts'
import { isKnownDay } from './spanBounds.ts'

/** On known days · lasted over a time · on one day, not known which · no date. From top to bottom. */
export const howKnownKinds = ['day', 'lasted', 'doubt', 'undated'] as const
export type HowKnown = (typeof howKnownKinds)[number]

/** @param date null for an undated event */
export function howKnown(date: FuzzyDate | null): HowKnown {
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

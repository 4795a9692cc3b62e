/** How large is a story of so many events: how long is its time, how many actors and sources has it? */
import { daysFromCivil } from '../../../src/core/time/civilDay.ts'

export const FEWEST_EVENTS = 10
export const MOST_EVENTS = 10_000_000

/** The last day on which anything happens, as days since 1970-01-01. */
export const LAST_DAY = daysFromCivil(2025, 12, 31)

/** Undated events in the longest stories; far fewer than one in two hundred of them. */
const MOST_UNDATED = 3_000
const UNDATED_SHARE = 1 / 200

/** Lengths in days for numbers of events; between two entries the length grows evenly. */
const spans: readonly (readonly [events: number, days: number])[] = [
  [10, 60],
  [100, 365],
  [1_000, 1_096],
  [10_000, 2_557],
  [100_000, 5_479],
  [1_000_000, 10_957],
  [10_000_000, 18_262],
]

/** Days from the first possible day to LAST_DAY, both included. */
export function countSpanDays(events: number): number {
  let [fewer, shorter] = spans[0] ?? [0, 1]
  for (const [more, longer] of spans) {
    if (events <= more) {
      const share = more === fewer ? 0 : (events - fewer) / (more - fewer)
      return Math.round(shorter + (longer - shorter) * share)
    }
    fewer = more
    shorter = longer
  }
  return shorter
}

/** 12 for ten events, some 200 for ten thousand, 2,000 for a million. */
export function countActors(events: number): number {
  return Math.round(6 + 2 * Math.sqrt(events))
}

/** 31 for ten events, some 800 for ten thousand, 8,000 for a million. */
export function countSources(events: number): number {
  return Math.round(6 + 8 * Math.sqrt(events))
}

/** 22 for ten events, 70 for ten thousand, 520 for a million. */
export function countPlaces(events: number): number {
  return Math.round(20 + Math.sqrt(events) / 2)
}

/** The probability that an event has no date. */
export function undatedShare(events: number): number {
  return Math.min(UNDATED_SHARE, MOST_UNDATED / events)
}

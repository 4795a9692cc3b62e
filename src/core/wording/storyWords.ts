/** What does a story cover, what does a filter leave of it, and what are its lanes called? */
import type { Extent } from '../time/fuzzyDate.ts'
import type { HowKnown } from '../time/howKnown.ts'
import { formatPoint, formatRange, isSamePoint, pointsOf } from './calendarPoint.ts'

/** "1 event", "21 events". */
export function formatEventCount(count: number): string {
  return count === 1 ? '1 event' : `${formatCount(count)} events`
}

/** "1 source", "3 sources". */
export function formatNumberOf(count: number, singular: string): string {
  return `${formatCount(count)} ${singular}${count === 1 ? '' : 's'}`
}

/** Digits in groups of three: "12,000". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** "21 events, April to May 2026" and ": 8 on a known day, 2 that lasted, 8 on a day not known, 3 without a date." */
export function describeCoverage({ kindCounts, covered }: Coverage): {
  readonly lead: string
  readonly rest: string
} {
  const parts = [
    [kindCounts.day, 'on a known day'],
    [kindCounts.lasted, 'that lasted'],
    [kindCounts.doubt, 'on a day not known'],
    [kindCounts.undated, 'without a date'],
  ] as const
  const named = parts.filter(([count]) => count > 0).map(([count, words]) => `${formatCount(count)} ${words}`)
  const total = parts.reduce((sum, [count]) => sum + count, 0)
  const lead = formatEventCount(total) + (covered === null ? '' : `, ${formatPeriod(covered)}`)
  return { lead, rest: named.length === 0 ? '.' : `: ${named.join(', ')}.` }
}

/** How many events there are of each kind, and from when to when. */
export interface Coverage {
  readonly kindCounts: Readonly<Record<HowKnown, number>>
  /** From the earliest to the latest bound known; null where none is. */
  readonly covered: Extent | null
}

/** The months that an extent touches: "April to May 2026". @param extent finite */
export function formatPeriod(extent: Extent): string {
  const [first, last] = pointsOf(extent, 'month')
  return isSamePoint(first, last) ? formatPoint(first) : formatRange(first, last)
}

/** "9 of 21 events", and how many of them only perhaps. */
export function describeMatches(shown: number, total: number, possible: number): string {
  const base =
    shown === total ? `All ${formatEventCount(total)}` : `${formatCount(shown)} of ${formatEventCount(total)}`
  return possible === 0 ? base : `${base}, ${formatCount(possible)} of them only perhaps in these dates`
}

/** The lane's name, and what its signs mean. */
export const laneWords: Readonly<Record<HowKnown, { readonly name: string; readonly note: string }>> = {
  day: { name: 'Day known', note: '' },
  lasted: { name: 'Lasted', note: '' },
  doubt: { name: 'Day not known', note: 'one day each, somewhere in the dots' },
  undated: { name: 'No date', note: '' },
}

/** "8 events", with "4 hidden" where a filter hides some. */
export function describeLane(kind: HowKnown, shown: number, hidden: number): string {
  const note = laneWords[kind].note
  const counts = formatEventCount(shown) + (hidden === 0 ? '' : `, ${formatCount(hidden)} hidden`)
  return note === '' ? counts : `${counts}, ${note}`
}

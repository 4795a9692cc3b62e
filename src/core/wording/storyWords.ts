/** What does a story cover, what does a filter leave of it, and what are its lanes called? */
import type { Story } from '../story/story.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { howKnown, type HowKnown } from '../time/howKnown.ts'
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
export function describeCoverage(story: Story): { readonly lead: string; readonly rest: string } {
  const counts = countKinds(story)
  const period = coveredPeriod(story)
  const parts = [
    [counts.day, 'on a known day'],
    [counts.lasted, 'that lasted'],
    [counts.doubt, 'on a day not known'],
    [counts.undated, 'without a date'],
  ] as const
  const named = parts.filter(([count]) => count > 0).map(([count, words]) => `${formatCount(count)} ${words}`)
  const lead = formatEventCount(story.events.length) + (period === null ? '' : `, ${period}`)
  return { lead, rest: named.length === 0 ? '.' : `: ${named.join(', ')}.` }
}

function countKinds(story: Story): Record<HowKnown, number> {
  const counts: Record<HowKnown, number> = { day: 0, lasted: 0, doubt: 0, undated: 0 }
  for (const event of story.events) counts[howKnown(event.when?.date ?? null)]++
  return counts
}

/** Months from the earliest to the latest bound that is known; null where none is. */
function coveredPeriod(story: Story): string | null {
  let startMs = Infinity
  let endMs = -Infinity
  for (const { when } of story.events) {
    if (when === null) continue
    const extent: Extent = outerExtent(when.date)
    for (const boundMs of [extent.startMs, extent.endMs]) {
      if (!Number.isFinite(boundMs)) continue
      startMs = Math.min(startMs, boundMs)
      endMs = Math.max(endMs, boundMs)
    }
  }
  return startMs > endMs ? null : formatPeriod({ startMs, endMs })
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

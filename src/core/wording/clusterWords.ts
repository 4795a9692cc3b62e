/** In which words is a box named that counts events together? */
import type { Extent } from '../time/fuzzyDate.ts'
import { formatWindowWords } from './dayWords.ts'
import { formatCount, formatEventCount } from './storyWords.ts'

export interface CountedEvents extends Extent {
  readonly count: number
  /** null: they have no dates. */
  readonly bucket: Extent | null
  readonly isEarlier: boolean
}

/** "12 events, 3 to 5 May 2026", "3 events without a date", "40 events that began earlier and go on into this view". */
export function describeCluster({ count, startMs, endMs, bucket, isEarlier }: CountedEvents): string {
  if (bucket === null) return `${formatEventCount(count)} without a date`
  if (isEarlier)
    return `${formatEventCount(count)} that began earlier and ${count === 1 ? 'goes' : 'go'} on into this view`
  return `${formatEventCount(count)}, ${formatWindowWords(startMs, Math.max(endMs, startMs + 1))}`
}

/** What fits in the box: "12", "9,999", "12k", "3.4M". */
export function formatShortCount(count: number): string {
  if (count < 10_000) return formatCount(count)
  if (count < 1_000_000) return `${Math.floor(count / 1000)}k`
  return `${Math.floor(count / 100_000) / 10}M`
}

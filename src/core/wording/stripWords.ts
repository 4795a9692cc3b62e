/** What does the overview strip show? Told in its heading, as what lies beyond its ends cannot be seen. */
import { formatPeriod } from './storyWords.ts'
import type { Extent } from '../time/fuzzyDate.ts'

export interface StripWords {
  readonly heading: string
  readonly period: string
  /** What signs at the strip's ends show; empty where it shows all. */
  readonly beyond: string
}

/** @param strip its window, finite, and at which ends something lies beyond */
export function describeStrip(strip: {
  readonly window: Extent
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}): StripWords {
  const period = formatPeriod(strip.window)
  const beyond = [...(strip.isCutBefore ? ['before'] : []), ...(strip.isCutAfter ? ['after'] : [])]
  if (beyond.length === 0) return { heading: 'Whole story', period, beyond: '' }
  return { heading: 'Most of the story', period, beyond: `, some of it ${beyond.join(' and ')}` }
}

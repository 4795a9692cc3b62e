/** What is said in a feed of a story: of the feed itself, and of what changed in the story? */
import type { Revision } from '../story/story.ts'
import { formatDateShort } from './dateWords.ts'
import { formatCount } from './storyWords.ts'

/** The story's summary, and how many entries there are where the feed has not all. */
export function describeFeed(summary: string, kept: number, total: number): string {
  if (kept === total) return summary
  return `${summary} The feed has the ${formatCount(kept)} entries that changed last, of ${formatCount(total)}.`
}

/** "Changed 23 November 2026". */
export function formatRevisionTitle({ date }: Revision): string {
  return `Changed ${formatDateShort(date)}`
}

/** What changed, and why. */
export function describeRevision({ summary, reason }: Revision): string {
  return reason === null ? summary : `${summary} ${reason}`
}

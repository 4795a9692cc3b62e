/** How is said where an event stands in its thread? */
import { formatCount } from './storyWords.ts'

/** "Thread, 2 of 5". @param position from 1 */
export function formatPlaceInThread({
  position,
  length,
}: {
  readonly position: number
  readonly length: number
}): string {
  return `Thread, ${formatCount(position)} of ${formatCount(length)}`
}

/** While it is looked for. */
export const inThreadWords = 'In a thread'

/** What it is joined to directly is known, and stands elsewhere. @param most events that are looked for */
export function formatLongThread(most: number): string {
  return `In a thread of more than ${formatCount(most)} events; see Related`
}

export const unreadThreadWords = 'In a thread that could not be loaded'

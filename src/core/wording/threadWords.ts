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

/** Where were words looked for, if not in all events? */
import { formatEventCount } from './storyWords.ts'

/** "; words looked for in the 1,200 events loaded so far"; nothing for null. */
export function describeSearched(searched: number | null): string {
  return searched === null ? '' : `; words looked for in the ${formatEventCount(searched)} loaded so far`
}

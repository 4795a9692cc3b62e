/** What is written on a picture of the drawing, and in the head of what is printed, beside what the page says too? */
import { formatCount } from './storyWords.ts'

export const pictureWords = {
  dateSigns: 'Date signs',
  standings: 'Standing',
  counts: 'so many events, counted together',
  bars: 'how many begin when (logarithmic)',
  notOfCounts: 'Those of events that are counted together are not named.',
  mayMatch: 'may match',
} as const

/** "Sources: The New York Times, GIGAZINE and 12 more." @param outlets without repeats */
export function describeOutlets(outlets: readonly string[], most: number): string {
  if (outlets.length === 0) return 'Sources: none is named.'
  const named = outlets.slice(0, most)
  const more = outlets.length - named.length
  return `Sources: ${named.join(', ')}${more === 0 ? '' : ` and ${formatCount(more)} more`}.`
}

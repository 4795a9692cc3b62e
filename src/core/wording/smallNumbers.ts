/** How is a small number said at the beginning of a sentence? */
import { formatCount } from './storyWords.ts'

const small = [
  '',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

/** "Two", "Twelve", "13". @param count at least one */
export function formatSmallNumber(count: number): string {
  return small[count] ?? formatCount(count)
}

/** Which of many is it, when few are in the news all the time and most hardly ever? (Zipf's law, exponent 1.) */
import type { Random } from './random.ts'

/** Draws a rank from 0 to `count` - 1; rank r is drawn in proportion to 1 / (r + 1). */
export type DrawRank = (random: Random) => number

/** Chance is drawn this finely; a rank rarer than that may never come. */
const RESOLUTION = 2 ** 30

/** @param count how many ranks there are, at least 1 */
export function createZipf(count: number): DrawRank {
  const upTo = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank++) {
    total += 1 / (rank + 1)
    upTo[rank] = total
  }
  return (random) => {
    const drawn = (random.below(RESOLUTION) / RESOLUTION) * total
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? total) > drawn) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Draws an entry of the list, the first ones most often. @param list at least one entry */
export function createZipfPick<T>(list: readonly T[]): (random: Random) => T {
  const drawRank = createZipf(list.length)
  return (random) => list[drawRank(random)] as T
}

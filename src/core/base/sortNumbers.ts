/**
 * How are a million row numbers sorted that mostly stand in order already? By merging neighbours: two that are in
 * order are left alone, of others only what overlaps is moved. The engine's own sort of typed arrays always takes
 * all of n log n comparisons.
 */

/** Runs of this length are sorted by insertion. */
const RUN = 16

/** Sorts in place; equal ones keep their order. */
export function sortNumbers(numbers: Uint32Array, compare: (a: number, b: number) => number): void {
  const { length } = numbers
  for (let start = 0; start < length; start += RUN)
    sortRun(numbers, start, Math.min(start + RUN, length), compare)
  const kept = new Uint32Array(length)
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start + width < length; start += 2 * width)
      merge(numbers, start, start + width, Math.min(start + 2 * width, length), kept, compare)
  }
}

function sortRun(
  numbers: Uint32Array,
  start: number,
  end: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = start + 1; i < end; i++) {
    const number = numbers[i] ?? 0
    let at = i
    for (; at > start && compare(numbers[at - 1] ?? 0, number) > 0; at--) numbers[at] = numbers[at - 1] ?? 0
    numbers[at] = number
  }
}

/** Merges [start, middle) and [middle, end), both sorted. @param kept has room for the first */
function merge(
  numbers: Uint32Array,
  start: number,
  middle: number,
  end: number,
  kept: Uint32Array,
  compare: (a: number, b: number) => number,
): void {
  const right = numbers[middle] ?? 0
  if (compare(numbers[middle - 1] ?? 0, right) <= 0) return
  // What comes before all of the right half stays where it is.
  let from = start
  for (let high = middle; from < high;) {
    const between = (from + high) >> 1
    if (compare(numbers[between] ?? 0, right) <= 0) from = between + 1
    else high = between
  }
  const keptCount = middle - from
  kept.set(numbers.subarray(from, middle))
  let at = from
  let left = 0
  let next = middle
  while (left < keptCount && next < end) {
    const fromLeft = kept[left] ?? 0
    const fromRight = numbers[next] ?? 0
    if (compare(fromLeft, fromRight) <= 0) {
      numbers[at++] = fromLeft
      left++
    } else {
      numbers[at++] = fromRight
      next++
    }
  }
  numbers.set(kept.subarray(left, keptCount), at)
}

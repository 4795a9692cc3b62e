/**
 * How are rows sorted by a number that is spread about evenly, as a date is? They are dealt to as many bins as there are
 * rows; then hardly any stand out of order, and those are put right by merging. Two passes without a comparison, instead
 * of twenty with one.
 */
import { sortNumbers } from './sortNumbers.ts'

/** Sorts in place; equal ones keep their order. @param key of each number: a date in ms, or without bound */
export function sortSpread(
  numbers: Uint32Array,
  key: Float64Array,
  compare: (a: number, b: number) => number,
): void {
  deal(numbers, key)
  sortNumbers(numbers, compare)
}

/** Into bins of equal width, which stand in their order. */
function deal(numbers: Uint32Array, key: Float64Array): void {
  const { length } = numbers
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < length; i++) {
    const value = key[numbers[i] ?? 0] ?? 0
    if (value < least && value !== -Infinity) least = value
    if (value > most && value !== Infinity) most = value
  }
  // The first bin and the last are for what has no bound.
  const last = length + 1
  const binsPerMs = (length - 1) / (most - least)
  const perMs = binsPerMs > 0 && binsPerMs < Infinity ? binsPerMs : 0
  const binOf = new Uint32Array(length)
  const starts = new Uint32Array(last + 2)
  for (let i = 0; i < length; i++) {
    const value = key[numbers[i] ?? 0] ?? 0
    const inner = 1 + Math.floor((value - least) * perMs)
    const bin = value === -Infinity ? 0 : value === Infinity ? last : inner
    binOf[i] = bin
    starts[bin + 1] = (starts[bin + 1] ?? 0) + 1
  }
  for (let bin = 1; bin <= last; bin++) starts[bin] = (starts[bin] ?? 0) + (starts[bin - 1] ?? 0)
  const dealt = new Uint32Array(length)
  for (let i = 0; i < length; i++) {
    const bin = binOf[i] ?? 0
    const at = starts[bin] ?? 0
    dealt[at] = numbers[i] ?? 0
    starts[bin] = at + 1
  }
  numbers.set(dealt)
}

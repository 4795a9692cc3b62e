/**
 * How are a million rows sorted that have only some ten thousand different keys between them, as dates are? Each key is
 * sorted once, and rows are counted to their places: two passes over them instead of twenty.
 */
import { sortNumbers } from './sortNumbers.ts'

/** With more different keys than this share of all, there is nothing to gain. */
const MOST_KEYS = 1 / 4

/**
 * Sorts in place; equal ones keep their order.
 * @param keys columns that hold, for each number, all that `compare` looks at
 */
export function sortAlike(
  numbers: Uint32Array,
  keys: readonly Float64Array[],
  compare: (a: number, b: number) => number,
): void {
  const groups = groupAlike(numbers, keys)
  if (groups === null) return sortNumbers(numbers, compare)
  const { groupOf, heads } = groups
  const order = heads.map((_, group) => group)
  sortNumbers(order, (a, b) => compare(heads[a] ?? 0, heads[b] ?? 0))
  // Keys may differ that compare alike: such groups are one.
  const rankOf = new Uint32Array(order.length)
  let rank = 0
  for (let i = 1; i < order.length; i++) {
    if (compare(heads[order[i - 1] ?? 0] ?? 0, heads[order[i] ?? 0] ?? 0) !== 0) rank++
    rankOf[order[i] ?? 0] = rank
  }
  const next = new Uint32Array(rank + 2)
  for (const group of groupOf) count(next, (rankOf[group] ?? 0) + 1)
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0)
  const sorted = new Uint32Array(numbers.length)
  for (let i = 0; i < numbers.length; i++) {
    const own = rankOf[groupOf[i] ?? 0] ?? 0
    sorted[next[own] ?? 0] = numbers[i] ?? 0
    count(next, own)
  }
  numbers.set(sorted)
}

function count(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

/** [numbers] the group of each, and [groups] one number of each; null: too many groups. */
function groupAlike(
  numbers: Uint32Array,
  keys: readonly Float64Array[],
): { readonly groupOf: Uint32Array; readonly heads: Uint32Array } | null {
  const groupOf = new Uint32Array(numbers.length)
  const heads = new Uint32Array(Math.floor(numbers.length * MOST_KEYS))
  // [hash] group + 1; 0: empty. Twice as many as groups, or more.
  const table = new Uint32Array(1 << (33 - Math.clz32(heads.length)))
  const mask = table.length - 1
  let groupCount = 0
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? 0
    let at = hashOf(keys, number) & mask
    while (table[at] !== 0 && !isAlike(keys, heads[(table[at] ?? 0) - 1] ?? 0, number)) at = (at + 1) & mask
    if (table[at] === 0) {
      if (groupCount === heads.length) return null
      heads[groupCount] = number
      table[at] = ++groupCount
    }
    groupOf[i] = (table[at] ?? 0) - 1
  }
  return { groupOf, heads: heads.subarray(0, groupCount) }
}

function isAlike(keys: readonly Float64Array[], a: number, b: number): boolean {
  for (const key of keys) if (key[a] !== key[b]) return false
  return true
}

/** Dates in ms differ by seconds or more; those that do not share a hash, no more. */
function hashOf(keys: readonly Float64Array[], number: number): number {
  let hash = 0
  for (const key of keys) hash = Math.imul(hash ^ ((key[number] ?? 0) / 1000), 0x85ebca6b)
  return hash ^ (hash >>> 15)
}

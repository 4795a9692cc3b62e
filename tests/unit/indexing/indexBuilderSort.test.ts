/** Are numbers sorted as the engine sorts them, ties in the order in which they came? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortAlike } from '../../../src/core/base/sortAlike.ts'
import { sortNumbers } from '../../../src/core/base/sortNumbers.ts'
import { sortSpread } from '../../../src/core/base/sortSpread.ts'

/** Sorts positions by keys, as rows are. */
function sorted(keys: readonly number[]): readonly number[] {
  const numbers = Uint32Array.from(keys, (_, i) => i)
  sortNumbers(numbers, (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
  return [...numbers]
}
function sortedByEngine(keys: readonly number[]): readonly number[] {
  return keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
}

/** By two keys, the second of which counts only below a limit. */
function sortedAlike(keys: readonly (readonly [number, number])[]): readonly number[] {
  const columns = [0, 1].map((which) => Float64Array.from(keys, (pair) => pair[which] ?? 0))
  const numbers = Uint32Array.from(keys, (_, i) => i)
  sortAlike(numbers, columns, (a, b) => comparePairs(keys[a], keys[b]))
  return [...numbers]
}
function comparePairs(
  [first, second]: readonly [number, number] = [0, 0],
  [otherFirst, otherSecond]: readonly [number, number] = [0, 0],
): number {
  if (first !== otherFirst) return first < otherFirst ? -1 : 1
  return first > 5000 ? 0 : second - otherSecond
}

it('by keys that many have, too', () => {
  const pair = fc.tuple(fc.constantFrom(-Infinity, -0, 0, 1, 1000, 7000, Infinity), fc.nat({ max: 4 }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 300, size: 'max' }), (keys) => {
      const expected = keys.map((_, i) => i).sort((a, b) => comparePairs(keys[a], keys[b]))
      expect(sortedAlike(keys)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

it('by any keys, few or many', () => {
  const anyKeys = fc.oneof(
    fc.array(fc.nat({ max: 20 }), { maxLength: 40 }),
    fc.array(fc.nat({ max: 1000 }), { maxLength: 400, minLength: 60 }),
  )
  fc.assert(
    fc.property(anyKeys, (keys) => {
      expect(sorted(keys)).toEqual(sortedByEngine(keys))
    }),
    { numRuns: 500 },
  )
})

it('by keys that are spread, heaped or without a bound', () => {
  const key = fc.oneof(
    fc.constantFrom(-Infinity, -0, 0, 1, Infinity),
    fc.integer({ min: -5e15, max: 5e15 }),
    fc.double({ min: -1e17, max: 1e17, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300, size: 'max' }), (keys) => {
      const column = Float64Array.from(keys)
      const compare = (a: number, b: number): number => {
        const [left, right] = [keys[a] ?? 0, keys[b] ?? 0]
        return left < right ? -1 : left > right ? 1 : 0
      }
      const numbers = Uint32Array.from(keys, (_, i) => i)
      sortSpread(numbers, column, compare)
      expect([...numbers]).toEqual(keys.map((_, i) => i).sort(compare))
    }),
    { numRuns: 500 },
  )
})

it('by keys that are in order but for some', () => {
  const slips = fc.array(fc.tuple(fc.nat({ max: 299 }), fc.nat({ max: 299 })), { maxLength: 12 })
  fc.assert(
    fc.property(slips, fc.integer({ min: 1, max: 9 }), (swaps, step) => {
      const keys = Array.from({ length: 300 }, (_, i) => Math.floor(i / step))
      for (const [a, b] of swaps) [keys[a], keys[b]] = [keys[b] ?? 0, keys[a] ?? 0]
      expect(sorted(keys)).toEqual(sortedByEngine(keys))
    }),
  )
})

/** Are numbers that are sorted step by step in the order that they are in when sorted at once? */
import { expect, test } from 'vitest'
import { sortInSteps } from '../../../src/core/base/sortInSteps.ts'

test.each([0, 1, 1000, 32_768, 32_769, 100_000, 200_001])('%i numbers', (count) => {
  const numbers = Float64Array.from({ length: count }, (_, i) =>
    i % 97 === 0 ? Infinity : ((i * 7919) % 10_007) - 5_000,
  )
  const sorted = numbers.slice().sort()
  const steps = [...sortInSteps(numbers)].length
  expect(numbers).toEqual(sorted)
  expect(steps).toBeGreaterThanOrEqual(count / 32_768)
})

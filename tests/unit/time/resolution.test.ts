/** At which level of detail is something laid out? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { powerOfTwoAbove, resolutionOf } from '../../../src/core/time/resolution.ts'

/** From a hundredth of a ms to ten thousand years in a px. */
const anyDensity = fc.double({ min: -2, max: 14, noNaN: true }).map((power) => 10 ** power)

describe('the resolution', () => {
  it('is never finer than the screen, and at most 19 % coarser', () => {
    fc.assert(
      fc.property(anyDensity, (msPerPx) => {
        const resolution = resolutionOf(msPerPx)
        expect(resolution).toBeGreaterThanOrEqual(msPerPx * (1 - 1e-12))
        expect(resolution).toBeLessThan(msPerPx * 1.19)
      }),
    )
  })

  it('of blocks is the next power of two, at most twice as coarse as the screen needs', () => {
    fc.assert(
      fc.property(anyDensity, (msPerPx) => {
        const above = powerOfTwoAbove(resolutionOf(msPerPx))
        expect(Number.isInteger(Math.log2(above))).toBe(true)
        expect(above).toBeGreaterThanOrEqual(msPerPx * (1 - 1e-12))
        expect(above).toBeLessThan(msPerPx * 2.0001)
      }),
    )
  })

  it('that is a power of two is its own', () => {
    for (let exponent = -8; exponent <= 48; exponent++) {
      expect(powerOfTwoAbove(2 ** exponent)).toBe(2 ** exponent)
      expect(powerOfTwoAbove(resolutionOf(2 ** exponent))).toBe(2 ** exponent)
      expect(powerOfTwoAbove(2 ** exponent * 1.001)).toBe(2 ** (exponent + 1))
    }
  })
})

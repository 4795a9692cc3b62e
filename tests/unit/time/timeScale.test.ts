/** Where do time and pixels meet? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolutionOf } from '../../../src/core/time/resolution.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'

const scale = buildTimeScale({ startMs: 1000, endMs: 3000 }, 100)

describe('a scale of 2000 ms on 100 px', () => {
  it.each([
    [1000, 0],
    [2000, 50],
    [3000, 100],
    [0, -50],
    [5000, 200],
  ])('puts %i ms at %i px, and finds it there', (timeMs, px) => {
    expect(scale.timeToPx(timeMs)).toBe(px)
    expect(scale.pxToTime(px)).toBe(timeMs)
  })

  it('has 20 ms in a px', () => {
    expect(scale.msPerPx).toBe(20)
  })

  it('leaves what has no bound without one', () => {
    expect(scale.timeToPx(Infinity)).toBe(Infinity)
    expect(scale.timeToPx(-Infinity)).toBe(-Infinity)
  })
})

it('a px found again is the same px', () => {
  const finite = fc.integer({ min: -1e14, max: 1e14 })
  fc.assert(
    fc.property(
      finite,
      fc.integer({ min: 600_000, max: 1e13 }),
      fc.integer({ min: -500, max: 1500 }),
      (startMs, spanMs, px) => {
        const any = buildTimeScale({ startMs, endMs: startMs + spanMs }, 1000)
        expect(any.timeToPx(any.pxToTime(px))).toBeCloseTo(px, 3)
      },
    ),
  )
})

describe('the resolution', () => {
  it.each([1, 2, 4, 0.5, 1024])('of %d ms a px, a power of two, is the same', (msPerPx) => {
    expect(resolutionOf(msPerPx)).toBe(msPerPx)
  })

  it('is never finer than the screen, and never twice as coarse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (msPerPx) => {
        const resolution = resolutionOf(msPerPx)
        expect(resolution).toBeGreaterThanOrEqual(msPerPx)
        expect(resolution).toBeLessThan(2 * msPerPx * (1 + 1e-9))
      }),
    )
  })
})

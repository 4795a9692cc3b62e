/** Does what is shifted stand where it would have been placed? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftPx } from '../../../src/core/marks/stageShift.ts'

const px = fc.double({ min: -5000, max: 5000, noNaN: true })
const views = fc.record({
  stretch: fc.double({ min: 0.8, max: 2, noNaN: true }),
  leftPx: px,
  widthPx: fc.constant(1000),
})

describe('while its stage is stretched', () => {
  it('what has a moment goes where the moment goes', () => {
    fc.assert(
      fc.property(px, views, (x, view) => {
        expect(x + shiftPx({ kind: 'time', x }, view)).toBeCloseTo(x * view.stretch, 6)
      }),
    )
  })

  it('what keeps to the edge is as far from it as it was', () => {
    fc.assert(
      fc.property(px, px, views, (leftPx, x, view) => {
        expect(x + shiftPx({ kind: 'edge', leftPx }, view) - view.leftPx).toBeCloseTo(x - leftPx, 6)
      }),
    )
  })

  it('the name of a period stands at its start, then at the edge of the window, and is never seen cut there', () => {
    fc.assert(
      fc.property(px, fc.double({ min: 120, max: 900, noNaN: true }), views, (x, lengthPx, view) => {
        const [nextX, widthPx] = [x + lengthPx, 80]
        const at = x + shiftPx({ kind: 'period', x, nextX, widthPx }, view)
        const [startPx, nextPx] = [x * view.stretch, nextX * view.stretch]
        const latestPx = nextPx - widthPx
        const isNear = (px: number): boolean => Math.abs(at - px) < 1e-6
        const isOut = at + widthPx <= view.leftPx + 1e-6
        if (startPx >= view.leftPx) return isNear(startPx)
        return latestPx >= view.leftPx ? isNear(view.leftPx) : isOut
      }),
    )
  })
})

it('what is not stretched and keeps to its range stays over its start, until the window leaves it', () => {
  const label = { x: 100, homeX: 100, widthPx: 50 }
  const shift = { kind: 'pinned', label, endPx: 400, insetPx: 6 } as const
  const at = (leftPx: number): number => label.x + shiftPx(shift, { stretch: 1, leftPx, widthPx: 1000 })
  expect([at(0), at(90), at(200), at(345), at(380)]).toEqual([100, 100, 206, 350, 380])
})

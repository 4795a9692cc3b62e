import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BEYOND_PX,
  canvasSize,
  paintWindow,
  type WindowEnds,
  type WindowLooks,
} from '../../../src/ui/painting/paintWindow.ts'

interface Rect {
  readonly fill: string
  /** Px of the canvas. */
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** What was filled, back to front, in px of the canvas. */
function paint(looks: WindowLooks, ends: WindowEnds): readonly Rect[] {
  const rects: Rect[] = []
  let [scale, dx, dy] = [1, 0, 0]
  const context = {
    fillStyle: '',
    clearRect: () => rects.splice(0),
    setTransform: (a: number, _b: number, _c: number, _d: number, e: number, f: number) => {
      ;[scale, dx, dy] = [a, e, f]
    },
    fillRect(x: number, y: number, width: number, height: number) {
      const [x1, y1] = [x * scale + dx, y * scale + dy]
      rects.push({ fill: this.fillStyle, x1, y1, x2: x1 + width * scale, y2: y1 + height * scale })
    },
  }
  paintWindow(context as unknown as Parameters<typeof paintWindow>[0], looks, ends)
  return rects
}

const looksOf = (density: number): WindowLooks => ({
  wash: 'wash',
  line: 'line',
  grip: 'grip',
  widthPx: 600,
  heightPx: 30,
  density,
})

const ends = fc
  .tuple(fc.double({ min: 0, max: 600, noNaN: true }), fc.double({ min: 0, max: 600, noNaN: true }))
  .map(([a, b]): WindowEnds => ({ x1: Math.min(a, b), x2: Math.max(a, b) }))
const densities = fc.constantFrom(1, 1.25, 1.5, 2, 3)

describe('the window on the strip as it is painted', () => {
  test('its wash lies from one end to the other, and is never thinner than a px', () => {
    fc.assert(
      fc.property(ends, densities, ({ x1, x2 }, density) => {
        const wash = paint(looksOf(density), { x1, x2 }).find(({ fill }) => fill === 'wash')
        expect(wash?.x1).toBeCloseTo((x1 + BEYOND_PX.x) * density, 6)
        expect((wash?.x2 ?? 0) - (wash?.x1 ?? 0)).toBeCloseTo(Math.max(1, x2 - x1) * density, 6)
        expect(wash?.y1).toBeCloseTo(BEYOND_PX.y * density, 6)
        expect(wash?.y2).toBeCloseTo((BEYOND_PX.y + 30) * density, 6)
      }),
    )
  })

  test('nothing is cut off by the canvas, wherever the window lies', () => {
    fc.assert(
      fc.property(ends, densities, (window, density) => {
        const { width, height } = canvasSize(looksOf(density))
        for (const { x1, x2, y1, y2 } of paint(looksOf(density), window)) {
          expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(-1)
          expect(x2).toBeLessThanOrEqual(width + 1)
          expect(y2).toBeLessThanOrEqual(height + 1)
        }
      }),
    )
  })

  test('both ends look the same, and keep their size however close they are', () => {
    fc.assert(
      fc.property(ends, densities, ({ x1, x2 }, density) => {
        const rects = paint(looksOf(density), { x1, x2 }).slice(3)
        const half = rects.length / 2
        // Its line, its grip in two colours, two ribs.
        expect(half).toBe(5)
        for (const [i, one] of rects.slice(0, half).entries()) {
          const other = rects[half + i]
          expect(other?.fill).toBe(one.fill)
          expect((other?.x1 ?? 0) - one.x1).toBeCloseTo((x2 - x1) * density, 5)
          expect((other?.x2 ?? 0) - one.x2).toBeCloseTo((x2 - x1) * density, 5)
          expect([other?.y1, other?.y2]).toEqual([one.y1, one.y2])
        }
      }),
    )
  })

  test.each([1, 2])('edges of an end that stands on a pixel are on pixels too, %i to a px', (density) => {
    const ofEnd = paint(looksOf(density), { x1: 100, x2: 200 }).slice(3)
    for (const { x1, x2, y1, y2 } of ofEnd)
      for (const edge of [x1, x2, y1, y2]) expect(edge, JSON.stringify(ofEnd)).toBe(Math.round(edge))
  })
})

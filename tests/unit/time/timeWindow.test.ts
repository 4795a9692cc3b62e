/** How does the stretch of time on screen move? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampWindow,
  interpolateWindow,
  isDrawable,
  isSameWindow,
  panWindow,
  snapWindow,
  spanOf,
  stepWindow,
  zoomWindow,
  type TimeWindow,
} from '../../../src/core/time/timeWindow.ts'
import { civilMsFromDate, dateFromCivilMs } from '../../../src/core/time/civilDay.ts'
import { DATE_LIMIT_MS, DAY_MS, MINUTE_MS, SECOND_MS } from '../../../src/core/time/units.ts'

const window = (startMs: number, endMs: number): TimeWindow => ({ startMs, endMs })
/** From ten minutes to a thousand years, within a few thousand years of 1970. */
const anyWindow = fc
  .tuple(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 10 * MINUTE_MS, max: 3e13 }))
  .map(([startMs, spanMs]) => window(startMs, startMs + spanMs))
const zoomFactor = fc.double({ min: 0.01, max: 100, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('panning', () => {
  it('by half a window later moves both ends by half the length', () => {
    expect(panWindow(window(0, 100), 0.5)).toEqual(window(50, 150))
    expect(panWindow(window(0, 100), -2)).toEqual(window(-200, -100))
  })

  it('there and back is nothing', () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: -10, max: 10 }), (before, steps) => {
        expect(panWindow(panWindow(before, steps), -steps)).toEqual(before)
      }),
    )
  })
})

describe('zooming', () => {
  it('twice as close at a quarter leaves a quarter of the half on the left', () => {
    expect(zoomWindow(window(0, 100), 2, 25)).toEqual(window(12.5, 62.5))
  })

  it('keeps the date under the pointer fixed', () => {
    fc.assert(
      fc.property(anyWindow, zoomFactor, share, (before, factor, at) => {
        const anchorMs = before.startMs + spanOf(before) * at
        const after = zoomWindow(before, factor, anchorMs)
        expect((anchorMs - after.startMs) / spanOf(after)).toBeCloseTo(at, 3)
        expect((spanOf(after) * factor) / spanOf(before)).toBeCloseTo(1, 4)
      }),
    )
  })

  it('in and out again at one place is nothing', () => {
    const before = window(0, 96 * DAY_MS)
    expect(zoomWindow(zoomWindow(before, 2, 24 * DAY_MS), 0.5, 24 * DAY_MS)).toEqual(before)
  })
})

describe('limits', () => {
  const limits = { outer: window(0, 1000), minSpanMs: 10 }

  it('leave a window alone that keeps them', () => {
    expect(clampWindow(window(100, 200), limits)).toEqual(window(100, 200))
  })

  it('push a window back that runs over an edge, with its length kept', () => {
    expect(clampWindow(window(-50, 50), limits)).toEqual(window(0, 100))
    expect(clampWindow(window(950, 1050), limits)).toEqual(window(900, 1000))
  })

  it('widen a window around its middle that is too narrow', () => {
    expect(clampWindow(window(499, 501), limits)).toEqual(window(495, 505))
  })

  it('make of a window that is too wide the outermost one', () => {
    expect(clampWindow(window(-5000, 20_000), limits)).toEqual(window(0, 1000))
  })

  it('are kept by whatever comes out, and nothing changes the second time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 9000 }),
        (startMs, spanMs) => {
          const clamped = clampWindow(window(startMs, startMs + spanMs), limits)
          expect(clamped.startMs).toBeGreaterThanOrEqual(0)
          expect(clamped.endMs).toBeLessThanOrEqual(1000)
          expect(spanOf(clamped)).toBeGreaterThanOrEqual(10)
          expect(clampWindow(clamped, limits)).toEqual(clamped)
        },
      ),
    )
  })
})

describe('snapping', () => {
  it('rounds to the minute what is wider than a day, and else to the second', () => {
    expect(snapWindow(window(29_999, 2 * DAY_MS + 30_000))).toEqual(window(0, 2 * DAY_MS + MINUTE_MS))
    expect(snapWindow(window(499, 9500))).toEqual(window(0, 10 * SECOND_MS))
  })

  it('never leaves a window without length', () => {
    expect(snapWindow(window(100, 200))).toEqual(window(0, SECOND_MS))
  })

  it('gives no negative zero, which a link would not give back', () => {
    expect(Object.is(snapWindow(window(-100, 5000)).startMs, 0)).toBe(true)
  })

  it('a second time changes nothing', () => {
    const farWindow = fc
      .tuple(
        fc.double({ min: -8.6e15, max: 8.6e15, noNaN: true }),
        fc.double({ min: 1, max: 1e14, noNaN: true }),
      )
      .map(([startMs, spanMs]) => window(startMs, startMs + spanMs))
    fc.assert(
      fc.property(fc.oneof(anyWindow, farWindow), (before) => {
        const snapped = snapWindow(before)
        expect(snapWindow(snapped)).toEqual(snapped)
        expect(snapped.startMs).toBeLessThan(snapped.endMs)
      }),
    )
  })

  it('goes to whole years where a link can name nothing finer', () => {
    const years = (first: number, last: number) => window(civilMsFromDate(first), civilMsFromDate(last))
    const summer = (year: number) => civilMsFromDate(year, 7, 2)
    expect(snapWindow(window(summer(12_000), summer(12_010)))).toEqual(years(12_000, 12_011))
    expect(snapWindow(window(summer(-12_010), summer(-12_000)))).toEqual(years(-12_010, -11_999))
    expect(snapWindow(window(summer(9999), summer(10_000)))).toEqual(
      window(summer(9999), civilMsFromDate(10_001)),
    )
  })

  it('never leaves the range that can be drawn', () => {
    const outermost = snapWindow(window(-DATE_LIMIT_MS, DATE_LIMIT_MS))
    expect(isDrawable(outermost)).toBe(true)
    expect(dateFromCivilMs(outermost.startMs)).toEqual({ year: -271_820, month: 1, day: 1 })
    expect(dateFromCivilMs(outermost.endMs)).toEqual({ year: 275_760, month: 1, day: 1 })
  })
})

describe('moving from one window to another', () => {
  const from = window(0, 100)
  const to = window(1000, 1400)

  it('begins where it is and ends where it goes', () => {
    expect(interpolateWindow(from, to, 0)).toEqual(from)
    expect(interpolateWindow(from, to, 1)).toEqual(to)
  })

  it('doubles the length in each half when it has to grow fourfold', () => {
    expect(spanOf(interpolateWindow(from, to, 0.5))).toBeCloseTo(200, 9)
  })

  it('travels evenly when the length stays', () => {
    expect(interpolateWindow(from, window(1000, 1100), 0.25)).toEqual(window(250, 350))
  })

  it('comes to its end without a jump', () => {
    fc.assert(
      fc.property(anyWindow, anyWindow, (a, b) => {
        const last = interpolateWindow(a, b, 1 - 1e-9)
        const tolerance = Math.max(spanOf(a), spanOf(b), Math.abs(a.startMs - b.startMs)) * 1e-6
        expect(Math.abs(last.startMs - b.startMs)).toBeLessThanOrEqual(tolerance)
        expect(Math.abs(last.endMs - b.endMs)).toBeLessThanOrEqual(tolerance)
      }),
    )
  })
})

describe('two windows', () => {
  it('are the same when both ends are, or when there is none', () => {
    expect(isSameWindow(window(1, 2), window(1, 2))).toBe(true)
    expect(isSameWindow(window(1, 2), window(1, 3))).toBe(false)
    expect(isSameWindow(null, null)).toBe(true)
    expect(isSameWindow(window(1, 2), null)).toBe(false)
  })

  it('can be drawn only where a Date can follow', () => {
    expect(isDrawable(window(-DATE_LIMIT_MS, DATE_LIMIT_MS))).toBe(true)
    expect(isDrawable(window(-DATE_LIMIT_MS - 1, 0))).toBe(false)
    expect(isDrawable(window(5, 5))).toBe(false)
  })
})

describe('the buttons Earlier and Later', () => {
  it('lead back to the same window, to the minute, however odd its length', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom(0.5, 1), (free, share) => {
        const from = snapWindow(free)
        expect(stepWindow(stepWindow(from, share), -share)).toEqual(from)
        expect(snapWindow(stepWindow(from, share))).toEqual(stepWindow(from, share))
      }),
    )
  })
})

/** What do a wheel and two fingers make of the window? */
import { fireEvent } from '@testing-library/dom'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { clampWindow, momentAt, spanOf, type TimeWindow } from '../../src/core/time/timeWindow.ts'
import { listenToGestures } from '../../src/ui/timeline/gestures.ts'

const WIDTH_PX = 1000
const LEFT_PX = 40
const limits = { outer: { startMs: 0, endMs: 1e12 }, minSpanMs: 1e6 }

let surface: HTMLElement
let child: HTMLElement
let shown: TimeWindow
/** Of all events, ms. */
let clockMs: number

const onWindow = (window: TimeWindow): void => {
  shown = clampWindow(window, limits)
}

function setUp(): () => void {
  surface = document.createElement('div')
  surface.getBoundingClientRect = () => new DOMRect(LEFT_PX, 0, WIDTH_PX, 300)
  child = surface.appendChild(document.createElement('button'))
  document.body.replaceChildren(surface)
  shown = { startMs: 4e11, endMs: 5e11 }
  clockMs = 1000
  return listenToGestures(surface, () => ({
    window: shown,
    limits,
    widthPx: WIDTH_PX,
    onWindow,
    onPress: () => undefined,
  }))
}

let stop: () => void
beforeEach(() => {
  stop = setUp()
})

/** @returns whether the page may scroll */
function turn(deltaY: number, atPx = 500, more: WheelEventInit = {}): boolean {
  const init = { deltaY, clientX: LEFT_PX + atPx, bubbles: true, cancelable: true, ...more }
  const event = new WheelEvent('wheel', init)
  Object.defineProperty(event, 'timeStamp', { value: (clockMs += 50) })
  return child.dispatchEvent(event)
}

const pointedAt = (px: number): number => momentAt(shown, px / WIDTH_PX)

describe('a wheel', () => {
  it('zooms, and the moment under the pointer stays there', () => {
    const turns = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WIDTH_PX }), turns, (px, deltas) => {
        setUp()
        const before = { ms: pointedAt(px), spanMs: spanOf(shown) }
        for (const delta of deltas) turn(delta, px)
        const turned = deltas.reduce((sum, delta) => sum + delta, 0)
        expect(spanOf(shown) / before.spanMs).toBeCloseTo(2 ** (turned / 500), 6)
        expect((pointedAt(px) - before.ms) / spanOf(shown)).toBeCloseTo(0, 6)
      }),
      { numRuns: 50 },
    )
  })

  it('out and in again is nothing, even where an edge of the story has pushed the window', () => {
    shown = { startMs: 1e10, endMs: 1.1e11 }
    const before = shown
    turn(500, 900)
    expect(shown.startMs).toBe(0)
    turn(-500, 900)
    expect(shown.startMs).toBeCloseTo(before.startMs, -3)
    expect(shown.endMs).toBeCloseTo(before.endMs, -3)
  })

  it('begins anew after a rest, where the pointer is elsewhere, and where somebody else has moved the window', () => {
    for (const change of [
      () => (clockMs += 1000),
      () => undefined,
      () => (shown = { startMs: 6e11, endMs: 7e11 }),
    ]) {
      setUp()
      turn(-120, 100)
      change()
      const ms = pointedAt(700)
      turn(-120, 700)
      expect((pointedAt(700) - ms) / spanOf(shown)).toBeCloseTo(0, 6)
    }
    setUp()
    turn(-120, 100)
    shown = { startMs: 6e11, endMs: 7e11 }
    turn(-120, 100)
    expect(pointedAt(100)).toBeCloseTo(6.1e11, -4)
  })

  it('is the page’s at either limit, but not in the middle of a gesture', () => {
    shown = limits.outer
    expect(turn(120)).toBe(true)
    expect(turn(-120)).toBe(false)
    expect(turn(120)).toBe(false)
    expect(turn(120)).toBe(false)
    expect(shown).toEqual(limits.outer)
    clockMs += 1000
    expect(turn(120)).toBe(true)
    shown = { startMs: 5e11, endMs: 5e11 + limits.minSpanMs }
    clockMs += 1000
    expect(turn(-120)).toBe(true)
  })

  it('that stands within a hair of the limit, as a window in an address does, is the page’s as well', () => {
    shown = { startMs: 1e8, endMs: 1e12 }
    expect(turn(120)).toBe(true)
  })

  it('counts lines and pages as browsers tell them', () => {
    turn(-20, 500, { deltaMode: WheelEvent.DOM_DELTA_LINE })
    expect(spanOf(shown)).toBeCloseTo(5e10, -3)
    turn(1, 500, { deltaMode: WheelEvent.DOM_DELTA_PAGE })
    expect(spanOf(shown)).toBeCloseTo(1e11, -3)
  })

  it('with Ctrl is a touchpad’s pinch: small turns count tenfold, and a notch of a real wheel does not leap', () => {
    turn(-10, 500, { ctrlKey: true })
    expect(spanOf(shown)).toBeCloseTo(1e11 / 2 ** 0.2, -3)
    turn(-120, 500, { ctrlKey: true })
    expect(spanOf(shown)).toBeCloseTo(1e11 / 2 ** 0.7, -3)
  })

  it('pans sideways and with Shift by as much as it is turned', () => {
    expect(turn(10, 500, { deltaX: 100 })).toBe(false)
    expect(shown).toEqual({ startMs: 4.1e11, endMs: 5.1e11 })
    expect(turn(-100, 500, { shiftKey: true })).toBe(false)
    expect(shown).toEqual({ startMs: 4e11, endMs: 5e11 })
  })
})

describe('two fingers', () => {
  const touch = (kind: 'touchStart' | 'touchMove' | 'touchEnd', ...places: readonly [number, number?][]) =>
    fireEvent[kind](child, {
      touches: places.map(([px, clientY = 100], identifier) => ({
        identifier,
        target: child,
        clientX: LEFT_PX + px,
        clientY,
      })),
    })

  it('zoom by how far they part, and what lay between them stays there and moves with them', () => {
    const place = fc.integer({ min: 0, max: WIDTH_PX })
    // Within what the story's edges allow.
    const apart = fc.integer({ min: 50, max: 200 })
    fc.assert(
      fc.property(place, apart, place, apart, (a, da, b, db) => {
        setUp()
        const ms = pointedAt(a)
        touch('touchStart', [a - da], [a + da])
        expect(touch('touchMove', [b - db], [b + db])).toBe(false)
        expect(spanOf(shown)).toBeCloseTo((1e11 * da) / db, -3)
        expect((pointedAt(b) - ms) / spanOf(shown)).toBeCloseTo(0, 6)
      }),
      { numRuns: 50 },
    )
  })

  it('zoom one above the other as well, and by nothing where they meet', () => {
    touch('touchStart', [500, 100], [500, 200])
    touch('touchMove', [500, 50], [500, 250])
    expect(spanOf(shown)).toBeCloseTo(5e10, -3)
    touch('touchMove', [500, 50], [500, 50])
    expect(Number.isFinite(spanOf(shown))).toBe(true)
  })

  it('zoom on when the mark under one of them has gone', () => {
    const mark = surface.appendChild(document.createElement('button'))
    const touches = (a: number, b: number) => ({
      touches: [
        { identifier: 0, target: mark, clientX: LEFT_PX + a, clientY: 100 },
        { identifier: 1, target: child, clientX: LEFT_PX + b, clientY: 100 },
      ],
    })
    fireEvent.touchStart(child, touches(400, 600))
    mark.remove()
    fireEvent.touchMove(child, touches(300, 700))
    expect(spanOf(shown)).toBeCloseTo(5e10, -3)
  })

  it('of which one is lifted leave the other one, which pans', () => {
    touch('touchStart', [400], [600])
    touch('touchMove', [300], [700])
    touch('touchEnd', [700])
    const [before, ms] = [spanOf(shown), pointedAt(700)]
    touch('touchMove', [650])
    expect(spanOf(shown)).toBe(before)
    expect((pointedAt(650) - ms) / spanOf(shown)).toBeCloseTo(0, 6)
    // Nobody was told, as where the mark under it has gone.
    touch('touchMove')
    touch('touchEnd')
    const rest = shown
    touch('touchStart', [500])
    expect(touch('touchMove', [300])).toBe(true)
    expect(shown).toBe(rest)
  })
})

it('whoever stops to listen changes nothing any more, and the surface says whether somebody listens', () => {
  expect(surface).toHaveAttribute('data-gestures')
  stop()
  const before = shown
  expect(turn(-120)).toBe(true)
  expect(shown).toBe(before)
  expect(surface).not.toHaveAttribute('data-gestures')
})

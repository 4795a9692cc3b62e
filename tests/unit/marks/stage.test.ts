/** Does a stage show, shifted and stretched, what a drawing of the window itself would show? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aroundNext, buildStage, canShow, viewStage, widenWindow } from '../../../src/core/marks/stage.ts'
import { pinLabel } from '../../../src/core/marks/pinLabel.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { panWindow, zoomWindow } from '../../../src/core/time/timeWindow.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { randomWindow } from '../../fixtures/randomStory.ts'

const WIDTH_PX = 1000
const OVERSCAN_PX = 480
const window = { startMs: january(1), endMs: january(21) }
const stageOf = (shown: typeof window) =>
  buildTimeScale(widenWindow(shown, WIDTH_PX, OVERSCAN_PX), WIDTH_PX + 2 * OVERSCAN_PX)
const stage = stageOf(window)

describe('a stage', () => {
  it('has the density of its window, which lies in its middle', () => {
    expect(stage.msPerPx).toBeCloseTo((20 * DAY_MS) / WIDTH_PX, 3)
    const view = viewStage(stage, window, WIDTH_PX)
    expect(view.stretch).toBe(1)
    expect(view.leftPx).toBeCloseTo(OVERSCAN_PX, 6)
  })

  it('puts every moment where a drawing of the window itself would put it', () => {
    const move = fc.tuple(
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
    )
    fc.assert(
      fc.property(
        randomWindow,
        move,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (first, [pan, zoom], share) => {
          const drawn = stageOf(first)
          const moved = panWindow(zoomWindow(first, zoom, (first.startMs + first.endMs) / 2), pan)
          const { stretch, leftPx } = viewStage(drawn, moved, WIDTH_PX)
          const timeMs = moved.startMs + (moved.endMs - moved.startMs) * share
          expect(drawn.timeToPx(timeMs) * stretch - leftPx).toBeCloseTo(share * WIDTH_PX, 3)
        },
      ),
    )
  })

  it('never shows an edge of itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (pan, zoom) => {
          const moved = panWindow(zoomWindow(window, zoom, january(11)), pan)
          const view = viewStage(stage, moved, WIDTH_PX)
          if (!canShow(stage, view)) return
          expect(view.leftPx).toBeGreaterThan(0)
          expect(view.leftPx + WIDTH_PX).toBeLessThan(stage.widthPx * view.stretch)
        },
      ),
    )
  })

  it.each([
    { what: 'stays for a pan of a third', moved: panWindow(window, 0.33), shows: true },
    { what: 'goes for a pan of half', moved: panWindow(window, 0.5), shows: false },
    { what: 'stays for a doubling', moved: zoomWindow(window, 2, january(11)), shows: true },
    { what: 'goes beyond it', moved: zoomWindow(window, 2.1, january(11)), shows: false },
    {
      what: 'stays for one step of resolution out',
      moved: zoomWindow(window, 0.85, january(11)),
      shows: true,
    },
    { what: 'goes beyond it, before labels meet', moved: zoomWindow(window, 0.8, january(11)), shows: false },
  ])('$what', ({ moved, shows }) => {
    expect(canShow(stage, viewStage(stage, moved, WIDTH_PX))).toBe(shows)
  })
})

describe('the stage of a gesture', () => {
  const rest = buildTimeScale(window, WIDTH_PX)

  it('puts every moment where the drawing at rest has it, while it is as dense', () => {
    const next = buildStage(panWindow(window, 0.1), window, WIDTH_PX, OVERSCAN_PX)
    for (const day of [1, 7, 21])
      expect(next.timeToPx(january(day))).toBeCloseTo(rest.timeToPx(january(day)), 9)
    expect(next.leftPx).toBeCloseTo(0.1 * WIDTH_PX - OVERSCAN_PX, 6)
    expect(next.rightPx).toBeCloseTo(1.1 * WIDTH_PX + OVERSCAN_PX, 6)
  })

  it.each([
    { what: 'far from where it rested', shown: panWindow(window, 5) },
    { what: 'at another density', shown: zoomWindow(window, 3, january(11)) },
  ])('begins at its own left edge $what', ({ shown }) => {
    expect(buildStage(shown, window, WIDTH_PX, OVERSCAN_PX).leftPx).toBe(0)
  })

  it.each([
    { what: 'keeps its density going in', zoom: 1.06, density: 1 },
    { what: 'takes the new one once it is far in', zoom: 1.9, density: 1.9 },
    { what: 'is laid out ahead going out', zoom: 0.95, density: 0.95 / Math.SQRT2 },
  ])('$what, and shows the window', ({ zoom, density }) => {
    const shown = zoomWindow(window, zoom, january(11))
    const around = aroundNext(shown, viewStage(rest, shown, WIDTH_PX))
    expect((window.endMs - window.startMs) / (around.endMs - around.startMs)).toBeCloseTo(density, 9)
    const next = buildStage(around, window, WIDTH_PX, OVERSCAN_PX)
    expect(canShow(next, viewStage(next, shown, WIDTH_PX))).toBe(true)
  })
})

describe('a label of a range', () => {
  const label = { homeX: 100, widthPx: 50 }
  const at = (leftPx: number, stretch = 1) => pinLabel(label, 400, 9, { leftPx, stretch, widthPx: WIDTH_PX })

  it('stands at the range’s start, then at the window’s edge as long as the range is in view', () => {
    expect(at(0)).toBe(100)
    expect(at(250)).toBe(259)
    expect(at(345)).toBe(350)
    expect(at(380)).toBe(380)
  })

  it('goes with the start of a range that is stretched, and keeps its own width', () => {
    expect(at(0, 2)).toBe(200)
    expect(at(600, 2)).toBe(609)
  })

  it('a range that was over in May no longer has its name at the edge of June: it leaves with the range’s end', () => {
    expect(at(400)).toBe(400)
    expect(at(430)).toBe(400)
    expect(at(900, 2)).toBe(800)
  })
})

/**
 * What can a drawing show without being drawn anew?
 * A stage is a drawing of the window and some more on either side. While the window moves, the stage is shifted under it
 * and stretched: what has a moment of its own moves apart, what has a size keeps it.
 *
 *            leftPx                  widthPx
 *   |<------------------->|======= window =======|             |   stage, stretched
 */
import { buildTimeScale, type TimeScale } from '../time/timeScale.ts'
import { spanOf, zoomWindow, type TimeWindow } from '../time/timeWindow.ts'
import type { Px } from '../time/units.ts'

/** Where a window lies on a stage. */
export interface StageView {
  /** How much farther apart things stand than where they were placed: 1 while the window only pans. */
  readonly stretch: number
  /** The window's left edge in px of the stretched stage, of which px 0 is the scale's. */
  readonly leftPx: Px
  readonly widthPx: Px
}

/** The window and `overscanPx` more on either side. */
export function widenWindow(window: TimeWindow, widthPx: Px, overscanPx: Px): TimeWindow {
  const moreMs = (spanOf(window) / widthPx) * overscanPx
  return { startMs: window.startMs - moreMs, endMs: window.endMs + moreMs }
}

/** A stage whose px 0 lies farther off begins anew: browsers keep long layers, but not endless ones. */
const MAX_FROM_ZERO = 4

/**
 * The scale of a stage around `window`. Where it has the density that the drawing at rest has, everything keeps its
 * px, so that only what comes in or goes out has to be drawn.
 */
export function buildStage(window: TimeWindow, rest: TimeWindow, widthPx: Px, overscanPx: Px): TimeScale {
  const wide = widenWindow(window, widthPx, overscanPx)
  const isAsDense = Math.abs(spanOf(window) / spanOf(rest) - 1) < 1e-9
  const isNear = Math.abs(window.startMs - rest.startMs) < MAX_FROM_ZERO * spanOf(rest)
  return buildTimeScale(wide, widthPx + 2 * overscanPx, isAsDense && isNear ? rest.startMs : wide.startMs)
}

/** @param stage of the whole stage; @param widthPx of the window */
export function viewStage(stage: TimeScale, window: TimeWindow, widthPx: Px): StageView {
  const msPerPx = spanOf(window) / widthPx
  const stretch = stage.msPerPx / msPerPx
  return {
    // A pan is no zoom, whatever is lost in adding.
    stretch: Math.abs(stretch - 1) < 1e-9 ? 1 : stretch,
    leftPx: stage.timeToPx(window.startMs) * (Math.abs(stretch - 1) < 1e-9 ? 1 : stretch),
    widthPx,
  }
}

/** Whether everything stands where it was placed. */
export function isInPlace({ stretch, leftPx }: StageView): boolean {
  return stretch === 1 && leftPx === 0
}

/** Whether it differs from what was placed by less than can be seen: windows at rest are rounded, those of gestures not. */
export function isNearlyInPlace({ stretch, leftPx, widthPx }: StageView): boolean {
  return Math.abs(leftPx) < 1 && Math.abs(stretch - 1) * widthPx < 1
}

/** How near an edge of the stage may come before the next stage is drawn, px. */
const RESERVE_PX: Px = 80
/** Closer, labels only get more room: a doubling is four steps of resolution. */
export const MAX_STRETCH = 2
/** Farther, they close up: one step of resolution. */
export const MIN_STRETCH = 2 ** (-1 / 4)
/** How far ahead of a window that grows its stage is laid out. */
const AHEAD = 2 ** (1 / 2)
/** A stage that was stretched by less is followed by one of its own density. */
const KEPT_STRETCH = 2 ** (1 / 2)

/** Whether the stage can go on showing a window that moves. A hair more than a step, so that a whole step still does. */
export function canShow(stage: TimeScale, { stretch, leftPx, widthPx }: StageView): boolean {
  return (
    leftPx - stage.leftPx * stretch >= RESERVE_PX &&
    stage.rightPx * stretch - leftPx - widthPx >= RESERVE_PX &&
    stretch <= MAX_STRETCH + 1e-9 &&
    stretch >= MIN_STRETCH - 1e-9
  )
}

/** The window to draw the next stage around, when the one before cannot show `window`, which it would have so. */
export function aroundNext(window: TimeWindow, { stretch }: StageView): TimeWindow {
  const middleMs = (window.startMs + window.endMs) / 2
  // Going out, labels close up: the next stage is laid out for where the window is going.
  if (stretch < 0.999) return zoomWindow(window, 1 / AHEAD, middleMs)
  return stretch <= KEPT_STRETCH ? zoomWindow(window, 1 / stretch, middleMs) : window
}

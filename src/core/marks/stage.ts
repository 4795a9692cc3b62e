/**
 * What can a drawing show without being drawn anew?
 * A stage is a drawing of the window and some more on either side. While the window moves, the stage is shifted under it
 * and stretched: what has a moment of its own moves apart, what has a size keeps it.
 *
 *            leftPx                  widthPx
 *   |<------------------->|======= window =======|             |   stage, stretched
 */
import type { TimeScale } from '../time/timeScale.ts'
import { spanOf, type TimeWindow } from '../time/timeWindow.ts'
import type { Px } from '../time/units.ts'
import type { PlacedLabel } from './placedMark.ts'

/** Where a window lies on a stage. */
export interface StageView {
  /** How much farther apart things stand than where they were placed: 1 while the window only pans. */
  readonly stretch: number
  /** From the stage's left edge to the window's, px of the screen. */
  readonly leftPx: Px
  readonly widthPx: Px
}

/** The window and `overscanPx` more on either side. */
export function widenWindow(window: TimeWindow, widthPx: Px, overscanPx: Px): TimeWindow {
  const moreMs = (spanOf(window) / widthPx) * overscanPx
  return { startMs: window.startMs - moreMs, endMs: window.endMs + moreMs }
}

/** @param stage of the whole stage; @param widthPx of the window */
export function viewStage(stage: TimeScale, window: TimeWindow, widthPx: Px): StageView {
  const msPerPx = spanOf(window) / widthPx
  const stretch = stage.msPerPx / msPerPx
  return {
    // A pan is no zoom, whatever is lost in adding.
    stretch: Math.abs(stretch - 1) < 1e-9 ? 1 : stretch,
    leftPx: (window.startMs - stage.window.startMs) / msPerPx,
    widthPx,
  }
}

/** How near an edge of the stage may come before the next stage is drawn, px. */
const RESERVE_PX: Px = 80
/** Closer, labels only get more room: a doubling is four steps of resolution. */
const MAX_STRETCH = 2
/** Farther, they close up: one step of resolution. */
const MIN_STRETCH = 2 ** (-1 / 4)

/** Whether the stage can go on showing a window that moves. A hair more than a step, so that a whole step still does. */
export function canShow(stage: TimeScale, { stretch, leftPx, widthPx }: StageView): boolean {
  const rightPx = stage.widthPx * stretch - leftPx - widthPx
  return (
    leftPx >= RESERVE_PX &&
    rightPx >= RESERVE_PX &&
    stretch <= MAX_STRETCH + 1e-9 &&
    stretch >= MIN_STRETCH - 1e-9
  )
}

/**
 * Where a label that stays in view with its range begins: over the range's start, then at the window's edge, where it
 * gives up its distance from that edge before it would go past the range's end. As placeMarks has it at rest.
 * @param signEndPx as placed; @param insetPx from the edge; @returns px of the stretched stage
 */
export function pinLabel(
  { homeX, widthPx }: Pick<PlacedLabel, 'homeX' | 'widthPx'>,
  signEndPx: Px,
  insetPx: Px,
  { stretch, leftPx }: StageView,
): Px {
  const latestPx = Math.max(0, signEndPx * stretch - widthPx - leftPx)
  return Math.max(homeX * stretch, leftPx + Math.min(insetPx, latestPx))
}

/**
 * Where on the screen is a moment, and which moment is under a pixel?
 * The only place where time and pixels meet. One multiplication either way: d3-scale does the same for a line of
 * time, and brings 9 kB of colours and number formats to the first view that nobody here asks for. Ticks, zoom and
 * brush are D3's.
 */
import type { TimeWindow } from './timeWindow.ts'
import type { CivilMs, DurationMs, Px } from './units.ts'

export interface TimeScale {
  readonly window: TimeWindow
  readonly widthPx: Px
  /** Density of the screen: ms in one px. */
  readonly msPerPx: DurationMs
  /** Not clamped; ±Infinity stays ±Infinity. */
  readonly timeToPx: (timeMs: CivilMs) => Px
  readonly pxToTime: (px: Px) => CivilMs
}

/** @param widthPx > 0; the window's start is px 0 and its end px `widthPx` */
export function buildTimeScale(window: TimeWindow, widthPx: Px): TimeScale {
  const { startMs, endMs } = window
  const msPerPx = (endMs - startMs) / widthPx
  // From the window's start, not from 1970: differences keep their precision at any date.
  return {
    window,
    widthPx,
    msPerPx,
    timeToPx: (timeMs) => (timeMs - startMs) / msPerPx,
    pxToTime: (px) => startMs + px * msPerPx,
  }
}

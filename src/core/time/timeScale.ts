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
  /** Where the window starts and ends; the start is px 0 unless another moment was made it. */
  readonly leftPx: Px
  readonly rightPx: Px
  /** Density of the screen: ms in one px. */
  readonly msPerPx: DurationMs
  /** Not clamped; ±Infinity stays ±Infinity. */
  readonly timeToPx: (timeMs: CivilMs) => Px
  readonly pxToTime: (px: Px) => CivilMs
}

/**
 * @param widthPx > 0, from the window's start to its end
 * @param zeroMs what stands at px 0: scales of one density and one zero put every moment at the same px
 */
export function buildTimeScale(window: TimeWindow, widthPx: Px, zeroMs: CivilMs = window.startMs): TimeScale {
  const { startMs, endMs } = window
  const msPerPx = (endMs - startMs) / widthPx
  const leftPx = (startMs - zeroMs) / msPerPx
  // From a moment near by, not from 1970: differences keep their precision at any date.
  return {
    window,
    widthPx,
    leftPx,
    rightPx: leftPx + widthPx,
    msPerPx,
    timeToPx: (timeMs) => (timeMs - zeroMs) / msPerPx,
    pxToTime: (px) => zeroMs + px * msPerPx,
  }
}

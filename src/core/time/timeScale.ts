/**
 * Where on the screen is a moment, and which moment is under a pixel?
 * The only place where time and pixels meet; D3's linear scale does the arithmetic.
 */
import { scaleLinear } from 'd3'
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
  const scale = scaleLinear([window.startMs, window.endMs], [0, widthPx])
  return {
    window,
    widthPx,
    msPerPx: (window.endMs - window.startMs) / widthPx,
    timeToPx: (timeMs) => (Number.isFinite(timeMs) ? scale(timeMs) : timeMs),
    pxToTime: (px) => scale.invert(px),
  }
}

/**
 * Which stretch of time is on screen, and how does it move?
 * A window is a plain half-open pair; every movement returns a new one. Pixels are not known here.
 */
import { civilMsFromDate, dateFromCivilMs } from './civilDay.ts'
import { DAY_MS, DATE_LIMIT_MS, MINUTE_MS, SECOND_MS, type CivilMs, type DurationMs } from './units.ts'

/** Half-open [startMs, endMs), both finite, startMs < endMs. */
export interface TimeWindow {
  readonly startMs: CivilMs
  readonly endMs: CivilMs
}

/** How far a reader may go: never outside `outer`, never narrower than `minSpanMs`. */
export interface WindowLimits {
  readonly outer: TimeWindow
  readonly minSpanMs: DurationMs
}

/** Length of the window in ms, > 0. */
export function spanOf(window: TimeWindow): DurationMs {
  return window.endMs - window.startMs
}

/** Moves the window by `shareOfSpan` of its own length; 1 is one whole window later, -0.5 half a one earlier. */
export function panWindow(window: TimeWindow, shareOfSpan: number): TimeWindow {
  const shiftMs = spanOf(window) * shareOfSpan
  return { startMs: window.startMs + shiftMs, endMs: window.endMs + shiftMs }
}

/**
 * As panWindow, by whole steps of what a link can write (see snapWindow): going there and back is nothing.
 * @param window snapped
 */
export function stepWindow(window: TimeWindow, shareOfSpan: number): TimeWindow {
  const unitMs = snapUnitOf(window)
  // Away from zero either way: Math.round alone would round half a step up both going and coming.
  const steps = Math.round((spanOf(window) * Math.abs(shareOfSpan)) / unitMs)
  const shiftMs = steps * unitMs * Math.sign(shareOfSpan)
  return { startMs: window.startMs + shiftMs, endMs: window.endMs + shiftMs }
}

/**
 * Zooms by `zoomFactor` (2 = twice as close) and keeps `anchorMs` where it is on screen:
 * its share of the way from start to end is the same before and after.
 */
export function zoomWindow(window: TimeWindow, zoomFactor: number, anchorMs: CivilMs): TimeWindow {
  return {
    startMs: anchorMs - (anchorMs - window.startMs) / zoomFactor,
    endMs: anchorMs + (window.endMs - anchorMs) / zoomFactor,
  }
}

/** The moment at a share of the way from start to end; 0 is the start, 1 the end, others lie outside. */
export function momentAt(window: TimeWindow, share: number): CivilMs {
  return window.startMs + share * spanOf(window)
}

/** The window of this length in which a moment stands at that share of the way. @param spanMs > 0 */
export function holdAt(heldMs: CivilMs, share: number, spanMs: DurationMs): TimeWindow {
  const startMs = heldMs - share * spanMs
  return { startMs, endMs: startMs + spanMs }
}

/** The nearest length that a window may have. */
export function clampSpan(spanMs: DurationMs, { outer, minSpanMs }: WindowLimits): DurationMs {
  return Math.min(spanOf(outer), Math.max(minSpanMs, spanMs))
}

/**
 * The nearest allowed window. Too narrow: widened around its middle. Too wide: the outer one.
 * Beyond an edge: moved back with its length kept.
 */
export function clampWindow(window: TimeWindow, limits: WindowLimits): TimeWindow {
  const spanMs = clampSpan(spanOf(window), limits)
  const middleMs = (window.startMs + window.endMs) / 2
  const startMs = Math.min(limits.outer.endMs - spanMs, Math.max(limits.outer.startMs, middleMs - spanMs / 2))
  return { startMs, endMs: startMs + spanMs }
}

/**
 * Rounds both ends so that the window can be written in a link and read back the same.
 * To the minute when it is wider than a day, else to the second: both are far under a pixel. Beyond the years of
 * four digits to whole years outwards, since EDTF names no day there.
 */
export function snapWindow(window: TimeWindow): TimeWindow {
  const unitMs = snapUnitOf(window)
  const startMs = snapFarYear(Math.round(window.startMs / unitMs) * unitMs, 'start')
  const endMs = snapFarYear(Math.round(window.endMs / unitMs) * unitMs, 'end')
  return { startMs: startMs + 0, endMs: endMs > startMs ? endMs + 0 : startMs + unitMs }
}

/** First moment of the year (for an end: of the year after it); inwards where that is beyond what can be drawn. */
function snapFarYear(timeMs: CivilMs, end: 'start' | 'end'): CivilMs {
  if (!Number.isFinite(timeMs)) return timeMs
  const { year } = dateFromCivilMs(timeMs)
  const yearMs = civilMsFromDate(year)
  if (Math.abs(year) <= 9999 || yearMs === timeMs) return timeMs
  const nextMs = civilMsFromDate(year + 1)
  if (end === 'start') return yearMs < -DATE_LIMIT_MS ? nextMs : yearMs
  return nextMs > DATE_LIMIT_MS ? yearMs : nextMs
}

/** To the minute when the window is wider than a day, else to the second: both are far under a pixel. */
function snapUnitOf(window: TimeWindow): DurationMs {
  return spanOf(window) > DAY_MS ? MINUTE_MS : SECOND_MS
}

/** The same two ends, to the millisecond. */
export function isSameWindow(a: TimeWindow | null, b: TimeWindow | null): boolean {
  if (a === null || b === null) return a === b
  return a.startMs === b.startMs && a.endMs === b.endMs
}

/** Whether JavaScript's Date can hold both ends. */
export function isDrawable(window: TimeWindow): boolean {
  return window.startMs >= -DATE_LIMIT_MS && window.endMs <= DATE_LIMIT_MS && window.startMs < window.endMs
}

/** A window part of the way (0..1) between two: spans change by equal ratios, so a zoom feels even. */
export function interpolateWindow(from: TimeWindow, to: TimeWindow, share: number): TimeWindow {
  if (share >= 1) return to
  const spanFromMs = spanOf(from)
  const ratio = spanOf(to) / spanFromMs
  const spanMs = spanFromMs * ratio ** share
  const travelled = Math.abs(ratio - 1) < 1e-6 ? share : (ratio ** share - 1) / (ratio - 1)
  const startMs = from.startMs + (to.startMs - from.startMs) * travelled
  return { startMs, endMs: startMs + spanMs }
}

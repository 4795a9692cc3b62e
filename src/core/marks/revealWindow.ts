/** Which window shows an event, moving as little as possible? */
import type { Extent } from '../time/fuzzyDate.ts'
import { clampWindow, spanOf, type TimeWindow, type WindowLimits } from '../time/timeWindow.ts'

/** Where a revealed event lands: this share of the window from its left, so that its label has room. */
const LANDING_SHARE = 0.3

/** null when some of the event is in the window already (or it has no bound at all). */
export function revealWindow(window: TimeWindow, extent: Extent, limits: WindowLimits): TimeWindow | null {
  const isInView = extent.startMs < window.endMs && extent.endMs > window.startMs
  const anchorMs = Number.isFinite(extent.startMs) ? extent.startMs : extent.endMs
  if (isInView || !Number.isFinite(anchorMs)) return null
  const startMs = anchorMs - spanOf(window) * LANDING_SHARE
  return clampWindow({ startMs, endMs: startMs + spanOf(window) }, limits)
}

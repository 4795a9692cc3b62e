/**
 * What does the first view show, and how far may a reader go?
 * It opens on the period that has events, with room at the right for the labels of the last ones.
 */
import type { TimeWindow, WindowLimits } from '../time/timeWindow.ts'
import { DATE_LIMIT_MS, DAY_MS, MINUTE_MS, type CivilMs, type Px } from '../time/units.ts'
import { labelWidthPx } from './eventLabel.ts'
import { howKnown } from '../time/howKnown.ts'
import { lastMiddleMs } from './claimRow.ts'
import type { LayoutInput } from './laneLayout.ts'
import { MAX_WHOLE } from './layOutLanes.ts'
import type { StoryFacts } from './storyFacts.ts'

/** Left of the first mark, px. */
const LEFT_PX: Px = 30
/** The events never get less than this share of the width, however long the last label is. */
const MIN_SHARE = 0.62

/**
 * The window in which every label of a known day fits right of its disc, if that leaves the events enough room.
 *
 *   (t − first)·scale + left + label ≤ width   for every day t: the scale is the smallest of the quotients
 */
export function fitWindow(
  { events, labelOf }: Pick<LayoutInput, 'events' | 'labelOf'>,
  extent: TimeWindow,
  widthPx: Px,
): TimeWindow {
  const spanMs = extent.endMs - extent.startMs
  const leftPx = Math.min(LEFT_PX, widthPx * 0.05)
  let pxPerMs = (widthPx - 2 * leftPx) / spanMs
  // In a larger story the last labels are counted, not written.
  const labelled = events.length <= MAX_WHOLE ? events.length : 0
  for (let row = 0; row < labelled; row++) {
    const date = events.at(row)?.when?.date ?? null
    const middleMs = lastMiddleMs(date)
    if (howKnown(date) !== 'day' || middleMs <= extent.startMs) continue
    const roomPx = widthPx - leftPx - labelWidthPx(labelOf(row), 'full') - 20
    pxPerMs = Math.min(pxPerMs, roomPx / (middleMs - extent.startMs))
  }
  pxPerMs = Math.max(pxPerMs, (widthPx * MIN_SHARE) / spanMs)
  const startMs = extent.startMs - leftPx / pxPerMs
  return { startMs, endMs: startMs + widthPx / pxPerMs }
}

/** How many times the story's own length a reader may zoom out to, half on either side. */
const OUTER_SPANS = 4

/** Closest: two days where days are the finest dates, ten minutes where clock times are given. */
export function limitsFor({
  extent,
  hasClockTimes,
}: Pick<StoryFacts, 'extent' | 'hasClockTimes'>): WindowLimits {
  const spanMs = extent.endMs - extent.startMs
  const marginMs = (spanMs * (OUTER_SPANS - 1)) / 2
  const clamp = (timeMs: CivilMs): CivilMs => Math.max(-DATE_LIMIT_MS, Math.min(DATE_LIMIT_MS, timeMs))
  return {
    outer: { startMs: clamp(extent.startMs - marginMs), endMs: clamp(extent.endMs + marginMs) },
    minSpanMs: Math.min(hasClockTimes ? 10 * MINUTE_MS : 2 * DAY_MS, spanMs),
  }
}

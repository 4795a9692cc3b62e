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

/** What the first view depends on. */
export interface FittedEvents extends Pick<LayoutInput, 'events' | 'labelOf'> {
  /** How many events with a date are anchored before a moment. */
  readonly countBegun: (timeMs: CivilMs) => number
}

/**
 * The window in which every label of a known day fits right of its disc, if that leaves the events enough room.
 *
 *   (t − first)·scale + left + label ≤ width   for every day t: the scale is the smallest of the quotients
 */
export function fitWindow(
  { events, countBegun, labelOf }: FittedEvents,
  extent: TimeWindow,
  widthPx: Px,
): TimeWindow {
  if (events.length > MAX_WHOLE) return fitMost(countBegun, extent, widthPx)
  const spanMs = extent.endMs - extent.startMs
  const leftPx = Math.min(LEFT_PX, widthPx * 0.05)
  let pxPerMs = (widthPx - 2 * leftPx) / spanMs
  for (let row = 0; row < events.length; row++) {
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

/** Events left out of the first view of a large story at either end, as a share. */
const FAR_SHARE = 0.005

/** Of very many events a few lie far from all others ("in the 2010s"): the first view is of those that do not. */
function fitMost(countBegun: FittedEvents['countBegun'], extent: TimeWindow, widthPx: Px): TimeWindow {
  const { startMs, endMs } = findMost(countBegun, extent)
  const marginMs = ((endMs - startMs) / widthPx) * LEFT_PX
  return { startMs: startMs - marginMs, endMs: endMs + marginMs }
}

/** The days in which all events begin but those that lie far from all others at either end. */
export function findMost(countBegun: FittedEvents['countBegun'], extent: TimeWindow): TimeWindow {
  const total = countBegun(Infinity)
  const timeAt = (count: number): CivilMs => {
    let { startMs: low, endMs: high } = extent
    while (high - low > DAY_MS) {
      const middle = (low + high) / 2
      if (countBegun(middle) < count) low = middle
      else high = middle
    }
    return low
  }
  const startMs = timeAt(total * FAR_SHARE)
  return { startMs, endMs: Math.max(timeAt(total * (1 - FAR_SHARE)), startMs) + DAY_MS }
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

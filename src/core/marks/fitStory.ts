/**
 * What does the first view show, and how far may a reader go?
 * It opens on the period that has events, with room at the right for the labels of the last ones.
 */
import type { EventIndex } from '../indexing/eventIndex.ts'
import type { Story } from '../story/story.ts'
import type { TimeWindow, WindowLimits } from '../time/timeWindow.ts'
import { DATE_LIMIT_MS, DAY_MS, MINUTE_MS, type CivilMs, type Px } from '../time/units.ts'
import { labelWidthPx, type EventLabel } from './eventLabel.ts'
import { howKnown } from '../time/howKnown.ts'
import { lastMiddleMs } from './layOutLanes.ts'

/** All finite bounds of dates and reports; a story without any gets the month of its publication. */
export function storyExtent(story: Story, index: EventIndex): TimeWindow {
  let startMs = Infinity
  let endMs = -Infinity
  const include = (timeMs: number): void => {
    if (!Number.isFinite(timeMs)) return
    startMs = Math.min(startMs, timeMs)
    endMs = Math.max(endMs, timeMs)
  }
  story.events.forEach((event, row) => {
    include(index.startMs[row] ?? NaN)
    include(index.endMs[row] ?? NaN)
    include(lastMiddleMs(event.reported?.date ?? null))
  })
  if (startMs > endMs) {
    const published = lastMiddleMs(story.published)
    const middle = Number.isFinite(published) ? published : 0
    return { startMs: middle - 15 * DAY_MS, endMs: middle + 15 * DAY_MS }
  }
  return endMs - startMs >= DAY_MS ? { startMs, endMs } : { startMs: startMs - DAY_MS, endMs: endMs + DAY_MS }
}

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
  story: Story,
  extent: TimeWindow,
  labels: readonly EventLabel[],
  widthPx: Px,
): TimeWindow {
  const spanMs = extent.endMs - extent.startMs
  const leftPx = Math.min(LEFT_PX, widthPx * 0.05)
  let pxPerMs = (widthPx - 2 * leftPx) / spanMs
  story.events.forEach((event, row) => {
    const label = labels[row]
    const middleMs = lastMiddleMs(event.when?.date ?? null)
    if (label === undefined || howKnown(event.when?.date ?? null) !== 'day' || middleMs <= extent.startMs)
      return
    const roomPx = widthPx - leftPx - labelWidthPx(label, 'full') - 20
    pxPerMs = Math.min(pxPerMs, roomPx / (middleMs - extent.startMs))
  })
  pxPerMs = Math.max(pxPerMs, (widthPx * MIN_SHARE) / spanMs)
  const startMs = extent.startMs - leftPx / pxPerMs
  return { startMs, endMs: startMs + widthPx / pxPerMs }
}

/** How many times the story's own length a reader may zoom out to, half on either side. */
const OUTER_SPANS = 4

/** Closest: two days where days are the finest dates, ten minutes where clock times are given. */
export function limitsFor(story: Story, extent: TimeWindow): WindowLimits {
  const spanMs = extent.endMs - extent.startMs
  const hasClockTimes = story.events.some(({ when }) => {
    const date = when?.date
    return date?.kind === 'moment' && (date.precision === 'second' || date.precision === 'minute')
  })
  const marginMs = (spanMs * (OUTER_SPANS - 1)) / 2
  const clamp = (timeMs: CivilMs): CivilMs => Math.max(-DATE_LIMIT_MS, Math.min(DATE_LIMIT_MS, timeMs))
  return {
    outer: { startMs: clamp(extent.startMs - marginMs), endMs: clamp(extent.endMs + marginMs) },
    minSpanMs: Math.min(hasClockTimes ? 10 * MINUTE_MS : 2 * DAY_MS, spanMs),
  }
}

/** Which period does the overview strip show, and what of the story lies beyond it? */
import { spanOf, type TimeWindow } from '../time/timeWindow.ts'
import { findMost, type FittedEvents } from './fitStory.ts'
import { MAX_WHOLE } from './layOutLanes.ts'

export interface StripPeriod {
  readonly window: TimeWindow
  /** Something of the story is known to lie before it, or after it. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** Share of the period's length shown before and after it, so that the first window's ends lie inside the strip. */
const AIR_SHARE = 0.6
/** Where most of very many events would get less than this share of the story's length, the strip is of them alone. */
const SLIVER_SHARE = 1 / 4

/** The whole story; where a few of very many events lie so far off that the others would be a sliver, that of the others. */
export function placeStrip(
  { events, countBegun }: Pick<FittedEvents, 'events' | 'countBegun'>,
  extent: TimeWindow,
): StripPeriod {
  const most = events.length > MAX_WHOLE ? findMost(countBegun, extent) : extent
  const period = spanOf(most) < spanOf(extent) * SLIVER_SHARE ? most : extent
  const airMs = spanOf(period) * AIR_SHARE
  const window = { startMs: period.startMs - airMs, endMs: period.endMs + airMs }
  return { window, isCutBefore: extent.startMs < window.startMs, isCutAfter: extent.endMs > window.endMs }
}

/**
 * In which order are events read? By the earliest moment at which each may have begun; where that is equal,
 * the better known first.
 *
 *   1  earliest bound known     ├─┤  ├──┤  ├──────┤     by that bound, then the narrower, then as in the file
 *   2  only a latest bound      ···┤  ·····┤            by that bound
 *   3  undated                                          by their before/after relations, then as in the file
 */
import { outerExtent } from '../time/fuzzyDate.ts'
import type { TimelineEvent } from './story.ts'
import { orderUndated } from './undatedOrder.ts'

/** All of `events`, in reading order. Relations between a dated and an undated event do not move either. */
export function orderEvents(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const dated = events.flatMap((event) => {
    if (!event.when) return []
    const { startMs, endMs } = outerExtent(event.when.date)
    // no earliest bound sorts behind every earliest bound
    return [{ event, startMs: Number.isFinite(startMs) ? startMs : Infinity, endMs }]
  })
  dated.sort((a, b) => compareMs(a.startMs, b.startMs) || compareMs(a.endMs, b.endMs)) // stable: ES2019
  const undated = events.filter((event) => !event.when)
  return [...dated.map(({ event }) => event), ...orderUndated(undated).events]
}

/** Subtraction would make NaN of two infinities. */
function compareMs(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * In which order are events read? Month by month: first what must have begun in the month, then what may have
 * begun in it or in a later one; within that by the earliest moment, the better known first.
 *
 *   1  earliest bound known     ├─┤  ├──┤  ├──────┤     by period, then by that bound, then the narrower
 *   2  only a latest bound      ···┤  ·····┤            by that bound
 *   3  undated                                          by their before/after relations, then as in the file
 */
import { outerExtent } from '../time/fuzzyDate.ts'
import { readingPeriod } from '../time/readingPeriod.ts'
import type { TimelineEvent } from './story.ts'
import { orderUndated } from './undatedOrder.ts'

/** All of `events`, in reading order. Relations between a dated and an undated event do not move either. */
export function orderEvents(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const dated = events.flatMap((event) => {
    if (!event.when) return []
    const { startMs, endMs } = outerExtent(event.when.date)
    const period = readingPeriod(event.when.date)
    // no earliest bound sorts behind every earliest bound
    const keys = period === null ? [Infinity, endMs] : [period.startMs, period.endMs, startMs, endMs]
    return [{ event, keys }]
  })
  dated.sort((a, b) => compareKeys(a.keys, b.keys)) // stable: ES2019
  const undated = events.filter((event) => !event.when)
  return [...dated.map(({ event }) => event), ...orderUndated(undated).events]
}

/** By the first key that differs. Subtraction would make NaN of two infinities. */
function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const left = a[i] ?? 0
    const right = b[i] ?? 0
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/**
 * Does an event fall in a range of dates? Yes, no, or perhaps.
 *
 *   range          |────────────|
 *   certain           ●                 all that it may be lies inside
 *   possible     [ · · · · ]            one of its days may lie inside
 *   none     ●                          none can
 */
import { outerExtent, type Extent, type FuzzyDate, type SpanEnd } from '../time/fuzzyDate.ts'

/** Ordered: a smaller number is a weaker match. */
export const MATCH = { none: 0, possible: 1, certain: 2 } as const
export type Match = (typeof MATCH)[keyof typeof MATCH]

/** @param range half-open, either end may be infinite; a date of null (undated) is possible in any range */
export function matchDate(date: FuzzyDate | null, range: Extent): Match {
  if (date === null) return MATCH.possible
  if (!touches(outerExtent(date), range)) return MATCH.none
  switch (date.kind) {
    case 'moment': {
      const inside = date.extents.filter((extent) => touches(extent, range))
      if (inside.length === 0) return MATCH.none
      return date.extents.every((extent) => within(extent, range)) ? MATCH.certain : MATCH.possible
    }
    case 'all':
      if (date.extents.some((extent) => within(extent, range))) return MATCH.certain
      return date.extents.some((extent) => touches(extent, range)) ? MATCH.possible : MATCH.none
    case 'span': {
      const certain = certainPart(date.start, date.end)
      return certain !== null && touches(certain, range) ? MATCH.certain : MATCH.possible
    }
  }
}

/** The time a span surely covered: from its latest possible start to its earliest possible end; null if none. */
export function certainPart(start: SpanEnd, end: SpanEnd): Extent | null {
  const startMs = latestStart(start)
  const endMs = earliestEnd(end)
  if (startMs !== null && endMs !== null) return startMs < endMs ? { startMs, endMs } : null
  // One end unknown: all that is sure is the moment of the other.
  if (startMs !== null) return { startMs, endMs: startMs + 1 }
  return endMs !== null ? { startMs: endMs - 1, endMs } : null
}

function latestStart(start: SpanEnd): number | null {
  if (start.kind === 'open') return -Infinity
  if (start.kind === 'unknown') return null
  // It lasted through the last possible day of its beginning.
  const extent = outerExtent(start.moment)
  return start.moment.precision === 'day' && start.moment.extents.length === 1 ? extent.startMs : extent.endMs
}

function earliestEnd(end: SpanEnd): number | null {
  if (end.kind === 'open') return Infinity
  if (end.kind === 'unknown') return null
  const extent = outerExtent(end.moment)
  return end.moment.precision === 'day' && end.moment.extents.length === 1 ? extent.endMs : extent.startMs
}

function touches(a: Extent, b: Extent): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs
}

function within(inner: Extent, outer: Extent): boolean {
  return inner.startMs >= outer.startMs && inner.endMs <= outer.endMs
}

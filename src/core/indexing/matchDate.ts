/**
 * Does an event fall in a range of dates? Yes, no, or perhaps.
 *
 *   range          |────────────|
 *   certain           ●                 all that it may be lies inside
 *   possible     [ · · · · ]            one of its days may lie inside
 *   none     ●                          none can
 *
 * Of a date that means *all* of its days (`{…}`), one day inside is enough: certain if the range holds a day's
 * length of it, or the whole of a member that is shorter. Less than a day is only possible.
 */
import { outerExtent, type Extent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { certainPart } from '../time/spanBounds.ts'
import { DAY_MS } from '../time/units.ts'

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
      if (date.extents.some((extent) => sharesDay(extent, range))) return MATCH.certain
      return date.extents.some((extent) => touches(extent, range)) ? MATCH.possible : MATCH.none
    case 'span': {
      const certain = certainPart(date)
      return certain !== null && touches(certain, range) ? MATCH.certain : MATCH.possible
    }
  }
}

function touches(a: Extent, b: Extent): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs
}

function within(inner: Extent, outer: Extent): boolean {
  return inner.startMs >= outer.startMs && inner.endMs <= outer.endMs
}

/** Whether a day's length of the member lies in the range, or all of a member that is shorter. */
function sharesDay(member: Extent, range: Extent): boolean {
  const sharedMs = Math.min(member.endMs, range.endMs) - Math.max(member.startMs, range.startMs)
  return sharedMs >= Math.min(DAY_MS, member.endMs - member.startMs)
}

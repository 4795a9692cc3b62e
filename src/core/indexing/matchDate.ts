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
import type { Extent } from '../time/fuzzyDate.ts'
import { DAY_MS, type CivilMs } from '../time/units.ts'
import { DATE_KIND, type EventIndex, type EventRow } from './eventIndex.ts'

/** Ordered: a smaller number is a weaker match. Each is a bit, of which ShownRows counts four rows at once. */
export const MATCH = { none: 0, possible: 1, certain: 2 } as const
export type Match = (typeof MATCH)[keyof typeof MATCH]

/** @param range half-open, either end may be infinite; an undated event is possible in any range */
export function matchDate(index: EventIndex, row: EventRow, { startMs, endMs }: Extent): Match {
  const kind = index.dateKind[row]
  if (kind === DATE_KIND.undated) return MATCH.possible
  const firstMs = index.startMs[row] ?? NaN
  const lastMs = index.endMs[row] ?? NaN
  if (!(firstMs < endMs && startMs < lastMs)) return MATCH.none
  const { offsets, ...parts } = index.parts
  const from = offsets[row] ?? 0
  const to = offsets[row + 1] ?? 0
  if (kind === DATE_KIND.span) {
    const isSure = from < to && touches(parts.startMs[from], parts.endMs[from], startMs, endMs)
    return isSure ? MATCH.certain : MATCH.possible
  }
  // One extent is the outer bounds themselves.
  if (from === to) {
    if (kind === DATE_KIND.all)
      return sharesDay(firstMs, lastMs, startMs, endMs) ? MATCH.certain : MATCH.possible
    return firstMs >= startMs && lastMs <= endMs ? MATCH.certain : MATCH.possible
  }
  let isInside = false
  for (let i = from; i < to; i++) {
    const partStartMs = parts.startMs[i] ?? NaN
    const partEndMs = parts.endMs[i] ?? NaN
    if (!touches(partStartMs, partEndMs, startMs, endMs)) continue
    isInside = true
    if (kind === DATE_KIND.all && sharesDay(partStartMs, partEndMs, startMs, endMs)) return MATCH.certain
  }
  if (!isInside) return MATCH.none
  return kind === DATE_KIND.moment && firstMs >= startMs && lastMs <= endMs ? MATCH.certain : MATCH.possible
}

function touches(
  aStartMs: CivilMs | undefined,
  aEndMs: CivilMs | undefined,
  bStartMs: CivilMs,
  bEndMs: CivilMs,
): boolean {
  return (aStartMs ?? NaN) < bEndMs && bStartMs < (aEndMs ?? NaN)
}

/** Whether a day's length of the member lies in the range, or all of a member that is shorter. */
function sharesDay(partStartMs: CivilMs, partEndMs: CivilMs, startMs: CivilMs, endMs: CivilMs): boolean {
  const sharedMs = Math.min(partEndMs, endMs) - Math.max(partStartMs, startMs)
  return sharedMs >= Math.min(DAY_MS, partEndMs - partStartMs)
}

/** What of a date stands in the columns of an index? */
import { outerExtent, type Extent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { howKnown, howKnownKinds } from '../time/howKnown.ts'
import { certainPart } from '../time/spanBounds.ts'
import { DATE_KIND } from './eventIndex.ts'

/** As EventIndex has them, each of one row. */
export interface DateColumns extends Extent {
  readonly lane: number
  readonly dateKind: number
  readonly parts: readonly Extent[]
}

/** @param date null: undated */
export function dateNumbers(date: FuzzyDate | null): DateColumns {
  const { startMs, endMs } = date === null ? { startMs: NaN, endMs: NaN } : outerExtent(date)
  return {
    startMs,
    endMs,
    lane: howKnownKinds.indexOf(howKnown(date)),
    dateKind: date === null ? DATE_KIND.undated : DATE_KIND[date.kind],
    parts: partsOf(date),
  }
}

/** What EventIndex.parts keeps of a date. */
function partsOf(date: FuzzyDate | null): readonly Extent[] {
  if (date === null) return []
  if (date.kind !== 'span') return date.extents.length === 1 ? [] : date.extents
  const certain = certainPart(date)
  return certain === null ? [] : [certain]
}

/**
 * What is the index of a story whose events stand by other dates than before? Rows change places; which values an
 * event has does not.
 */
import { closeDates, readingOrder, type DateOrderColumns, type SortRows } from './closeIndex.ts'
import { DATE_KIND, type EventRow } from './eventIndex.ts'
import type { Facet } from './facet.ts'

/** The order of rows, and what the index has of dates in it. */
export interface Reordered {
  readonly dates: ReturnType<typeof closeDates>
  /** [n] the former row of each row. */
  readonly order: Uint32Array
}

/**
 * Events in reading order by the new dates; those without one last, in their former order.
 * @param columns of the former rows; used up; @param sort default: as for few events
 */
export function reorderDates(columns: DateOrderColumns, sort?: SortRows): Reordered {
  const undated: EventRow[] = []
  columns.dateKind.forEach((kind, row) => {
    if (kind === DATE_KIND.undated) undated.push(row)
  })
  const order = readingOrder(columns, undated, sort)
  return { dates: closeDates(columns, order, sort), order }
}

/** [n] the new row of each former row. */
export function ranksOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length)
  for (let row = 0; row < order.length; row++) ranks[order[row] ?? 0] = row
  return ranks
}

/** The rows of a facet after the change, as Facet has them. @param ranks as ranksOf gives them */
export function reorderRows(
  { offsets, rows }: Pick<Facet, 'offsets' | 'rows'>,
  ranks: Uint32Array,
): Uint32Array {
  const reordered = rows.map((row) => ranks[row] ?? 0)
  // Numbers sort ascending without a rule, and fast.
  for (let value = 0; value + 1 < offsets.length; value++)
    reordered.subarray(offsets[value], offsets[value + 1]).sort()
  return reordered
}

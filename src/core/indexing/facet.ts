/**
 * Which events have which value of a property that readers filter by (an actor, a standing, a source…)?
 * A value may stand on many events and an event may have many values. Every facet has this one shape: another facet
 * is another column, not another design.
 */

export interface Facet {
  /** Ids; a value's number is its position. */
  readonly values: readonly string[]
  /** [values + 1] rows of value i stand in `rows` from offsets[i] to offsets[i + 1]. */
  readonly offsets: Uint32Array
  /** Ascending within each value. */
  readonly rows: Uint32Array
}

/** Rows that have the value, ascending; a view, not a copy. @param value -1 has none */
export function rowsOf(facet: Facet, value: number): Uint32Array {
  return facet.rows.subarray(facet.offsets[value] ?? 0, facet.offsets[value + 1] ?? 0)
}

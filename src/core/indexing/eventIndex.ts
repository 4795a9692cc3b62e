/**
 * In which shape are events searched, counted and laid out?
 * Columns: row i is the i-th event in reading order. Flat typed arrays, because a million small objects are a
 * million things to collect, and because a worker can hand arrays over without copying them.
 */
import type { FacetKind } from '../story/facetKinds.ts'
import type { HowKnown } from '../time/howKnown.ts'
import type { CivilMs } from '../time/units.ts'
import type { Facet } from './facet.ts'

/** Position of an event in reading order, from 0. */
export type EventRow = number

/** Numbers by row; of a story in tiles only those of rows that were looked at. */
export interface RowValues {
  readonly [row: EventRow]: number
}

/** What a mark must know of its row; see EventIndex. */
export interface RowColumns {
  readonly startMs: RowValues
  readonly endMs: RowValues
  readonly lane: RowValues
}

export interface EventIndex extends RowColumns {
  readonly rowCount: number
  /** [n] earliest possible moment, civil ms; -Infinity without a lower bound, NaN when undated. */
  readonly startMs: Float64Array
  /** [n] latest possible moment (exclusive), civil ms; +Infinity without an upper bound, NaN when undated. */
  readonly endMs: Float64Array
  /** [n] position in `howKnownKinds`: the lane it stands in. */
  readonly lane: Uint8Array
  /** [n] a DATE_KIND. */
  readonly dateKind: Uint8Array
  readonly parts: DateParts
  /** Events of each lane, in the orders of time. */
  readonly lanes: Readonly<Record<HowKnown, LaneOrder>>
  /** undefined: of a story of few events nobody asks for them. */
  readonly ranks?: LaneRanks
  readonly facets: Readonly<Record<FacetKind, Facet>>
}

/** What a date says of its outer bounds (see fuzzyDate.ts). */
export const DATE_KIND = { undated: 0, moment: 1, all: 2, span: 3 } as const

/**
 * What the outer bounds do not say: the extents of a set, where it has several; of a span the part that is certain,
 * where there is one. Row i has the parts from offsets[i] to offsets[i + 1].
 */
export interface DateParts {
  /** [n + 1] */
  readonly offsets: Uint32Array
  /** [parts] civil ms, half-open, either end may be infinite. */
  readonly startMs: Float64Array
  readonly endMs: Float64Array
}

/** Rows of one lane, or of those in it that pass a filter. */
export interface LaneOrder {
  /** By anchor (see anchorMs), ties by row; undated ones in reading order. */
  readonly byAnchor: Uint32Array
  /** By the moment after which they are surely over (endMs), ties by row; empty for undated ones. */
  readonly byEnd: Uint32Array
}

/** Where each row stands in the orders of its lane; see showManyLanes.ts. */
export interface LaneRanks {
  /** [n] its position in the order, after the bits of the lanes before. */
  readonly byAnchor: Uint32Array
  readonly byEnd: Uint32Array
}

/** Where an event stands among others: its start; its last moment where no start is known; -Infinity for neither. */
export function anchorMs(index: Pick<RowColumns, 'startMs' | 'endMs'>, row: EventRow): CivilMs {
  const startMs = index.startMs[row] ?? NaN
  if (startMs !== -Infinity) return startMs
  const endMs = index.endMs[row] ?? NaN
  return endMs === Infinity ? -Infinity : endMs - 1
}

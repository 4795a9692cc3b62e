/** In which order are gathered events read, and what is the index of that order? Cost: n log n, less where many are dated alike. */
import { sortNumbers } from '../base/sortNumbers.ts'
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import { buildBitFacet, buildFacet } from './buildFacet.ts'
import { anchorMs, DATE_KIND, type EventIndex, type LaneOrder } from './eventIndex.ts'
import type { FacetDirectory } from './facetValues.ts'
import type { IndexColumns } from './indexColumns.ts'

/** Those for many rows are sortAlike.ts and sortSpread.ts; they are not part of the first view. */
export type SortRows = (
  numbers: Uint32Array,
  keys: readonly Float64Array[],
  compare: (a: number, b: number) => number,
) => void
const sortFew: SortRows = (numbers, _, compare) => sortNumbers(numbers, compare)

/** All that events have to do with time. */
export type DateOrderColumns = Pick<
  IndexColumns,
  | 'startMs'
  | 'endMs'
  | 'lane'
  | 'dateKind'
  | 'partCounts'
  | 'partStartMs'
  | 'partEndMs'
  | 'periodStartMs'
  | 'periodEndMs'
>

/**
 * order[row] is the number, in the order of adding, of the event that is read at that row (see orderEvents.ts,
 * whose rule this is).
 * @param undated numbers of the undated events, in their reading order; @param sort default: as for few events
 */
export function readingOrder(
  columns: DateOrderColumns,
  undated: ArrayLike<number>,
  sort: SortRows = sortFew,
): Uint32Array {
  const { periodStartMs, periodEndMs, startMs, endMs, dateKind } = columns
  const order = new Uint32Array(dateKind.length)
  const dated = order.subarray(0, order.length - undated.length)
  let count = 0
  for (let i = 0; i < dateKind.length; i++) if (dateKind[i] !== DATE_KIND.undated) dated[count++] = i
  sort(dated, [periodStartMs, periodEndMs, startMs, endMs], (a, b) => {
    const byPeriod = compare(periodStartMs, a, b)
    if (byPeriod !== 0) return byPeriod
    // Without an earliest bound only the latest counts.
    if (periodStartMs[a] === Infinity) return compare(endMs, a, b)
    return compare(periodEndMs, a, b) || compare(startMs, a, b) || compare(endMs, a, b)
  })
  order.set(undated, dated.length)
  return order
}

/**
 * The index, rows in `order`. The columns are used up: each is let go when it has come into its order.
 * @param directory values by the numbers that the columns hold; @param order as readingOrder gives it
 */
export function closeIndex(
  columns: IndexColumns,
  directory: FacetDirectory,
  order: Uint32Array,
  sort: SortRows = sortFew,
): EventIndex {
  return {
    ...closeDates(columns, order, sort),
    facets: {
      actor: buildFacet(directory.actor, columns.actor, order),
      standing: buildBitFacet(directory.standing, columns.standing, order),
      record: buildBitFacet(directory.record, columns.record, order),
      source: buildFacet(directory.source, columns.source, order),
      speaker: buildFacet(directory.speaker, columns.speaker, order),
    },
  }
}

/** What an index has of dates. The columns are used up as by closeIndex. */
export function closeDates(
  columns: DateOrderColumns,
  order: Uint32Array,
  sort: SortRows = sortFew,
): Omit<EventIndex, 'facets'> {
  columns.periodStartMs = new Float64Array(0)
  columns.periodEndMs = new Float64Array(0)
  const startMs = permute(columns.startMs, order)
  columns.startMs = startMs
  const endMs = permute(columns.endMs, order)
  columns.endMs = endMs
  const lane = permute(columns.lane, order)
  const bounds = { startMs, endMs }
  return {
    rowCount: order.length,
    ...bounds,
    lane,
    dateKind: permute(columns.dateKind, order),
    parts: closeParts(columns, order),
    lanes: orderLanes(lane, bounds, sort),
  }
}

function closeParts(columns: DateOrderColumns, order: Uint32Array): EventIndex['parts'] {
  const from = offsetsOf(columns.partCounts)
  const offsets = new Uint32Array(order.length + 1)
  const startMs = new Float64Array(columns.partStartMs.length)
  const endMs = new Float64Array(columns.partStartMs.length)
  let at = 0
  for (let row = 0; row < order.length; row++) {
    const event = order[row] ?? 0
    for (let i = from[event] ?? 0; i < (from[event + 1] ?? 0); i++) {
      startMs[at] = columns.partStartMs[i] ?? NaN
      endMs[at++] = columns.partEndMs[i] ?? NaN
    }
    offsets[row + 1] = at
  }
  return { offsets, startMs, endMs }
}

/** [n + 1] where each begins, from how many each has. */
function offsetsOf(counts: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (counts[i] ?? 0)
  return offsets
}

/** Subtraction would make NaN of two infinities. */
function compare(key: Float64Array, a: number, b: number): number {
  const left = key[a] ?? 0
  const right = key[b] ?? 0
  return left < right ? -1 : left > right ? 1 : 0
}

function permute<Column extends Uint8Array | Float64Array>(column: Column, order: Uint32Array): Column {
  const permuted = column.slice() as Column
  for (let row = 0; row < order.length; row++) permuted[row] = column[order[row] ?? 0] ?? NaN
  return permuted
}

function orderLanes(
  lane: Uint8Array,
  bounds: Pick<EventIndex, 'startMs' | 'endMs'>,
  sort: SortRows,
): Readonly<Record<HowKnown, LaneOrder>> {
  const counts = new Uint32Array(howKnownKinds.length)
  for (const kind of lane) counts[kind] = (counts[kind] ?? 0) + 1
  const anchors = new Float64Array(lane.length)
  for (let row = 0; row < lane.length; row++) anchors[row] = anchorMs(bounds, row)
  const orderOf = (kind: HowKnown): LaneOrder => {
    const number = howKnownKinds.indexOf(kind)
    const rows = new Uint32Array(counts[number] ?? 0)
    let count = 0
    for (let row = 0; row < lane.length; row++) if (lane[row] === number) rows[count++] = row
    if (kind === 'undated') return { byAnchor: rows, byEnd: new Uint32Array(0) }
    const by = (key: Float64Array): Uint32Array => {
      const sorted = rows.slice()
      sort(sorted, [key], (a, b) => compare(key, a, b))
      return sorted
    }
    return { byAnchor: by(anchors), byEnd: by(bounds.endMs) }
  }
  return {
    day: orderOf('day'),
    lasted: orderOf('lasted'),
    doubt: orderOf('doubt'),
    undated: orderOf('undated'),
  }
}

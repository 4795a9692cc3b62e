/** Which events does a filter leave that are known one by one? Those of some lists, each once, with how surely they match. */
import { MATCH, type Match } from '../indexing/matchDate.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { AddressedColumns } from './addressedRows.ts'
import { countBelow, countLeading } from '../base/bisect.ts'
import type { CellRows } from './cellRows.ts'
import type { GatheredRows } from './gatheredLanes.ts'
import { matchRow } from './matchRow.ts'

export interface MatchedRows extends GatheredRows {
  /** [n] a MATCH, never none. */
  readonly match: Uint8Array
}

/**
 * @param lists in any order, an event may stand in several
 * @param range null: any time
 * @param keep further conditions, told the row and its place in a list
 */
export function gatherRows<List extends AddressedColumns>(
  lists: readonly List[],
  cellRows: CellRows,
  range: Extent | null,
  keep: (row: number, list: List, at: number) => boolean = () => true,
): MatchedRows {
  const size = lists.reduce((sum, { columns }) => sum + columns.rowCount, 0)
  const found = new Float64Array(size)
  const listOf = new Uint32Array(size)
  const placeOf = new Uint32Array(size)
  const matches = new Uint8Array(size)
  let count = 0
  let lastCell = NaN
  let firstRow = 0
  lists.forEach((list, number) => {
    for (let at = 0; at < list.columns.rowCount; at++) {
      const match: Match = range === null ? MATCH.certain : matchRow(list.columns, at, range)
      if (match === MATCH.none) continue
      const cell = list.cells[at] ?? 0
      // Most stand in the cell of the one before.
      if (cell !== lastCell) firstRow = cellRows.firstRowOf((lastCell = cell))
      const row = firstRow + (list.positions[at] ?? 0)
      if (!keep(row, list, at)) continue
      found[count] = row
      listOf[count] = number
      placeOf[count] = at
      matches[count++] = match
    }
  })
  const order = orderOf(found.subarray(0, count))
  const length = order?.length ?? count
  const rows = new Float64Array(length)
  const startMs = new Float64Array(length)
  const endMs = new Float64Array(length)
  const lane = new Uint8Array(length)
  const match = new Uint8Array(length)
  for (let to = 0; to < length; to++) {
    const from = order === null ? to : (order[to] ?? 0)
    const columns = lists[listOf[from] ?? 0]?.columns
    const at = placeOf[from] ?? 0
    rows[to] = found[from] ?? 0
    startMs[to] = columns?.startMs[at] ?? NaN
    endMs[to] = columns?.endMs[at] ?? NaN
    lane[to] = columns?.lane[at] ?? 0
    match[to] = matches[from] ?? MATCH.none
  }
  return { rows, startMs, endMs, lane, match }
}

/** Places of the rows by row, each row once; null: as they come, as postings of one actor do. */
function orderOf(rows: Float64Array): Uint32Array | null {
  let length = 1
  while (length < rows.length && (rows[length] ?? 0) > (rows[length - 1] ?? 0)) length++
  if (length >= rows.length) return null
  const order = Uint32Array.from(rows, (_, i) => i)
  order.sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0))
  return order.filter((place, i) => i === 0 || rows[place] !== rows[order[i - 1] ?? 0])
}

/** A MATCH; none for rows that are not among them. */
export function matchOf({ rows, match }: MatchedRows, row: number): number {
  const place = countBelow(rows, row)
  return rows[place] === row ? (match[place] ?? MATCH.none) : MATCH.none
}

/** How many match only possibly. */
export function countPossible({ match }: MatchedRows): number {
  let count = 0
  for (let i = 0; i < match.length; i++) count += match[i] === MATCH.possible ? 1 : 0
  return count
}

/** Those with a date, and the others, which stand last; both ascending. */
export function splitUndated({ rows, lane }: MatchedRows): {
  readonly dated: Float64Array
  readonly undated: Float64Array
} {
  const undatedLane = howKnownKinds.indexOf('undated')
  const dated = countLeading(rows.length, (at) => lane[at] !== undatedLane)
  return { dated: rows.subarray(0, dated), undated: rows.subarray(dated) }
}

/**
 * Which events of a story in tiles fall in a range of dates? All that are anchored in it, which need not be looked at, and
 * some from before and after, which are looked at each by itself:
 *
 *   range                  │───────────────────│
 *   anchored before  ●━━━━━━━━━               ┊           crossing, endless, of the cell of `from`, without any bound
 *   anchored in it         ┊ ●   ●━━━━━━━     ┊           one run of rows
 *   anchored after         ┊        ┅┅┅┅┅┅┅┅┅┅┅┅┅┅┅┅●     without a start
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { CivilMs } from '../time/units.ts'
import type { AddressedColumns } from './addressedRows.ts'
import { cellOfAnchor, OPEN_CELL, UNDATED_CELL } from './cell.ts'
import { countOfSide } from './cellCounts.ts'
import type { CellRows } from './cellRows.ts'
import { countRange, readCellRows, readCrossing } from './countRange.ts'
import { gatherRows, type MatchedRows } from './gatherRows.ts'
import { OVER } from './pyramid.ts'
import { piecesOf, readPiece, readPostingDirectory, type Postings } from './postings.ts'
import { SIDES, sideOf } from './reach.ts'
import { rowAnchorMs, rowAt } from './tileColumns.ts'
import type { TileFiles } from './tileFiles.ts'
import { piecePath, postingPath } from './tilePaths.ts'

export interface RangeEdges {
  readonly range: Extent
  /** All rows from `firstRow` to `endRow` (exclusive) are anchored in the range. */
  readonly firstRow: EventRow
  readonly endRow: EventRow
  /** [OVER] events of each lane anchored before the range, and before its end. */
  readonly before: readonly number[]
  readonly until: readonly number[]
  /** [OVER] events of each lane that have no end and are anchored before the range's end. */
  readonly endless: readonly number[]
  /** Matching events that are anchored outside. */
  readonly outside: MatchedRows
  readonly shown: number
  readonly possible: number
}

/** @param range half-open, either end may be infinite */
export async function findRangeEdges(
  files: TileFiles,
  cellRows: CellRows,
  range: Extent,
): Promise<RangeEdges> {
  const [from, to, reaching, counted] = await Promise.all([
    placeMoment(files, cellRows, range.startMs),
    placeMoment(files, cellRows, range.endMs),
    rowsReachingIn(files, range),
    countRange(files, range),
  ])
  const isOutside = (row: EventRow): boolean =>
    row < cellRows.datedLength && (row < from.row || row >= to.row)
  const outside = gatherRows([...from.rows, ...reaching], cellRows, range, isOutside)
  return {
    range,
    firstRow: from.row,
    endRow: to.row,
    before: from.counts,
    until: to.counts,
    endless: to.endless,
    outside,
    ...counted,
  }
}

interface PlacedMoment {
  /** The first row that is anchored at the moment or later. */
  readonly row: EventRow
  /** [OVER] events of each lane anchored before it. */
  readonly counts: readonly number[]
  /** [OVER] those of them without an end. */
  readonly endless: readonly number[]
  /** Events of its cell. */
  readonly rows: readonly AddressedColumns[]
}

async function placeMoment(files: TileFiles, cellRows: CellRows, timeMs: CivilMs): Promise<PlacedMoment> {
  const lanes = Array.from({ length: OVER }, (_, lane) => lane)
  if (timeMs === -Infinity)
    return { row: 0, counts: lanes.map(() => 0), endless: lanes.map(() => 0), rows: [] }
  if (timeMs === Infinity)
    return {
      row: cellRows.datedLength,
      counts: lanes.map((lane) => cellRows.countBefore(lane, Infinity)),
      endless: cellRows.endlessBefore(UNDATED_CELL),
      rows: [],
    }
  const cell = cellOfAnchor(timeMs, files.manifest.cellBits)
  const rows = await readCellRows(files, cell)
  const counts = lanes.map((lane) => cellRows.laneBefore(lane, cell))
  const endless = cellRows.endlessBefore(cell)
  let row = cellRows.firstRowOf(cell)
  for (const { columns } of rows)
    for (let at = 0; at < columns.rowCount; at++) {
      const anchorMs = rowAnchorMs({ startMs: columns.startMs[at] ?? NaN, endMs: columns.endMs[at] ?? NaN })
      if (anchorMs >= timeMs) break
      const lane = columns.lane[at] ?? 0
      counts[lane] = (counts[lane] ?? 0) + 1
      if (sideOf(rowAt(columns, at)) === SIDES.endless) endless[lane] = (endless[lane] ?? 0) + 1
      row++
    }
  return { row, counts, endless, rows }
}

/** Events of other cells that may reach into the range; others may be among them. */
async function rowsReachingIn(
  files: TileFiles,
  { startMs, endMs }: Extent,
): Promise<readonly AddressedColumns[]> {
  const fromBefore =
    startMs === -Infinity
      ? []
      : [
          readCellRows(files, OPEN_CELL),
          readCrossing(files, cellOfAnchor(startMs, files.manifest.cellBits)),
          readSide(files, SIDES.endless),
        ]
  const fromAfter = endMs === Infinity ? [] : [readSide(files, SIDES.startless)]
  return (await Promise.all([...fromBefore, ...fromAfter])).flat()
}

/** Events without an end, or without a start; there is no file where the directory of cells tells of none. */
async function readSide(files: TileFiles, side: number): Promise<readonly AddressedColumns[]> {
  const isThere = files.cells.some(({ counts }) => countOfSide(counts, side) > 0)
  return isThere ? readPostings(files, 'reach', side) : []
}

/** All postings of a value that has some, in pieces of up to PIECE_EVENTS. */
export async function readPostings(
  files: TileFiles,
  facet: string,
  value: number,
): Promise<readonly Postings[]> {
  const { total, postings } = readPostingDirectory(await files.read(postingPath(facet, value)))
  if (postings !== null) return [postings]
  const paths = Array.from({ length: piecesOf(total) }, (_, piece) => piecePath(facet, value, piece))
  return Promise.all(paths.map(async (path) => readPiece(await files.read(path))))
}

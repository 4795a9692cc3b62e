/**
 * How many events fall in a range of dates, and how many of those only possibly? Exactly, from a few files:
 *
 *   cells        ├──────────┼──────────┼──────────┼──────────┼──────────┤
 *   range              │─────────────────────────────────│
 *                edge: looked at   whole cells: their counts    edge: looked at
 *
 * and, from other cells, what reaches into an edge: events without end or without start by the counts of their cells,
 * crossing ones each by itself (reach.ts).
 */
import { MATCH } from '../indexing/matchDate.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import { ByteReader } from './byteReader.ts'
import { cellOfAnchor, INDEX_EVENTS, OPEN_CELL, UNDATED_CELL } from './cell.ts'
import { eventsOf, LANES, type CellCounts } from './cellCounts.ts'
import { blocksOf } from './cellDirectory.ts'
import { piecesOf, PIECE_EVENTS, readPiece, type PostingDirectory } from './postings.ts'
import { filterRows, type AddressedColumns } from './addressedRows.ts'
import { crossingOf, neverCertain, reaches, reachOf, type Reach } from './reach.ts'
import { bandOf, pathOfCell, readBand } from './spanTree.ts'
import { readColumns, rowAt, type TileColumns } from './tileColumns.ts'
import { findCell, type TileFiles } from './tileFiles.ts'
import { bandPath, crossingPath, indexPath, piecePath } from './tilePaths.ts'
import { matchRow } from './matchRow.ts'

/** Events that pass, and how many of them only possibly. */
export interface RangeCount {
  readonly shown: number
  readonly possible: number
}

/** What is counted: all events of a story, or the postings of a value. */
interface CountSource {
  /** Ascending. */
  readonly cells: readonly { readonly cell: number; readonly counts: CellCounts }[]
  /** All events of one of the cells. */
  readonly rowsOfCell: (cell: number) => Promise<readonly AddressedColumns[]>
  /** Crossing events of other cells that may be going on in the cell; others may be among them, and some twice. */
  readonly crossingAt: (cell: number) => Promise<readonly AddressedColumns[]>
}

/** Of all events. @param range half-open, either end may be infinite */
export function countRange(files: TileFiles, range: Extent): Promise<RangeCount> {
  return count(sourceOfStory(files), files.manifest.cellBits, range)
}

/** Of the events with a value. @param directory of the value, as postings.ts reads it */
export function countPostings(
  files: TileFiles,
  facet: string,
  value: number,
  directory: PostingDirectory,
  range: Extent,
): Promise<RangeCount> {
  return count(sourceOfValue(files, facet, value, directory), files.manifest.cellBits, range)
}

async function count(source: CountSource, cellBits: number, range: Extent): Promise<RangeCount> {
  const first = range.startMs === -Infinity ? -Infinity : cellOfAnchor(range.startMs, cellBits)
  const last = range.endMs === Infinity ? Infinity : cellOfAnchor(range.endMs - 1, cellBits)
  const edges = [...new Set([first, last])].filter(Number.isFinite)
  const looked = new Looked(range)
  let shown = 0
  let possible = 0
  for (const { cell, counts } of source.cells) {
    const events = eventsOf(counts)
    if (cell === UNDATED_CELL) {
      shown += events
      possible += events
    } else if (cell === OPEN_CELL || edges.includes(cell)) {
      for (const rows of await source.rowsOfCell(cell)) looked.addAll(rows)
    } else if (cell > first && cell < last) {
      shown += events
      for (const reach of neverCertain) possible += isSureOf(reach, range) ? 0 : countOf(counts, reach)
    } else {
      const side = cell < first ? 'endless' : 'startless'
      const unsure = countOf(counts, `${side}Possible`) + countOf(counts, `${side}Instant`)
      shown += unsure + countOf(counts, `${side}Certain`)
      possible += unsure
    }
  }
  // Crossing events of whole cells were counted as certain, or as never certain, and are so corrected.
  for (const edge of edges)
    for (const rows of await source.crossingAt(edge))
      looked.addCrossing(rows, edges, (cell) => cell > first && cell < last)
  const found = looked.count()
  return { shown: shown + found.shown, possible: possible + found.possible }
}

/** What has no end lies wholly in a range that has none either. */
function isSureOf(reach: Reach, { startMs, endMs }: Extent): boolean {
  return (
    (reach === 'endlessPossible' && endMs === Infinity) ||
    (reach === 'startlessPossible' && startMs === -Infinity)
  )
}

function countOf(counts: CellCounts, reach: Reach): number {
  return counts[LANES + reaches.indexOf(reach)] ?? 0
}

/** Events that are looked at, each once. */
class Looked {
  readonly #range: Extent
  readonly #seen = new Set<string>()
  #shown = 0
  #possible = 0

  constructor(range: Extent) {
    this.#range = range
  }

  addAll(rows: AddressedColumns): void {
    for (let row = 0; row < rows.columns.rowCount; row++) this.#add(rows.columns, row)
  }

  /** @param edges their cells are looked at already; @param isWhole whether a cell was counted as a whole */
  addCrossing(rows: AddressedColumns, edges: readonly number[], isWhole: (cell: number) => boolean): void {
    for (let row = 0; row < rows.columns.rowCount; row++) {
      const cell = rows.cells[row] ?? 0
      const address = `${cell} ${rows.positions[row]}`
      if (edges.includes(cell) || this.#seen.has(address)) continue
      this.#seen.add(address)
      if (isWhole(cell)) this.#correct(rows.columns, row)
      else this.#add(rows.columns, row)
    }
  }

  count(): RangeCount {
    return { shown: this.#shown, possible: this.#possible }
  }

  #add(columns: TileColumns, row: number): void {
    const match = matchRow(columns, row, this.#range)
    if (match !== MATCH.none) this.#shown++
    if (match === MATCH.possible) this.#possible++
  }

  /** Counted as shown already, and, where it is unsure, as possible. */
  #correct(columns: TileColumns, row: number): void {
    const isUnsure = reachOf(rowAt(columns, row)) === 'unsure'
    const match = matchRow(columns, row, this.#range)
    if (match === MATCH.none) this.#shown--
    const isPossible = match === MATCH.possible
    if (isPossible !== isUnsure) this.#possible += isPossible ? 1 : -1
  }
}

function sourceOfStory(files: TileFiles): CountSource {
  return {
    cells: files.cells,
    rowsOfCell: (cell) => readCellRows(files, cell),
    crossingAt: (cell) => readCrossing(files, cell),
  }
}

/** All events of a cell; none where it has none. */
export async function readCellRows(files: TileFiles, cell: number): Promise<readonly AddressedColumns[]> {
  const entry = findCell(files, cell)
  const blocks = await Promise.all(
    Array.from({ length: entry === null ? 0 : blocksOf(entry.counts) }, (_, block) =>
      files.read(indexPath(cell, block)),
    ),
  )
  return blocks.map((bytes, block) => withAddresses(readColumns(new ByteReader(bytes)), cell, block))
}

/** Crossing events of other cells that may be going on in a cell: the lists on its path; others may be among them. */
export async function readCrossing(files: TileFiles, cell: number): Promise<readonly AddressedColumns[]> {
  const path = pathOfCell(cell, files.manifest.cellBits)
  const wanted = files.bands.filter((band) =>
    path.some((node) => bandOf(node).band === band.band && bandOf(node).node === band.node),
  )
  const read = await Promise.all(wanted.map(({ band, node }) => files.read(bandPath(band, node))))
  return read
    .flatMap((bytes) => readBand(bytes))
    .filter((list) => path.some(({ level, node }) => list.level === level && list.node === node))
    .map(({ rows }) => rows)
}

function withAddresses(columns: TileColumns, cell: number, block: number): AddressedColumns {
  const positions = new Uint32Array(columns.rowCount)
  for (let row = 0; row < positions.length; row++) positions[row] = block * INDEX_EVENTS + row
  return { columns, cells: new Int32Array(columns.rowCount).fill(cell), positions }
}

function sourceOfValue(
  files: TileFiles,
  facet: string,
  value: number,
  { cells, postings, total, crossingTotal }: PostingDirectory,
): CountSource {
  const { cellBits } = files.manifest
  const readPieces = async (paths: readonly string[]): Promise<readonly AddressedColumns[]> =>
    (await Promise.all(paths.map((path) => files.read(path)))).map((bytes) => readPiece(bytes))
  const isCrossing = (rows: AddressedColumns, row: number): boolean =>
    crossingOf(rowAt(rows.columns, row), cellBits) !== null
  return {
    cells,
    rowsOfCell: async (cell) => {
      const pieces =
        postings === null ? await readPieces(piecePaths(facet, value, cells, cell, total)) : [postings]
      return pieces.map((rows) => filterRows(rows, (row) => rows.cells[row] === cell))
    },
    // Of a value few events are crossing: all of them, wherever they are.
    crossingAt: async () => {
      if (postings !== null) return [filterRows(postings, (row) => isCrossing(postings, row))]
      return readPieces(
        Array.from({ length: piecesOf(crossingTotal) }, (_, piece) => crossingPath(facet, value, piece)),
      )
    },
  }
}

/** Pieces in which the postings of a cell stand. */
function piecePaths(
  facet: string,
  value: number,
  cells: CountSource['cells'],
  wanted: number,
  total: number,
): readonly string[] {
  let before = 0
  for (const { cell, counts } of cells) {
    const after = before + eventsOf(counts)
    if (cell === wanted) {
      const paths: string[] = []
      for (
        let piece = Math.floor(before / PIECE_EVENTS);
        piece * PIECE_EVENTS < Math.min(after, total);
        piece++
      )
        paths.push(piecePath(facet, value, piece))
      return paths
    }
    before = after
  }
  return []
}

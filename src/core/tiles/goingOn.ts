/**
 * How many events began before a moment and are not surely over then? Those of the moment's own cell and those that cross
 * into it (reach.ts), each by itself; and of cells before, those without an end, by their counts.
 */
import { MATCH } from '../indexing/matchDate.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { CivilMs } from '../time/units.ts'
import type { AddressedColumns } from './addressedRows.ts'
import { cellOfAnchor } from './cell.ts'
import { blockNumbers, type CellEntry } from './cellDirectory.ts'
import type { CellRows } from './cellRows.ts'
import { decodeRanked } from './heldNode.ts'
import type { HeldTiles } from './heldTiles.ts'
import { matchRow } from './matchRow.ts'
import { OVER, type LeafEvents } from './pyramid.ts'
import { bandOf, pathOfCell, readBand, type Band } from './spanTree.ts'
import { rowAnchorMs, type TileColumns } from './tileColumns.ts'
import { bandPath, indexPath } from './tilePaths.ts'

/** Rows by anchor. */
interface OwnRows {
  readonly columns: TileColumns
  /** [n] null: all are of the cell that is looked at. */
  readonly cells: Int32Array | null
}

/** What is looked at for a moment: the events of its cell, and those that cross into it. */
interface Looked {
  readonly timeMs: CivilMs
  readonly cell: number
  readonly own: readonly OwnRows[]
  readonly crossing: readonly AddressedColumns[]
}

export class GoingOn {
  readonly #rows: CellRows
  readonly #bands: ReadonlySet<string>
  readonly #held: HeldTiles
  /** By cell: what crosses into it. */
  readonly #crossing = new Map<number, readonly AddressedColumns[]>()
  #last: { readonly timeMs: CivilMs; readonly counts: readonly number[] } | null = null
  #lastAfter: {
    readonly timeMs: CivilMs
    readonly range: Extent
    readonly counts: readonly number[]
  } | null = null

  constructor(rows: CellRows, bands: readonly Band[], held: HeldTiles) {
    this.#rows = rows
    this.#bands = new Set(bands.map(({ band, node }) => bandPath(band, node)))
    this.#held = held
  }

  /** Forgets what may no longer be held. */
  refresh(): void {
    this.#crossing.clear()
    this.#last = null
    this.#lastAfter = null
  }

  /**
   * [OVER] of each lane; null: what is needed is not here, and is fetched.
   * @param timeMs finite; @param leaf events of a stretch that has all of the moment's cell, where they are here
   */
  at(timeMs: CivilMs, leaf: LeafEvents | null): readonly number[] | null {
    if (this.#last?.timeMs === timeMs) return this.#last.counts
    const cell = cellOfAnchor(timeMs, this.#rows.cellBits)
    const own = leaf === null ? this.#ownRows(cell, timeMs) : [leaf]
    const crossing = this.#crossingInto(cell)
    if (own === null || crossing === null) return null
    const counts = this.#rows.endlessBefore(cell)
    this.#addGoingOn(counts, { timeMs, cell, own, crossing }, () => true)
    this.#last = { timeMs, counts }
    return counts
  }

  /**
   * The same of events that match a range of dates, at a moment after it. @param range its end finite
   * @param endless as RangeEdges has it
   */
  afterRange(timeMs: CivilMs, range: Extent, endless: readonly number[]): readonly number[] | null {
    if (this.#lastAfter?.timeMs === timeMs && this.#lastAfter.range === range) return this.#lastAfter.counts
    const cell = cellOfAnchor(timeMs, this.#rows.cellBits)
    const isEndIn = cellOfAnchor(range.endMs, this.#rows.cellBits) === cell
    const own = isEndIn ? this.#ownRows(cell, timeMs) : []
    const crossing = this.#crossingInto(cell)
    if (own === null || crossing === null) return null
    const counts = isEndIn ? this.#rows.endlessBefore(cell) : [...endless]
    this.#addGoingOn(
      counts,
      { timeMs, cell, own, crossing },
      (columns, row) => anchorOf(columns, row) < range.endMs && matchRow(columns, row, range) !== MATCH.none,
    )
    this.#lastAfter = { timeMs, range, counts }
    return counts
  }

  /** @param isAsked whether an event is to be counted */
  #addGoingOn(
    counts: number[],
    { timeMs, cell, own, crossing }: Looked,
    isAsked: (columns: TileColumns, row: number) => boolean,
  ): void {
    const isGoingOn = (columns: TileColumns, row: number): boolean =>
      anchorOf(columns, row) < timeMs && (columns.endMs[row] ?? NaN) > timeMs && isAsked(columns, row)
    for (const { columns, cells } of own)
      for (let row = 0; row < columns.rowCount && anchorOf(columns, row) < timeMs; row++)
        if ((cells === null || cells[row] === cell) && isGoingOn(columns, row)) add(counts, columns.lane[row])
    const seen = new Set<number>()
    for (const { columns, cells, positions } of crossing)
      for (let row = 0; row < columns.rowCount; row++) {
        const from = cells[row] ?? 0
        const address = this.#rows.rowOf({ cell: from, position: positions[row] ?? 0 })
        if (from === cell || seen.has(address) || !isGoingOn(columns, row)) continue
        seen.add(address)
        add(counts, columns.lane[row])
      }
  }

  /** Index blocks of the cell, up to the moment. */
  #ownRows(cell: number, timeMs: CivilMs): readonly OwnRows[] | null {
    const entry: CellEntry | null = this.#rows.entryOf(cell)
    if (entry === null) return []
    const found = blockNumbers(entry, -Infinity, timeMs).map((block) =>
      this.#held.get(indexPath(cell, block), decodeRanked, true),
    )
    const here = found.filter((block) => block !== null)
    return here.length === found.length ? here.map(({ columns }) => ({ columns, cells: null })) : null
  }

  #crossingInto(cell: number): readonly AddressedColumns[] | null {
    const known = this.#crossing.get(cell)
    if (known !== undefined) return known
    const path = pathOfCell(cell, this.#rows.cellBits)
    const files = new Set(
      path.map((node) => {
        const { band, node: number } = bandOf(node)
        return bandPath(band, number)
      }),
    )
    const found = [...files]
      .filter((file) => this.#bands.has(file))
      .map((file) => this.#held.get(file, readBand, true))
    const here = found.filter((lists) => lists !== null)
    if (here.length < found.length) return null
    const crossing = here
      .flat()
      .filter((list) => path.some(({ level, node }) => list.level === level && list.node === node))
      .map(({ rows }) => rows)
    this.#crossing.set(cell, crossing)
    return crossing
  }
}

function anchorOf({ startMs, endMs }: TileColumns, row: number): CivilMs {
  return rowAnchorMs({ startMs: startMs[row] ?? NaN, endMs: endMs[row] ?? NaN })
}

function add(counts: number[], lane: number | undefined): void {
  if (lane !== undefined && lane < OVER) counts[lane] = (counts[lane] ?? 0) + 1
}

/**
 * How many events began before a moment and are not surely over then? Those of the moment's own cell and those that cross
 * into it (reach.ts), each by itself; and of cells before, those without an end, by their counts.
 */
import { howKnownKinds } from '../time/howKnown.ts'
import type { CivilMs } from '../time/units.ts'
import type { AddressedColumns } from './addressedRows.ts'
import { cellOfAnchor, OPEN_CELL } from './cell.ts'
import { blockNumbers, type CellEntry } from './cellDirectory.ts'
import type { CellRows } from './cellRows.ts'
import { decodeRanked } from './heldNode.ts'
import type { HeldTiles } from './heldTiles.ts'
import { OVER, type LeafEvents } from './pyramid.ts'
import { reaches, type Reach } from './reach.ts'
import { bandOf, pathOfCell, readBand, type Band } from './spanTree.ts'
import { rowAnchorMs, type TileColumns } from './tileColumns.ts'
import { bandPath, indexPath } from './tilePaths.ts'

/** Lanes of events without an end: a moment that may be any later one is in doubt, a span has lasted. */
const endlessLanes: readonly (readonly [Reach, number])[] = [
  ['endlessPossible', howKnownKinds.indexOf('doubt')],
  ['endlessCertain', howKnownKinds.indexOf('lasted')],
  ['endlessInstant', howKnownKinds.indexOf('lasted')],
]

/** Rows by anchor. */
interface OwnRows {
  readonly columns: TileColumns
  /** [n] null: all are of the cell that is looked at. */
  readonly cells: Int32Array | null
}

export class GoingOn {
  readonly #rows: CellRows
  readonly #bands: ReadonlySet<string>
  readonly #held: HeldTiles
  /** By cell: what crosses into it. */
  readonly #crossing = new Map<number, readonly AddressedColumns[]>()
  #last: { readonly timeMs: CivilMs; readonly counts: readonly number[] } | null = null

  constructor(rows: CellRows, bands: readonly Band[], held: HeldTiles) {
    this.#rows = rows
    this.#bands = new Set(bands.map(({ band, node }) => bandPath(band, node)))
    this.#held = held
  }

  /** Forgets what may no longer be held. */
  refresh(): void {
    this.#crossing.clear()
    this.#last = null
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
    const counts = this.#endlessBefore(cell)
    for (const { columns, cells } of own)
      for (let row = 0; row < columns.rowCount; row++) {
        const anchorMs = anchorOf(columns, row)
        if (anchorMs >= timeMs) break
        if (cells !== null && cells[row] !== cell) continue
        if ((columns.endMs[row] ?? NaN) > timeMs) add(counts, columns.lane[row])
      }
    const seen = new Set<number>()
    for (const { columns, cells, positions } of crossing)
      for (let row = 0; row < columns.rowCount; row++) {
        const from = cells[row] ?? 0
        const address = this.#rows.rowOf({ cell: from, position: positions[row] ?? 0 })
        const isGoingOn = anchorOf(columns, row) < timeMs && (columns.endMs[row] ?? NaN) > timeMs
        if (from === cell || !isGoingOn || seen.has(address)) continue
        seen.add(address)
        add(counts, columns.lane[row])
      }
    this.#last = { timeMs, counts }
    return counts
  }

  /** Of cells before, and of those without any bound. */
  #endlessBefore(cell: number): number[] {
    const counts = Array.from({ length: OVER }, () => 0)
    for (const [reach, lane] of endlessLanes)
      counts[lane] = (counts[lane] ?? 0) + this.#rows.reachBefore(reaches.indexOf(reach), cell)
    this.#rows
      .entryOf(OPEN_CELL)
      ?.counts.slice(0, OVER)
      .forEach((count, lane) => {
        counts[lane] = (counts[lane] ?? 0) + count
      })
    return counts
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

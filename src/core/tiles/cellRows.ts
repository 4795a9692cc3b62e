/**
 * Which number has an event of the tiles among all of the story? Cells follow one another in time, the open one first, the
 * undated one last; so rows are by anchor, as long as nobody asks for more than the directory of cells.
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { CivilMs } from '../time/units.ts'
import { countLeading, countUpTo } from '../base/bisect.ts'
import { cellOfAnchor, OPEN_CELL, UNDATED_CELL, type Address } from './cell.ts'
import { eventsOf, LANES } from './cellCounts.ts'
import type { CellEntry } from './cellDirectory.ts'
import { OVER } from './pyramid.ts'
import { reaches, type Reach } from './reach.ts'

/** Lanes of events without an end: a moment that may be any later one is in doubt, a span has lasted. */
const endlessLanes: readonly (readonly [Reach, number])[] = [
  ['endlessPossible', howKnownKinds.indexOf('doubt')],
  ['endlessCertain', howKnownKinds.indexOf('lasted')],
  ['endlessInstant', howKnownKinds.indexOf('lasted')],
]

export class CellRows {
  readonly #cells: readonly CellEntry[]
  readonly #cellBits: number
  /** [cells + 1] rows before each cell. */
  readonly #firstRows: Float64Array
  /** [OVER][cells + 1] events of a lane before each cell. */
  readonly #laneSums: readonly Float64Array[]
  /** [reaches][cells + 1] events of a reach before each cell. */
  readonly #reachSums: readonly Float64Array[]
  /** Position of the undated cell among the cells. */
  readonly #undated: number

  /** @param cells ascending */
  constructor(cells: readonly CellEntry[], cellBits: number) {
    this.#cells = cells
    this.#cellBits = cellBits
    this.#firstRows = sumsOf(cells, ({ counts }) => eventsOf(counts))
    this.#laneSums = Array.from({ length: OVER }, (_, lane) =>
      sumsOf(cells, ({ cell, counts }) => (cell === UNDATED_CELL ? 0 : (counts[lane] ?? 0))),
    )
    this.#reachSums = reaches.map((_, reach) => sumsOf(cells, ({ counts }) => counts[LANES + reach] ?? 0))
    const last = cells[cells.length - 1]
    this.#undated = last?.cell === UNDATED_CELL ? cells.length - 1 : cells.length
  }

  /** All events. */
  get length(): number {
    return this.#firstRows[this.#cells.length] ?? 0
  }

  /** Events with a date: the rows before the undated ones. */
  get datedLength(): number {
    return this.#firstRows[this.#undated] ?? 0
  }

  get cellBits(): number {
    return this.#cellBits
  }

  get cellMs(): number {
    return 2 ** this.#cellBits
  }

  rowOf({ cell, position }: Address): EventRow {
    return this.firstRowOf(cell) + position
  }

  /** First row of a cell, or of the next one that there is. */
  firstRowOf(cell: number): EventRow {
    return this.#firstRows[this.#placeOf(cell)] ?? 0
  }

  /** null outside of the story, and between two rows. */
  addressOf(row: EventRow): Address | null {
    if (!(row >= 0 && row < this.length && Number.isInteger(row))) return null
    const place = countUpTo(this.#firstRows, row) - 1
    const cell = this.#cells[place]?.cell ?? 0
    return { cell, position: row - (this.#firstRows[place] ?? 0) }
  }

  /** null: the story has no event in it. */
  entryOf(cell: number): CellEntry | null {
    const entry = this.#cells[this.#placeOf(cell)]
    return entry?.cell === cell ? entry : null
  }

  /** Events of a lane that are anchored before a cell. */
  laneBefore(lane: number, cell: number): number {
    return this.#laneSums[lane]?.[this.#placeOf(cell)] ?? 0
  }

  /** Events of a reach, by its place in `reaches`, of cells before one. */
  reachBefore(reach: number, cell: number): number {
    return this.#reachSums[reach]?.[this.#placeOf(cell)] ?? 0
  }

  /** [OVER] events of each lane that have no end, of cells before one and of those without any bound. */
  endlessBefore(cell: number): number[] {
    const counts = Array.from({ length: OVER }, () => 0)
    for (const [reach, lane] of endlessLanes)
      counts[lane] = (counts[lane] ?? 0) + this.reachBefore(reaches.indexOf(reach), cell)
    this.entryOf(OPEN_CELL)
      ?.counts.slice(0, OVER)
      .forEach((count, lane) => {
        counts[lane] = (counts[lane] ?? 0) + count
      })
    return counts
  }

  /** Events of a lane anchored before a moment: exact where a cell begins, in proportion inside of one. */
  countBefore(lane: number, timeMs: CivilMs): number {
    if (timeMs === Infinity) return this.laneBefore(lane, UNDATED_CELL)
    if (timeMs === -Infinity) return 0
    const cell = cellOfAnchor(timeMs, this.#cellBits)
    const before = this.laneBefore(lane, cell)
    const share = timeMs / this.cellMs - cell
    if (share === 0) return before
    return before + Math.round(share * (this.laneBefore(lane, cell + 1) - before))
  }

  /** Cells with events that have a part in the stretch, the open one left out. */
  cellsIn(startMs: CivilMs, endMs: CivilMs): readonly CellEntry[] {
    const first = this.#placeOf(Math.max(OPEN_CELL + 1, Math.floor(startMs / this.cellMs)))
    const last = this.#placeOf(Math.min(UNDATED_CELL, Math.ceil(endMs / this.cellMs)))
    return this.#cells.slice(first, last)
  }

  /** Position of the first cell that is not before `cell`. */
  #placeOf(cell: number): number {
    return countLeading(this.#cells.length, (at) => (this.#cells[at]?.cell ?? 0) < cell)
  }
}

function sumsOf(cells: readonly CellEntry[], countOf: (entry: CellEntry) => number): Float64Array {
  const sums = new Float64Array(cells.length + 1)
  cells.forEach((entry, i) => (sums[i + 1] = (sums[i] ?? 0) + countOf(entry)))
  return sums
}

/** Which events stand in a stretch of time? Read from cells that are written, for leaves of the pyramid. */
import { countLeading } from '../core/base/bisect.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AddressedRow } from '../core/tiles/addressedRows.ts'
import { ByteReader } from '../core/tiles/byteReader.ts'
import { cellOfAnchor, CHUNK_EVENTS, INDEX_EVENTS, OPEN_CELL, UNDATED_CELL } from '../core/tiles/cell.ts'
import { eventsOf } from '../core/tiles/cellCounts.ts'
import type { CellEntry } from '../core/tiles/cellDirectory.ts'
import { readChunk, type EventChunk } from '../core/tiles/eventChunk.ts'
import { countAnchoredBefore, readColumns, rowAt, type TileColumns } from '../core/tiles/tileColumns.ts'
import { chunkPath, indexPath } from '../core/tiles/tilePaths.ts'

export interface FoundEvents {
  readonly rows: readonly AddressedRow[]
  readonly briefs: readonly Uint8Array[]
}

export class CellFiles {
  readonly #folder: string
  readonly #entries: readonly CellEntry[]
  readonly #cellBits: number
  /** What was read last: neighbours ask for the same. */
  #block: { readonly path: string; readonly columns: TileColumns } | null = null
  #chunk: { readonly path: string; readonly chunk: EventChunk } | null = null

  /** @param entries ascending, of all cells in the folder */
  constructor(folder: string, entries: readonly CellEntry[], cellBits: number) {
    this.#folder = folder
    this.#entries = entries.filter(({ cell }) => cell !== OPEN_CELL && cell !== UNDATED_CELL)
    this.#cellBits = cellBits
  }

  /** Events anchored in startMs ≤ t < endMs. */
  read(startMs: number, endMs: number): FoundEvents {
    const rows: AddressedRow[] = []
    const briefs: Uint8Array[] = []
    const lastCell = cellOfAnchor(endMs - 1, this.#cellBits)
    for (let i = this.#firstFrom(cellOfAnchor(startMs, this.#cellBits)); i < this.#entries.length; i++) {
      const entry = this.#entries[i]
      if (entry === undefined || entry.cell > lastCell) break
      const to = this.#positionOf(entry, endMs)
      for (let position = this.#positionOf(entry, startMs); position < to; position++) {
        const { columns, briefs: all } = this.#chunkAt(entry.cell, Math.floor(position / CHUNK_EVENTS))
        const at = position % CHUNK_EVENTS
        const start = all.starts[at] ?? 0
        rows.push({ cell: entry.cell, position, row: rowAt(columns, at) })
        briefs.push(all.bytes.subarray(start, start + (all.lengths[at] ?? 0)))
      }
    }
    return { rows, briefs }
  }

  #firstFrom(cell: number): number {
    return countLeading(this.#entries.length, (at) => (this.#entries[at]?.cell ?? 0) < cell)
  }

  /** Position of the first event of the cell that is anchored at or after a moment. */
  #positionOf({ cell, counts, blockStarts }: CellEntry, timeMs: number): number {
    const cellMs = 2 ** this.#cellBits
    if (timeMs <= cell * cellMs) return 0
    if (timeMs >= (cell + 1) * cellMs) return eventsOf(counts)
    const block = blockStarts.filter((startMs) => startMs < timeMs).length
    return block * INDEX_EVENTS + countAnchoredBefore(this.#blockAt(cell, block), timeMs)
  }

  #blockAt(cell: number, block: number): TileColumns {
    const file = indexPath(cell, block)
    if (this.#block?.path !== file)
      this.#block = { path: file, columns: readColumns(new ByteReader(this.#bytesOf(file))) }
    return this.#block.columns
  }

  #chunkAt(cell: number, number: number): EventChunk {
    const file = chunkPath(cell, number)
    if (this.#chunk?.path !== file) this.#chunk = { path: file, chunk: readChunk(this.#bytesOf(file)) }
    return this.#chunk.chunk
  }

  #bytesOf(file: string): Uint8Array {
    return readFileSync(path.join(this.#folder, file))
  }
}

/** How do sorted events become the files of their cells? As they come, a chunk and an index block at a time. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { CHUNK_EVENTS, INDEX_EVENTS, type Address } from '../core/tiles/cell.ts'
import { countRow, emptyCounts } from '../core/tiles/cellCounts.ts'
import type { CellEntry } from '../core/tiles/cellDirectory.ts'
import { writeChunk } from '../core/tiles/eventChunk.ts'
import { rowAnchorMs, writeColumns, type TileRow } from '../core/tiles/tileColumns.ts'
import { chunkPath, indexPath, textPath } from '../core/tiles/tilePaths.ts'
import type { EventRecord } from './eventRecord.ts'

const LINE_BREAK = Uint8Array.of(0x0a)

export class CellWriter {
  readonly #folder: string
  readonly #entries: CellEntry[] = []
  #cell: number | null = null
  /** Events of the cell so far. */
  #count = 0
  #counts = emptyCounts()
  #blockStarts: number[] = []
  #block: TileRow[] = []
  #chunk: TileRow[] = []
  #briefs: Uint8Array[] = []
  #textLengths: number[] = []
  /** null: whole events stand elsewhere. */
  readonly #texts: ByteWriter | null

  /** @param folder files go to its `cells`; @param hasTexts whether whole events are written too */
  constructor(folder: string, hasTexts: boolean) {
    this.#folder = folder
    this.#texts = hasTexts ? new ByteWriter(1 << 19) : null
  }

  /** The next event in order; its bytes are copied. @param text empty where none are written */
  add(cell: number, { row, brief, text }: Pick<EventRecord, 'row' | 'brief' | 'text'>): Address {
    if (cell !== this.#cell) this.#openCell(cell)
    const position = this.#count++
    if (position > 0 && position % INDEX_EVENTS === 0) {
      const anchorMs = rowAnchorMs(row)
      if (Number.isFinite(anchorMs)) this.#blockStarts.push(anchorMs)
    }
    countRow(this.#counts, row)
    this.#block.push(row)
    this.#chunk.push(row)
    // Not slice: of a Buffer that is no copy.
    this.#briefs.push(Uint8Array.from(brief))
    this.#textLengths.push(text.length)
    this.#texts?.bytes(text)
    this.#texts?.bytes(LINE_BREAK)
    if (this.#chunk.length === CHUNK_EVENTS) this.#closeChunk(cell)
    if (this.#block.length === INDEX_EVENTS) this.#closeBlock(cell)
    return { cell, position }
  }

  /** The cells written, ascending. */
  close(): readonly CellEntry[] {
    this.#closeCell()
    return this.#entries
  }

  #openCell(cell: number): void {
    this.#closeCell()
    this.#cell = cell
    mkdirSync(path.dirname(path.join(this.#folder, indexPath(cell, 0))), { recursive: true })
  }

  #closeCell(): void {
    if (this.#cell === null) return
    if (this.#chunk.length > 0) this.#closeChunk(this.#cell)
    if (this.#block.length > 0) this.#closeBlock(this.#cell)
    const { cell, counts, blockStarts } = {
      cell: this.#cell,
      counts: this.#counts,
      blockStarts: this.#blockStarts,
    }
    this.#entries.push({ cell, counts, blockStarts, hasRelations: false })
    this.#cell = null
    this.#count = 0
    this.#counts = emptyCounts()
    this.#blockStarts = []
  }

  #closeChunk(cell: number): void {
    const chunk = Math.ceil(this.#count / CHUNK_EVENTS) - 1
    this.#write(chunkPath(cell, chunk), writeChunk(this.#chunk, this.#briefs, this.#textLengths))
    if (this.#texts !== null) this.#write(textPath(cell, chunk), this.#texts.written())
    this.#texts?.clear()
    this.#chunk = []
    this.#briefs = []
    this.#textLengths = []
  }

  #closeBlock(cell: number): void {
    const writer = new ByteWriter(1 << 18)
    writeColumns(this.#block, writer)
    this.#write(indexPath(cell, Math.ceil(this.#count / INDEX_EVENTS) - 1), writer.written())
    this.#block = []
  }

  #write(file: string, bytes: Uint8Array): void {
    writeFileSync(path.join(this.#folder, file), bytes)
  }
}

/** Which files do the postings of a facet become? One or more for each value that has any; see postings.ts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AddressedRow } from '../core/tiles/addressedRows.ts'
import { writeBriefs } from '../core/tiles/eventChunk.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { countRow, emptyCounts } from '../core/tiles/cellCounts.ts'
import { PIECE_EVENTS, POSTING_BRIEFS, writePiece, writePostingDirectory } from '../core/tiles/postings.ts'
import { crossingOf } from '../core/tiles/reach.ts'
import { crossingPath, piecePath, postingBriefsPath, postingPath } from '../core/tiles/tilePaths.ts'
import { postingOf, type Posting } from './rowPayload.ts'
import type { RunRecord } from './runReader.ts'

/**
 * @param postings by value, cell and position; @param valueCount values are numbered below it
 * @returns [values] how many postings each has
 */
export function mergeFacet(
  facet: string,
  postings: Iterable<RunRecord>,
  valueCount: number,
  cellBits: number,
  out: string,
): readonly number[] {
  mkdirSync(path.join(out, 'facets', facet), { recursive: true })
  const totals = Array.from({ length: valueCount }, () => 0)
  let writer: ValueWriter | null = null
  for (const record of postings) {
    if (writer?.value !== record.key0) {
      writer?.close()
      writer = new ValueWriter(facet, record.key0, cellBits, out)
    }
    writer.add(postingOf(record))
    totals[record.key0] = (totals[record.key0] ?? 0) + 1
  }
  writer?.close()
  return totals
}

class ValueWriter {
  readonly value: number
  readonly #facet: string
  readonly #cellBits: number
  readonly #out: string
  #total = 0
  #crossingTotal = 0
  #pieces = 0
  #crossingPieces = 0
  #rows: AddressedRow[] = []
  #crossing: AddressedRow[] = []
  #briefs: Uint8Array[] = []
  readonly #cells: { readonly cell: number; readonly counts: number[] }[] = []

  constructor(facet: string, value: number, cellBits: number, out: string) {
    this.value = value
    this.#facet = facet
    this.#cellBits = cellBits
    this.#out = out
  }

  add({ brief, ...row }: Posting): void {
    if (this.#rows.length === PIECE_EVENTS) this.#closePiece()
    if (this.#crossing.length === PIECE_EVENTS) this.#closeCrossing()
    this.#total++
    this.#rows.push(row)
    // Copied: the record's bytes are those of a buffer that goes on.
    if (this.#pieces === 0 && brief.length > 0) this.#briefs.push(Uint8Array.from(brief))
    if (crossingOf(row.row, this.#cellBits) !== null) {
      this.#crossingTotal++
      this.#crossing.push(row)
    }
    let last = this.#cells[this.#cells.length - 1]
    if (last?.cell !== row.cell) {
      last = { cell: row.cell, counts: emptyCounts() }
      this.#cells.push(last)
    }
    countRow(last.counts, row.row)
  }

  close(): void {
    const isWhole = this.#pieces === 0
    if (isWhole) this.#writeBriefs()
    else {
      this.#closePiece()
      if (this.#crossing.length > 0) this.#closeCrossing()
    }
    const directory = {
      total: this.#total,
      crossingTotal: isWhole ? 0 : this.#crossingTotal,
      cells: this.#cells,
    }
    this.#write(
      postingPath(this.#facet, this.value),
      writePostingDirectory(directory, isWhole ? this.#rows : null),
    )
  }

  #closePiece(): void {
    this.#write(piecePath(this.#facet, this.value, this.#pieces++), writePiece(this.#rows))
    this.#rows = []
    this.#briefs = []
  }

  #closeCrossing(): void {
    this.#write(crossingPath(this.#facet, this.value, this.#crossingPieces++), writePiece(this.#crossing))
    this.#crossing = []
  }

  #writeBriefs(): void {
    for (let from = 0; from < this.#briefs.length; from += POSTING_BRIEFS) {
      const writer = new ByteWriter(1 << 16)
      writeBriefs(this.#briefs.slice(from, from + POSTING_BRIEFS), writer)
      this.#write(postingBriefsPath(this.#facet, this.value, from / POSTING_BRIEFS), writer.close())
    }
  }

  #write(file: string, bytes: Uint8Array): void {
    const whole = path.join(this.#out, file)
    mkdirSync(path.dirname(whole), { recursive: true })
    writeFileSync(whole, bytes)
  }
}

/** Which files do the postings of facets become? One or more for each value that has any; see postings.ts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeBriefs } from '../core/tiles/eventChunk.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { countRow, emptyCounts } from '../core/tiles/cellCounts.ts'
import {
  PIECE_EVENTS,
  POSTING_BRIEFS,
  SPEAKS,
  writePiece,
  writePostingDirectory,
  type PostingRow,
} from '../core/tiles/postings.ts'
import { crossingOf } from '../core/tiles/reach.ts'
import { crossingPath, piecePath, postingBriefsPath, postingPath } from '../core/tiles/tilePaths.ts'
import { hasMarks, postedFacets, valueOfKey, type PostedFacet } from './postedFacets.ts'
import { postingOf, type Posting } from './rowPayload.ts'
import type { RunRecord } from './runReader.ts'

/** [values] how many postings each value of a facet has, and in how many of them it speaks. */
export interface FacetTotals {
  readonly all: readonly number[]
  readonly speaking: readonly number[]
}

/**
 * @param postings by facet and value, cell and position
 * @param valueCounts of each facet: values are numbered below it
 */
export function mergeFacets(
  postings: Iterable<RunRecord>,
  valueCounts: Readonly<Record<PostedFacet, number>>,
  cellBits: number,
  out: string,
): Readonly<Record<PostedFacet, FacetTotals>> {
  const totals = Object.fromEntries(
    postedFacets.map((facet) => {
      mkdirSync(path.join(out, 'facets', facet), { recursive: true })
      const none = (): number[] => Array.from({ length: valueCounts[facet] }, () => 0)
      return [facet, { all: none(), speaking: none() }]
    }),
  ) as Record<PostedFacet, { readonly all: number[]; readonly speaking: number[] }>
  let key = NaN
  let writer: ValueWriter | null = null
  for (const record of postings) {
    if (key !== record.key0) {
      writer?.close()
      key = record.key0
      const of = valueOfKey(key)
      if (of === null) throw new Error(`a run has postings of no facet: ${key}`)
      writer = new ValueWriter(of.facet, of.value, cellBits, out)
    }
    const posting = postingOf(record)
    writer?.add(posting)
    if (writer === null) continue
    const { all, speaking } = totals[writer.facet]
    all[writer.value] = (all[writer.value] ?? 0) + 1
    if ((posting.marks & SPEAKS) !== 0) speaking[writer.value] = (speaking[writer.value] ?? 0) + 1
  }
  writer?.close()
  return totals
}

class ValueWriter {
  readonly facet: PostedFacet
  readonly value: number
  readonly #cellBits: number
  readonly #out: string
  #total = 0
  #crossingTotal = 0
  #pieces = 0
  #crossingPieces = 0
  #rows: PostingRow[] = []
  #crossing: PostingRow[] = []
  #briefs: Uint8Array[] = []
  readonly #cells: { readonly cell: number; readonly counts: number[] }[] = []

  constructor(facet: PostedFacet, value: number, cellBits: number, out: string) {
    this.value = value
    this.facet = facet
    this.#cellBits = cellBits
    this.#out = out
  }

  add({ brief, marks, ...addressed }: Posting): void {
    const row = { ...addressed, marks: hasMarks(this.facet) ? marks : null }
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
      postingPath(this.facet, this.value),
      writePostingDirectory(directory, isWhole ? this.#rows : null),
    )
  }

  #closePiece(): void {
    this.#write(piecePath(this.facet, this.value, this.#pieces++), writePiece(this.#rows))
    this.#rows = []
    this.#briefs = []
  }

  #closeCrossing(): void {
    this.#write(crossingPath(this.facet, this.value, this.#crossingPieces++), writePiece(this.#crossing))
    this.#crossing = []
  }

  #writeBriefs(): void {
    for (let from = 0; from < this.#briefs.length; from += POSTING_BRIEFS) {
      const writer = new ByteWriter(1 << 16)
      writeBriefs(this.#briefs.slice(from, from + POSTING_BRIEFS), writer)
      this.#write(postingBriefsPath(this.facet, this.value, from / POSTING_BRIEFS), writer.close())
    }
  }

  #write(file: string, bytes: Uint8Array): void {
    const whole = path.join(this.#out, file)
    mkdirSync(path.dirname(whole), { recursive: true })
    writeFileSync(whole, bytes)
  }
}

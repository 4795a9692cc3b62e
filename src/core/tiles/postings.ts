/**
 * Which events have a value, such as an actor? Postings in the order of cells and positions, with the columns of each
 * event and a byte of marks, so that a filter is counted and drawn from these alone:
 *
 *   <value>.bin       number of postings; per cell its counts; the postings, if they are few
 *   <value>/briefs-<k>.bin   briefs of 512 of them, so that a rare value is drawn and listed without its cells
 *   <value>/<p>.bin   where there are many: 32,768 postings each; in crossing-<p>.bin those of crossing events once more
 *
 * Crossing events (reach.ts) stand apart, since a filter by dates needs those from before its range and no others.
 */
import {
  readAddressedRows,
  writeAddressedRows,
  type AddressedColumns,
  type AddressedRow,
} from './addressedRows.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { readCounts, writeCounts, type CellCounts } from './cellCounts.ts'

/** Some 200 kB. */
export const PIECE_EVENTS = 32_768
/** Postings whose briefs stand in one file: some 60 kB. */
export const POSTING_BRIEFS = 512

/** Of a posting's marks: the actor whose posting it is speaks. Bit r below: a statement has the record status `records[r]`. */
export const SPEAKS = 1 << 5

/** Events of a value. */
export interface Postings extends AddressedColumns {
  /** [n] null: their tiles do not tell them, as those of an earlier builder and of the facet `reach`. */
  readonly marks: Uint8Array | null
}

/** One of them, as it is written. */
export interface PostingRow extends AddressedRow {
  /** null: of none in the file. */
  readonly marks: number | null
}

export interface PostingDirectory {
  readonly total: number
  /** Ascending; only cells with postings. */
  readonly cells: readonly PostingCell[]
  /** Postings of crossing events that stand in pieces of their own; 0 where all postings are at hand. */
  readonly crossingTotal: number
  /** null: in pieces. */
  readonly postings: Postings | null
}

export interface PostingCell {
  readonly cell: number
  readonly counts: CellCounts
}

/** @param postings null: there are more than PIECE_EVENTS, and they stand in pieces */
export function writePostingDirectory(
  directory: Pick<PostingDirectory, 'total' | 'cells' | 'crossingTotal'>,
  postings: readonly PostingRow[] | null,
): Uint8Array {
  const writer = new ByteWriter()
  writer.varint(directory.total)
  writer.varint(directory.crossingTotal)
  writer.varint(directory.cells.length)
  let before = 0
  for (const { cell, counts } of directory.cells) {
    writer.signedVarint(cell - before)
    before = cell
    writeCounts(counts, writer)
  }
  if (postings !== null) writePostings(postings, writer)
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readPostingDirectory(bytes: Uint8Array): PostingDirectory {
  const reader = new ByteReader(bytes)
  const total = reader.varint()
  const crossingTotal = reader.varint()
  let cell = 0
  const cells = Array.from({ length: reader.varint() }, () => {
    cell += reader.signedVarint()
    return { cell, counts: readCounts(reader) }
  })
  return { total, crossingTotal, cells, postings: total > PIECE_EVENTS ? null : readPostings(reader) }
}

export function writePiece(postings: readonly PostingRow[]): Uint8Array {
  const writer = new ByteWriter(1 << 18)
  writePostings(postings, writer)
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readPiece(bytes: Uint8Array): Postings {
  return readPostings(new ByteReader(bytes))
}

/** The rows, then the marks of each. */
function writePostings(postings: readonly PostingRow[], writer: ByteWriter): void {
  writeAddressedRows(postings, writer)
  for (const { marks } of postings) if (marks !== null) writer.byte(marks)
}

/** They stand last in their file. */
function readPostings(reader: ByteReader): Postings {
  const rows = readAddressedRows(reader)
  const marks = reader.rest()
  return { ...rows, marks: marks.length === rows.columns.rowCount ? marks : null }
}

/** Pieces that so many postings take. */
export function piecesOf(total: number): number {
  return Math.ceil(total / PIECE_EVENTS)
}

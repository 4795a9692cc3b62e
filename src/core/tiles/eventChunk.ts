/**
 * What does a chunk of a cell hold? Columns and briefs of up to 1,024 events, all that timeline and list draw; and
 * where in the file of texts beside it each whole event stands.
 */
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { readColumns, writeColumns, type TileColumns, type TileRow } from './tileColumns.ts'

/** Briefs as briefColumn.ts reads them, one after the other: row i has the bytes from starts[i] on. */
export interface BriefBytes {
  /** UTF-8 */
  readonly bytes: Uint8Array
  /** [n] */
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
}

export interface EventChunk {
  readonly columns: TileColumns
  readonly briefs: BriefBytes
  /** [n + 1] offsets of the events in the file of texts; the line break before the next belongs to none. */
  readonly textOffsets: Float64Array
}

/** @param briefs one for each row, UTF-8; @param textLengths bytes of each whole event, without its line break */
export function writeChunk(
  rows: readonly TileRow[],
  briefs: readonly Uint8Array[],
  textLengths: readonly number[],
): Uint8Array {
  const writer = new ByteWriter(1 << 16)
  writeColumns(rows, writer)
  for (const length of textLengths) writer.varint(length)
  writeBriefs(briefs, writer)
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readChunk(bytes: Uint8Array): EventChunk {
  const reader = new ByteReader(bytes)
  const columns = readColumns(reader)
  const textOffsets = new Float64Array(columns.rowCount + 1)
  for (let row = 0; row < columns.rowCount; row++)
    textOffsets[row + 1] = (textOffsets[row] ?? 0) + reader.varint() + 1
  return { columns, textOffsets, briefs: readBriefs(columns.rowCount, reader) }
}

/** All lengths, then all bytes. */
export function writeBriefs(briefs: readonly Uint8Array[], writer: ByteWriter): void {
  for (const brief of briefs) writer.varint(brief.length)
  for (const brief of briefs) writer.bytes(brief)
}

/** @param count of the briefs that follow */
export function readBriefs(count: number, reader: ByteReader): BriefBytes {
  const starts = new Uint32Array(count)
  const lengths = new Uint32Array(count)
  let at = 0
  for (let i = 0; i < count; i++) {
    starts[i] = at
    lengths[i] = reader.varint()
    at += lengths[i] ?? 0
  }
  return { bytes: reader.bytes(at), starts, lengths }
}

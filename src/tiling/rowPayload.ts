/** What stands in the payloads of the runs that hold rows? */
import { ByteReader } from '../core/tiles/byteReader.ts'
import type { AddressedRow } from '../core/tiles/addressedRows.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import { readRow } from './eventRecord.ts'
import type { RunRecord } from './runReader.ts'

/** A posting: keys are facet and value (postedFacets.ts), cell and position. */
export function postingOf({ key1, key2, payload }: RunRecord): Posting {
  const reader = new ByteReader(payload)
  const row = readRow(reader)
  return { cell: key1, position: key2, row, marks: reader.byte(), brief: reader.rest() }
}

export interface Posting extends AddressedRow {
  readonly marks: number
  /** UTF-8; empty in a facet that keeps none. */
  readonly brief: Uint8Array
}

/** An event with its actors: keys are cell and position. */
export function rowWithActors({ payload }: RunRecord): {
  readonly row: TileRow
  readonly actors: readonly number[]
} {
  const reader = new ByteReader(payload)
  const row = readRow(reader)
  const actors: number[] = []
  while (!reader.isAtEnd) actors.push(reader.varint())
  return { row, actors }
}

/** A span: the cell is the last key, the position the first four bytes. */
export function spanOf({ key2, payload }: RunRecord): AddressedRow {
  const position = Buffer.from(payload.buffer, payload.byteOffset, 4).readUInt32BE()
  return { cell: key2, position, row: readRow(new ByteReader(payload, 4)) }
}

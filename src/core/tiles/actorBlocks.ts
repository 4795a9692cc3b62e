/**
 * Who has part in each event? By its row among all of the story, so that whoever has found events by any filter needs no
 * cell for that: blocks of INDEX_EVENTS rows, of each the number of its actors and these.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'

/** Row i has the actors from offsets[i] to offsets[i + 1]. */
export interface RowActors {
  /** [n + 1] */
  readonly offsets: Uint32Array
  /** Numbers of actors, each once in a row. */
  readonly actors: Uint32Array
}

export function writeActorBlock(rows: readonly (readonly number[])[]): Uint8Array {
  const writer = new ByteWriter(1 << 18)
  writer.varint(rows.length)
  for (const actors of rows) {
    writer.varint(actors.length)
    for (const actor of actors) writer.varint(actor)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readActorBlock(bytes: Uint8Array): RowActors {
  const reader = new ByteReader(bytes)
  const offsets = new Uint32Array(reader.varint() + 1)
  const actors = new GrowingColumn((length) => new Uint32Array(length))
  for (let row = 1; row < offsets.length; row++) {
    for (let left = reader.varint(); left > 0; left--) actors.push(reader.varint())
    offsets[row] = actors.length
  }
  return { offsets, actors: actors.close() }
}

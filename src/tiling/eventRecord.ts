/** What is kept of an event between reading the story and writing its cell? One record of bytes. */
import { ByteReader } from '../core/tiles/byteReader.ts'
import type { ByteWriter } from '../core/tiles/byteWriter.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import type { EventFacts } from './factsTally.ts'

export interface EventRecord {
  readonly id: string
  /** Place in the file. */
  readonly index: number
  readonly row: TileRow
  /** The same by the date of its report. */
  readonly reportedRow: TileRow
  readonly facts: EventFacts
  /** All names of the event and its statements, its id first. */
  readonly names: readonly string[]
  /** Numbers of its actors, each once; those of them who speak; its sources. */
  readonly actors: readonly number[]
  readonly speakers: readonly number[]
  readonly sources: readonly number[]
  /** Bit r: a statement has the record status records[r]. */
  readonly records: number
  /** As the file has them: a position in `relationKinds` and the name of the other. */
  readonly relations: readonly { readonly kind: number; readonly to: string }[]
  /** UTF-8 */
  readonly brief: Uint8Array
  /** UTF-8, without line breaks. */
  readonly text: Uint8Array
}

/** Begins with the id and a zero, so that records of one anchor and end sort by id. */
export function writeEventRecord(record: EventRecord, writer: ByteWriter): void {
  writer.bytes(Buffer.from(record.id, 'latin1'))
  writer.byte(0)
  writer.varint(record.index)
  writeRow(record.row, writer)
  writeRow(record.reportedRow, writer)
  writer.varint(record.facts.signs)
  writer.varint(record.facts.accountStandings)
  writer.byte(record.facts.hasClockTime ? 1 : 0)
  writer.float64(record.facts.reportMs)
  writer.varint(record.names.length)
  for (const name of record.names) writer.block(Buffer.from(name, 'latin1'))
  for (const numbers of [record.actors, record.speakers, record.sources]) writeNumbers(numbers, writer)
  writer.byte(record.records)
  writer.varint(record.relations.length)
  for (const { kind, to } of record.relations) {
    writer.byte(kind)
    writer.block(Buffer.from(to, 'latin1'))
  }
  writer.block(record.brief)
  writer.block(record.text)
}

/** `brief` and `text` are views. */
export function readEventRecord(bytes: Uint8Array): EventRecord {
  const idLength = bytes.indexOf(0)
  const reader = new ByteReader(bytes, idLength + 1)
  return {
    id: asciiOf(bytes.subarray(0, idLength)),
    index: reader.varint(),
    row: readRow(reader),
    reportedRow: readRow(reader),
    facts: {
      signs: reader.varint(),
      accountStandings: reader.varint(),
      hasClockTime: reader.byte() === 1,
      reportMs: reader.float64(),
    },
    names: Array.from({ length: reader.varint() }, () => asciiOf(reader.block())),
    actors: readNumbers(reader),
    speakers: readNumbers(reader),
    sources: readNumbers(reader),
    records: reader.byte(),
    relations: Array.from({ length: reader.varint() }, () => ({
      kind: reader.byte(),
      to: asciiOf(reader.block()),
    })),
    brief: reader.block(),
    text: reader.block(),
  }
}

export function writeNumbers(numbers: readonly number[], writer: ByteWriter): void {
  writer.varint(numbers.length)
  for (const number of numbers) writer.varint(number)
}

export function readNumbers(reader: ByteReader): readonly number[] {
  return Array.from({ length: reader.varint() }, () => reader.varint())
}

/** Fixed numbers, quickly written and read; what is kept goes through writeColumns. */
export function writeRow(row: TileRow, writer: ByteWriter): void {
  writer.float64(row.startMs)
  writer.float64(row.endMs)
  writer.byte(row.lane | (row.dateKind << 2) | (row.standing << 4))
  writer.varint(row.parts.length)
  for (const part of row.parts) writer.float64(part)
}

export function readRow(reader: ByteReader): TileRow {
  const startMs = reader.float64()
  const endMs = reader.float64()
  const traits = reader.byte()
  return {
    startMs,
    endMs,
    lane: traits & 3,
    dateKind: (traits >> 2) & 3,
    standing: traits >> 4,
    parts: Array.from({ length: reader.varint() }, () => reader.float64()),
  }
}

/** Ids are ASCII. */
export function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

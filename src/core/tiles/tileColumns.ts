/**
 * How are the columns of some events written? The same rows as those of an EventIndex, in some six bytes each. One
 * codec for cells, chunks, postings, spans and leaves of the pyramid, column by column:
 *
 *   traits    lane, date kind, standing, which bounds are known
 *   anchors   the first; of each other the distance from the one before     ├─0─┼──2 d──┼─0─┤
 *   lengths   from start to end, where both are known
 *   parts     what the outer bounds do not say, where the traits tell of some
 */
import { countLeading } from '../base/bisect.ts'
import { GrowingColumn } from '../base/growingColumn.ts'
import { DATE_KIND, type EventIndex } from '../indexing/eventIndex.ts'
import type { ByteReader } from './byteReader.ts'
import type { ByteWriter } from './byteWriter.ts'

/** Rows in the order of the file they stand in: by anchor, but for undated ones. */
export interface TileColumns extends Pick<
  EventIndex,
  'rowCount' | 'startMs' | 'endMs' | 'lane' | 'dateKind' | 'parts'
> {
  /** [n] position in `standings` of storyFile.ts. */
  readonly standing: Uint8Array
}

/** One of the rows. */
export interface TileRow {
  /** As in EventIndex. */
  readonly startMs: number
  readonly endMs: number
  readonly lane: number
  readonly dateKind: number
  readonly standing: number
  /** Start and end of each part, in turn; see DateParts of eventIndex.ts. */
  readonly parts: readonly number[]
}

/** Bits of the traits above lane (0-1), date kind (2-3) and standing (4-6): a plain day needs seven. */
const TRAIT = {
  openStart: 1 << 7,
  openEnd: 1 << 8,
  hasParts: 1 << 9,
  hasFarEnd: 1 << 10,
  isFar: 1 << 11,
} as const
const PART = { openStart: 1, openEnd: 2 } as const
/** From this length on the moment itself is written: a difference would lose its last bits. */
const FAR_MS = 2 ** 52

/** Where the row stands among others, as anchorMs of eventIndex.ts; NaN: undated. */
export function rowAnchorMs({ startMs, endMs }: Pick<TileRow, 'startMs' | 'endMs'>): number {
  if (startMs !== -Infinity) return startMs
  return endMs === Infinity ? -Infinity : endMs - 1
}

/** @param rows by anchor; those whose anchor is not finite may stand anywhere */
export function writeColumns(rows: readonly TileRow[], writer: ByteWriter): void {
  writer.varint(rows.length)
  const anchors = rows.map(rowAnchorMs).filter(Number.isFinite)
  let next = 0
  for (const row of rows) {
    const isFar = Number.isFinite(rowAnchorMs(row)) && isFarAnchor(anchors, next++)
    writer.varint(traitsOf(row) | (isFar ? TRAIT.isFar : 0))
  }
  anchors.forEach((anchorMs, i) => {
    if (i === 0 || isFarAnchor(anchors, i)) writer.signedVarint(anchorMs)
    else writer.duration(anchorMs - (anchors[i - 1] ?? 0))
  })
  for (const row of rows) {
    if (!hasLength(row)) continue
    if (isFar(row)) writer.signedVarint(row.endMs)
    else writer.duration(row.endMs - row.startMs)
  }
  for (const { parts } of rows) {
    if (parts.length === 0) continue
    writer.varint(parts.length / 2)
    for (let i = 0; i < parts.length; i += 2) writePart(parts[i] ?? NaN, parts[i + 1] ?? NaN, writer)
  }
}

function traitsOf(row: TileRow): number {
  return (
    row.lane |
    (row.dateKind << 2) |
    (row.standing << 4) |
    (row.startMs === -Infinity ? TRAIT.openStart : 0) |
    (row.endMs === Infinity ? TRAIT.openEnd : 0) |
    (row.parts.length > 0 ? TRAIT.hasParts : 0) |
    (hasLength(row) && isFar(row) ? TRAIT.hasFarEnd : 0)
  )
}

/** From the one before. */
function isFarAnchor(anchors: readonly number[], i: number): boolean {
  return i > 0 && (anchors[i] ?? 0) - (anchors[i - 1] ?? 0) >= FAR_MS
}

function hasLength({ startMs, endMs }: TileRow): boolean {
  return Number.isFinite(startMs) && Number.isFinite(endMs)
}

function isFar({ startMs, endMs }: TileRow): boolean {
  return endMs - startMs >= FAR_MS
}

function writePart(startMs: number, endMs: number, writer: ByteWriter): void {
  writer.byte((startMs === -Infinity ? PART.openStart : 0) | (endMs === Infinity ? PART.openEnd : 0))
  if (startMs !== -Infinity) writer.signedVarint(startMs)
  if (endMs !== Infinity) writer.signedVarint(endMs)
}

/** @throws RangeError where the bytes end too soon */
export function readColumns(reader: ByteReader): TileColumns {
  const rowCount = reader.varint()
  const traits = new Uint16Array(rowCount)
  for (let row = 0; row < rowCount; row++) traits[row] = reader.varint()
  const dateKind = traits.map((trait) => (trait >> 2) & 3)
  const startMs = new Float64Array(rowCount)
  const endMs = new Float64Array(rowCount)
  let anchorMs: number | null = null
  for (let row = 0; row < rowCount; row++) {
    const trait = traits[row] ?? 0
    const isOpenStart = (trait & TRAIT.openStart) !== 0
    const isOpenEnd = (trait & TRAIT.openEnd) !== 0
    const isUndated = dateKind[row] === DATE_KIND.undated
    if (!isUndated && !(isOpenStart && isOpenEnd)) {
      const isWhole: boolean = anchorMs === null || (trait & TRAIT.isFar) !== 0
      anchorMs = isWhole ? reader.signedVarint() : (anchorMs ?? 0) + reader.duration()
    }
    startMs[row] = isUndated ? NaN : isOpenStart ? -Infinity : (anchorMs ?? NaN)
    endMs[row] = isUndated ? NaN : isOpenEnd ? Infinity : isOpenStart ? (anchorMs ?? NaN) + 1 : NaN
  }
  for (let row = 0; row < rowCount; row++) {
    const trait = traits[row] ?? 0
    if (dateKind[row] === DATE_KIND.undated || (trait & (TRAIT.openStart | TRAIT.openEnd)) !== 0) continue
    const hasFarEnd = (trait & TRAIT.hasFarEnd) !== 0
    endMs[row] = hasFarEnd ? reader.signedVarint() : (startMs[row] ?? NaN) + reader.duration()
  }
  return {
    rowCount,
    startMs,
    endMs,
    lane: Uint8Array.from(traits, (trait) => trait & 3),
    dateKind: Uint8Array.from(dateKind),
    standing: Uint8Array.from(traits, (trait) => (trait >> 4) & 7),
    parts: readParts(traits, reader),
  }
}

function readParts(traits: Uint16Array, reader: ByteReader): TileColumns['parts'] {
  const offsets = new Uint32Array(traits.length + 1)
  const startMs = new GrowingColumn((length) => new Float64Array(length))
  const endMs = new GrowingColumn((length) => new Float64Array(length))
  for (let row = 0; row < traits.length; row++) {
    const count = ((traits[row] ?? 0) & TRAIT.hasParts) === 0 ? 0 : reader.varint()
    for (let i = 0; i < count; i++) {
      const bits = reader.byte()
      startMs.push((bits & PART.openStart) === 0 ? reader.signedVarint() : -Infinity)
      endMs.push((bits & PART.openEnd) === 0 ? reader.signedVarint() : Infinity)
    }
    offsets[row + 1] = startMs.length
  }
  return { offsets, startMs: startMs.close(), endMs: endMs.close() }
}

/** Row by itself, as writeColumns takes it. */
export function rowAt(columns: TileColumns, row: number): TileRow {
  const { offsets, startMs, endMs } = columns.parts
  const parts: number[] = []
  for (let i = offsets[row] ?? 0; i < (offsets[row + 1] ?? 0); i++)
    parts.push(startMs[i] ?? NaN, endMs[i] ?? NaN)
  return {
    startMs: columns.startMs[row] ?? NaN,
    endMs: columns.endMs[row] ?? NaN,
    lane: columns.lane[row] ?? 0,
    dateKind: columns.dateKind[row] ?? 0,
    standing: columns.standing[row] ?? 0,
    parts,
  }
}

/** Rows as columns. */
export function rowsToColumns(rows: readonly TileRow[]): TileColumns {
  const offsets = new Uint32Array(rows.length + 1)
  rows.forEach(({ parts }, row) => (offsets[row + 1] = (offsets[row] ?? 0) + parts.length / 2))
  const bounds = rows.flatMap(({ parts }) => parts)
  return {
    rowCount: rows.length,
    startMs: Float64Array.from(rows, ({ startMs }) => startMs),
    endMs: Float64Array.from(rows, ({ endMs }) => endMs),
    lane: Uint8Array.from(rows, ({ lane }) => lane),
    dateKind: Uint8Array.from(rows, ({ dateKind }) => dateKind),
    standing: Uint8Array.from(rows, ({ standing }) => standing),
    parts: {
      offsets,
      startMs: Float64Array.from(bounds.filter((_, i) => i % 2 === 0)),
      endMs: Float64Array.from(bounds.filter((_, i) => i % 2 === 1)),
    },
  }
}

/** How many rows are anchored before a moment; rows are by anchor. */
export function countAnchoredBefore(columns: TileColumns, timeMs: number): number {
  return countLeading(columns.rowCount, (at) => {
    const row = { startMs: columns.startMs[at] ?? NaN, endMs: columns.endMs[at] ?? NaN }
    return rowAnchorMs(row) < timeMs
  })
}

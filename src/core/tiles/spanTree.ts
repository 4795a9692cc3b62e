/**
 * Which events of other cells may be going on at a moment? A segment tree over cells: a crossing event (reach.ts) stands
 * at the few nodes that together make up the cells it reaches, so that a moment finds all of them on its path:
 *
 *   level 2    ├───────────────────────────────┤
 *   level 1    ├───────────────┼──── A ────────┤
 *   level 0    ├───────┼── A ──┼───────┼───────┤
 *                          ━━━━━━━━━━━━━━━━━━      A, whose own cell is further left
 *
 * Four levels stand in one file, a band, so that a path is a few files.
 */
import {
  readAddressedRows,
  writeAddressedRows,
  type AddressedColumns,
  type AddressedRow,
} from './addressedRows.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { TIME_BITS } from './cell.ts'
import type { Crossing } from './reach.ts'

const BAND_LEVELS = 4

export interface SpanNode {
  readonly level: number
  /** The node at level l holds the leaves from node · 2^l on; leaf = cell + half of all leaves. */
  readonly node: number
}

/** The file in which a node stands. */
export interface Band {
  readonly band: number
  readonly node: number
}

/** The fewest nodes that make up the cells of the crossing; ascending by time. */
export function nodesOfCrossing({ fromCell, toCell }: Crossing, cellBits: number): readonly SpanNode[] {
  const half = 2 ** (TIME_BITS - 1 - cellBits)
  let low = Math.max(fromCell + half, 0)
  let high = Math.min(toCell + half, 2 * half - 1) + 1
  const left: SpanNode[] = []
  const right: SpanNode[] = []
  for (let level = 0; low < high; level++) {
    if (low % 2 === 1) left.push({ level, node: low++ })
    if (high % 2 === 1) right.push({ level, node: --high })
    low /= 2
    high /= 2
  }
  return [...left, ...right.reverse()]
}

/** From the cell up to the root. */
export function pathOfCell(cell: number, cellBits: number): readonly SpanNode[] {
  const levels = TIME_BITS - cellBits
  const leaf = cell + 2 ** (levels - 1)
  return Array.from({ length: levels + 1 }, (_, level) => ({ level, node: Math.floor(leaf / 2 ** level) }))
}

export function bandOf({ level, node }: SpanNode): Band {
  const band = Math.floor(level / BAND_LEVELS)
  return { band, node: Math.floor(node / 2 ** (band * BAND_LEVELS + BAND_LEVELS - 1 - level)) }
}

export interface SpanList extends SpanNode {
  readonly rows: AddressedColumns
}

/** @param lists of one band, ascending by level, then by node, none empty */
export function writeBand(
  lists: readonly (SpanNode & { readonly rows: readonly AddressedRow[] })[],
): Uint8Array {
  const writer = new ByteWriter(1 << 14)
  writer.varint(lists.length)
  for (const { level, node, rows } of lists) {
    writer.byte(level)
    writer.varint(node)
    writeAddressedRows(rows, writer)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readBand(bytes: Uint8Array): readonly SpanList[] {
  const reader = new ByteReader(bytes)
  return Array.from({ length: reader.varint() }, () => ({
    level: reader.byte(),
    node: reader.varint(),
    rows: readAddressedRows(reader),
  }))
}

/** The bands that are there. @param bands ascending by band, then by node */
export function writeSpanDirectory(bands: readonly Band[]): Uint8Array {
  const writer = new ByteWriter()
  writer.varint(bands.length)
  for (const { band, node } of bands) {
    writer.byte(band)
    writer.varint(node)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readSpanDirectory(bytes: Uint8Array): readonly Band[] {
  const reader = new ByteReader(bytes)
  return Array.from({ length: reader.varint() }, () => ({ band: reader.byte(), node: reader.varint() }))
}

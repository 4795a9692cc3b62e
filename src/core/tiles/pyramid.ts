/**
 * How many events begin and end in any stretch of time, at any zoom? A pyramid of nodes, each of 512 bins:
 *
 *   level 36   ├───────────────────────────────────────────────┤    2^36 ms in bins of 2^27 (1.6 days)
 *   level 34   ├───────────┼───────────┼───────────┼───────────┤    2^34 ms in bins of 2^25 (9 hours)
 *
 * A window of 1280 px in bins of 2 or 4 px touches two or three nodes of one level. A node with few events is a leaf
 * that holds them, columns and briefs: sparse centuries need no cell. Where cells themselves are few, nodes end too.
 */
import { DATE_KIND } from '../indexing/eventIndex.ts'
import {
  readAddressedRows,
  writeAddressedRows,
  type AddressedColumns,
  type AddressedRow,
} from './addressedRows.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { INDEX_EVENTS, TIME_BITS } from './cell.ts'
import { readBriefs, writeBriefs, type BriefBytes } from './eventChunk.ts'
import { rowAnchorMs, type TileRow } from './tileColumns.ts'

/**
 * What is counted: of each lane but the undated one (0 day, 1 lasted, 2 doubt) the events anchored in a bin, then of
 * each the events whose last moment (endMs - 1) lies in it. Every number adds up over parts of a story.
 */
export const SERIES = 6
/** Lanes of events with a date. The series of lane l are l and OVER + l. */
export const OVER = 3
/** 2^9 bins in a node. */
export const BIN_BITS = 9
export const NODE_BINS = 2 ** BIN_BITS
/** From a level to the next: each node has four children. */
export const LEVEL_STEP = 2
/** The root level: two nodes, before and after the epoch. */
export const TOP_LEVEL = TIME_BITS
/** Bins of 32 ms. */
export const LAST_LEVEL = 14
/** A node with at most so many events is a leaf that holds them: no more than a chunk, and no further file is needed. */
export const LEAF_EVENTS = 1024

/** What stands below a node: `children`, those that are not empty; its own `events`; or `cells`, to be read themselves. */
export const nodeKinds = ['children', 'events', 'cells'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** A node's counts. */
export interface NodeCounts {
  /** [SERIES] over all of time before the node. */
  readonly before: Float64Array
  /** [SERIES · NODE_BINS] bin b of series s at s · NODE_BINS + b. */
  readonly bins: Uint32Array
}

/** The events of a leaf. */
export interface LeafEvents extends AddressedColumns {
  readonly briefs: BriefBytes
}

export interface PyramidNode extends NodeCounts {
  /** null: not a leaf that holds its events. */
  readonly events: LeafEvents | null
}

/**
 * Calls `count` for each series and moment at which the event counts; -Infinity: before all bins. Nothing for an undated
 * event.
 */
export function eachCounted(row: TileRow, count: (series: number, timeMs: number) => void): void {
  if (row.dateKind === DATE_KIND.undated) return
  count(row.lane, rowAnchorMs(row))
  if (row.endMs !== Infinity) count(OVER + row.lane, row.endMs - 1)
}

/** Node of a level in which a moment lies. */
export function nodeAt(timeMs: number, level: number): number {
  return Math.floor(timeMs / 2 ** level)
}

/** @param begun events of all lanes anchored in the node; @param cellBits of the story */
export function nodeKind(level: number, begun: number, cellBits: number): NodeKind {
  if (begun <= LEAF_EVENTS) return 'events'
  return level <= LAST_LEVEL || (level <= cellBits + 1 && begun <= INDEX_EVENTS) ? 'cells' : 'children'
}

/** Events anchored in the node. */
export function begunIn({ bins }: NodeCounts): number {
  let sum = 0
  for (let i = 0; i < OVER * NODE_BINS; i++) sum += bins[i] ?? 0
  return sum
}

/** @param events only for a leaf that holds its events */
export function writeNode(
  { before, bins }: NodeCounts,
  events: { readonly rows: readonly AddressedRow[]; readonly briefs: readonly Uint8Array[] } | null,
): Uint8Array {
  const writer = new ByteWriter(4096)
  for (let s = 0; s < SERIES; s++) writer.varint(before[s] ?? 0)
  for (let s = 0; s < SERIES; s++) writeBins(bins.subarray(s * NODE_BINS, (s + 1) * NODE_BINS), writer)
  writer.byte(events === null ? 0 : 1)
  if (events !== null) {
    writeAddressedRows(events.rows, writer)
    writeBriefs(events.briefs, writer)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readNode(bytes: Uint8Array): PyramidNode {
  const reader = new ByteReader(bytes)
  const before = Float64Array.from({ length: SERIES }, () => reader.varint())
  const bins = new Uint32Array(SERIES * NODE_BINS)
  for (let s = 0; s < SERIES; s++) {
    let bin = -1
    for (let left = reader.varint(); left > 0; left--) {
      bin += reader.varint() + 1
      bins[s * NODE_BINS + bin] = reader.varint()
    }
  }
  return { before, bins, events: reader.byte() === 0 ? null : readLeaf(reader) }
}

/** Bins that are not empty: their number, then of each the empty ones before it and its count. */
function writeBins(bins: Uint32Array, writer: ByteWriter): void {
  writer.varint(bins.reduce((count, bin) => count + (bin === 0 ? 0 : 1), 0))
  let last = -1
  bins.forEach((count, bin) => {
    if (count === 0) return
    writer.varint(bin - last - 1)
    writer.varint(count)
    last = bin
  })
}

function readLeaf(reader: ByteReader): LeafEvents {
  const rows = readAddressedRows(reader)
  return { ...rows, briefs: readBriefs(rows.columns.rowCount, reader) }
}

/** A node of the pyramid, ready to be counted in: sums up to every bin, and up to every event of a leaf. */
import type { CivilMs } from '../time/units.ts'
import { ByteReader } from './byteReader.ts'
import { BIN_BITS, NODE_BINS, OVER, readNode, SERIES, type LeafEvents } from './pyramid.ts'
import { countAnchoredBefore, readColumns, type TileColumns } from './tileColumns.ts'

/** Rows by anchor, and how many of each lane there are up to each. */
export interface RankedRows {
  readonly columns: TileColumns
  /** [OVER · (n + 1)] */
  readonly ranks: Uint32Array
}

export interface HeldNode {
  /** [SERIES · (NODE_BINS + 1)] counts from the beginning of time to the start of each bin, and to the node's end. */
  readonly sums: Float64Array
  /** null: not a leaf that holds its events. */
  readonly leaf: (RankedRows & { readonly events: LeafEvents }) | null
}

/** @throws RangeError where the bytes end too soon */
export function decodeNode(bytes: Uint8Array): HeldNode {
  const { before, bins, events } = readNode(bytes)
  const sums = new Float64Array(SERIES * (NODE_BINS + 1))
  for (let series = 0; series < SERIES; series++) {
    let sum = before[series] ?? 0
    const at = series * (NODE_BINS + 1)
    sums[at] = sum
    for (let bin = 0; bin < NODE_BINS; bin++) {
      sum += bins[series * NODE_BINS + bin] ?? 0
      sums[at + bin + 1] = sum
    }
  }
  return { sums, leaf: events === null ? null : { events, ...rank(events.columns) } }
}

/** Columns of an index block of a cell. @throws RangeError where the bytes end too soon */
export function decodeRanked(bytes: Uint8Array): RankedRows {
  return rank(readColumns(new ByteReader(bytes)))
}

function rank(columns: TileColumns): RankedRows {
  const size = columns.rowCount + 1
  const ranks = new Uint32Array(OVER * size)
  for (let row = 0; row < columns.rowCount; row++)
    for (let lane = 0; lane < OVER; lane++)
      ranks[lane * size + row + 1] = (ranks[lane * size + row] ?? 0) + (columns.lane[row] === lane ? 1 : 0)
  return { columns, ranks }
}

/** Rows of a lane anchored in a stretch. */
export function countRanked(
  { columns, ranks }: RankedRows,
  lane: number,
  startMs: CivilMs,
  endMs: CivilMs,
): number {
  const at = lane * (columns.rowCount + 1)
  const from = countAnchoredBefore(columns, startMs)
  const to = countAnchoredBefore(columns, endMs)
  return (ranks[at + to] ?? 0) - (ranks[at + from] ?? 0)
}

/** Bin of a node in which a moment lies, and where in it, from 0 to 1. */
export function binAt(
  level: number,
  node: number,
  timeMs: CivilMs,
): { readonly bin: number; readonly share: number } {
  const place = (timeMs - node * 2 ** level) / 2 ** (level - BIN_BITS)
  const bin = Math.floor(place)
  return { bin, share: place - bin }
}

/** Of a series, up to the start of a bin. */
export function sumAt({ sums }: HeldNode, series: number, bin: number): number {
  return sums[series * (NODE_BINS + 1) + bin] ?? 0
}

/**
 * How many events of each lane of actors begin and end in any stretch of time? A pyramid as of the whole story
 * (pyramid.ts), of which each node counts all lanes that a reader may see without a filter. A node of few events is a leaf
 * that holds them, so that it is exact at every moment:
 *
 *   series     0 … 23: actors with most events      24, 25: all without a lane beside 12, 24 of them      26: nobody named
 *   children   counts before the node, then of 512 bins
 *   leaf       counts before the node, then its events by anchor, and those that end in it by end, each with its series
 */
import { COUNTED_LANES } from '../indexing/chooseActors.ts'
import { ByteReader } from './byteReader.ts'
import { ByteWriter } from './byteWriter.ts'
import { LAST_LEVEL, NODE_BINS, type NodeKind } from './pyramid.ts'

/** Actors that are counted by time; the lanes of few of them are shown first. */
export const { most: COUNTED_ACTORS, few: FEW_ACTORS } = COUNTED_LANES
export const LANE_SERIES = { othersOfFew: 24, others: 25, nobody: 26 } as const
export const LANES_COUNTED = 27
/** A leaf holds at most so many that begin, and so many that end. */
export const LEAF_MOMENTS = 2048

/** Moments of some events, ascending, and of each its series, a bit for each. */
export interface LaneMoments {
  readonly times: Float64Array
  readonly series: Uint32Array
}

export interface LaneNode {
  /** [LANES_COUNTED] begun before the node, and ended. */
  readonly before: Float64Array
  readonly endedBefore: Float64Array
  /** [LANES_COUNTED · NODE_BINS] bin b of series s at s · NODE_BINS + b; null: a leaf. */
  readonly bins: { readonly begun: Uint32Array; readonly ended: Uint32Array } | null
  /** Its events by anchor with their rows among all of the story, and last moments (endMs - 1) that lie in it; null: no leaf. */
  readonly leaf: {
    readonly begun: LaneMoments & { readonly rows: Float64Array }
    readonly ended: LaneMoments
  } | null
}

/** @param begun,ended how many events begin and end in the node. `cells`: too many, and no finer node */
export function laneNodeKind(level: number, begun: number, ended: number): NodeKind {
  if (Math.max(begun, ended) <= LEAF_MOMENTS) return 'events'
  return level <= LAST_LEVEL ? 'cells' : 'children'
}

/** @param counts begun and ended alike; @param series of an event, from 0 to LANES_COUNTED - 1 */
export function eachSeries(series: number, count: (series: number) => void): void {
  for (let left = series; left !== 0; left &= left - 1) count(31 - Math.clz32(left & -left))
}

export function writeLaneNode({ before, endedBefore, bins, leaf }: LaneNode): Uint8Array {
  const writer = new ByteWriter(4096)
  for (const count of before) writer.varint(count)
  for (const count of endedBefore) writer.varint(count)
  writer.byte(leaf === null ? 0 : 1)
  if (bins !== null) {
    writeBins(bins.begun, writer)
    writeBins(bins.ended, writer)
  }
  if (leaf !== null) {
    writeMoments(leaf.begun, writer)
    let row = -1
    for (const next of leaf.begun.rows) {
      writer.varint(next - row - 1)
      row = next
    }
    writeMoments(leaf.ended, writer)
  }
  return writer.close()
}

/** @throws RangeError where the bytes end too soon */
export function readLaneNode(bytes: Uint8Array): LaneNode {
  const reader = new ByteReader(bytes)
  const counts = (): Float64Array => Float64Array.from({ length: LANES_COUNTED }, () => reader.varint())
  const [before, endedBefore] = [counts(), counts()]
  if (reader.byte() === 0)
    return { before, endedBefore, bins: { begun: readBins(reader), ended: readBins(reader) }, leaf: null }
  const begun = readMoments(reader)
  const rows = new Float64Array(begun.times.length)
  let row = -1
  for (let i = 0; i < rows.length; i++) rows[i] = row += reader.varint() + 1
  return { before, endedBefore, bins: null, leaf: { begun: { ...begun, rows }, ended: readMoments(reader) } }
}

/** Of each series the bins that are not empty: their number, then of each the empty ones before it and its count. */
function writeBins(all: Uint32Array, writer: ByteWriter): void {
  for (let series = 0; series < LANES_COUNTED; series++) {
    const bins = all.subarray(series * NODE_BINS, (series + 1) * NODE_BINS)
    writer.varint(bins.reduce((count, bin) => count + Math.min(bin, 1), 0))
    let last = -1
    bins.forEach((count, bin) => {
      if (count === 0) return
      writer.varint(bin - last - 1)
      writer.varint(count)
      last = bin
    })
  }
}

function readBins(reader: ByteReader): Uint32Array {
  const all = new Uint32Array(LANES_COUNTED * NODE_BINS)
  for (let series = 0; series < LANES_COUNTED; series++) {
    let bin = -1
    for (let left = reader.varint(); left > 0; left--) {
      bin += reader.varint() + 1
      all[series * NODE_BINS + bin] = reader.varint()
    }
  }
  return all
}

/** Their number; the first moment, signed, each other as it is after the one before; the series of each. */
function writeMoments({ times, series }: LaneMoments, writer: ByteWriter): void {
  writer.varint(times.length)
  times.forEach((timeMs, i) => {
    if (i === 0) writer.signedVarint(timeMs)
    else writer.varint(timeMs - (times[i - 1] ?? 0))
  })
  for (const bits of series) writer.varint(bits)
}

function readMoments(reader: ByteReader): LaneMoments {
  const times = new Float64Array(reader.varint())
  for (let i = 0; i < times.length; i++)
    times[i] = i === 0 ? reader.signedVarint() : (times[i - 1] ?? 0) + reader.varint()
  return { times, series: Uint32Array.from(times, () => reader.varint()) }
}

/** How many events has a cell, of which lanes and reaches? Of all events, or of those that have a value of a facet. */
import { howKnownKinds } from '../time/howKnown.ts'
import type { ByteReader } from './byteReader.ts'
import type { ByteWriter } from './byteWriter.ts'
import { reaches, reachOf, sideOfReach } from './reach.ts'
import type { TileRow } from './tileColumns.ts'

/** Lanes in the order of howKnownKinds, then reaches in the order of reach.ts. */
export type CellCounts = readonly number[]
export const LANES = howKnownKinds.length
export const COUNTS = LANES + reaches.length

export function emptyCounts(): number[] {
  return Array.from({ length: COUNTS }, () => 0)
}

/** Adds one event. */
export function countRow(counts: number[], row: TileRow): void {
  counts[row.lane] = (counts[row.lane] ?? 0) + 1
  const reach = reachOf(row)
  if (reach === null) return
  const at = LANES + reaches.indexOf(reach)
  counts[at] = (counts[at] ?? 0) + 1
}

/** Events of all lanes. */
export function eventsOf(counts: CellCounts): number {
  let sum = 0
  for (let lane = 0; lane < LANES; lane++) sum += counts[lane] ?? 0
  return sum
}

/** Events of one of the SIDES. */
export function countOfSide(counts: CellCounts, side: number): number {
  return reaches.reduce(
    (sum, reach, i) => sum + (sideOfReach(reach) === side ? (counts[LANES + i] ?? 0) : 0),
    0,
  )
}

/** Which are not 0, as bits, then those. */
export function writeCounts(counts: CellCounts, writer: ByteWriter): void {
  writer.varint(counts.reduce((bits, count, i) => bits | (count === 0 ? 0 : 1 << i), 0))
  for (const count of counts) if (count !== 0) writer.varint(count)
}

export function readCounts(reader: ByteReader): CellCounts {
  const bits = reader.varint()
  return Array.from({ length: COUNTS }, (_, i) => ((bits & (1 << i)) === 0 ? 0 : reader.varint()))
}

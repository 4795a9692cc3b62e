/**
 * Where does an event stand among millions? In a cell, a fixed stretch of time, and there at a position:
 *
 *   cell  -1             0              1                undated
 *        ─┤ 0 1 2 3      ├ 0 1           ├ 0 1 2 3 …     ├ 0 1 …
 *         cells are 2^cellBits ms long and begin at the epoch; an event belongs to the cell of its anchor
 *
 * In a cell events stand by anchor, then end, then id; undated ones in their reading order. Cells never depend on the
 * story: parts of a story that are made apart make the same cells.
 */
import type { CivilMs } from '../time/units.ts'

/** 2^31 ms are 24.9 days: a year has 15 cells, and ten million events in fifty years some 14,000 in each. */
export const CELL_BITS = 31
/** Cells of a day are the shortest, of a thousand years the longest. */
export const CELL_BITS_RANGE = { least: 26, most: 45 } as const
/** All of time, in both directions, is 2^54 ms: JavaScript's Date ends at 8.64e15, which is less than 2^53. */
export const TIME_BITS = 54
/** Cell of events without any bound: they may have begun before every other. */
export const OPEN_CELL = -(2 ** 30)
/** Cell of events without a date. */
export const UNDATED_CELL = 2 ** 30

/** Events of a cell whose briefs and JSON stand in one file each. */
export const CHUNK_EVENTS = 1024
/** Events of a cell whose columns stand in one file: some 400 kB. */
export const INDEX_EVENTS = 65_536

export interface Address {
  readonly cell: number
  /** From 0. */
  readonly position: number
}

/** @param anchor as anchorMs of eventIndex.ts gives it; NaN: undated */
export function cellOfAnchor(anchor: CivilMs, cellBits: number): number {
  if (Number.isNaN(anchor)) return UNDATED_CELL
  return anchor === -Infinity ? OPEN_CELL : Math.floor(anchor / 2 ** cellBits)
}

/** First moment of a cell; -Infinity for the open one, NaN for the undated one. */
export function cellStartMs(cell: number, cellBits: number): CivilMs {
  if (cell === UNDATED_CELL) return NaN
  return cell === OPEN_CELL ? -Infinity : cell * 2 ** cellBits
}

/** Name of the cell's folder. */
export function cellName(cell: number): string {
  if (cell === UNDATED_CELL) return 'undated'
  return cell === OPEN_CELL ? 'open' : String(cell)
}

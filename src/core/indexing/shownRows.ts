/**
 * Which events pass the filter, as an ordered sequence: what comes before and after, and which is the how-manieth?
 * Counts stand at every 1,024th row, so that no question looks at more than 1,024 of them.
 */
import { countLeading } from '../base/bisect.ts'
import type { EventRow } from './eventIndex.ts'
import type { Matches } from './findMatches.ts'
import { MATCH } from './matchDate.ts'

/** Rows in reading order. */
export interface RowSequence {
  readonly length: number
  readonly has: (row: EventRow) => boolean
  /** How many of them stand before `row`: its position from 0, where it is one of them. */
  readonly countBefore: (row: EventRow) => number
  /** The row at a position from 0; null outside. */
  readonly at: (position: number) => EventRow | null
  /** The nearest after (+1) or before (-1); null at the end. */
  readonly next: (from: EventRow, step: 1 | -1) => EventRow | null
  /** Those from one position to another, ascending. */
  readonly slice: (from: number, to: number) => readonly EventRow[]
}

const BLOCK = 1024
const EACH_BYTE = 0x01010101

export class ShownRows implements RowSequence {
  readonly #matches: Matches
  /** Shown rows before each block. */
  readonly #before: Uint32Array
  /** How many pass, and how many of them only possibly. */
  readonly length: number
  readonly possible: number

  constructor(matches: Matches) {
    this.#matches = matches
    this.#before = new Uint32Array(Math.ceil(matches.length / BLOCK) + 1)
    let count = 0
    let possible = 0
    // Four rows at a time, a byte each of which a MATCH sets a bit; the product has the sum of them in its uppermost byte.
    const fours = new Uint32Array(matches.buffer, matches.byteOffset, matches.length >> 2)
    for (let four = 0; four <= fours.length; four++) {
      if (four % (BLOCK / 4) === 0) this.#before[(four * 4) / BLOCK] = count
      const word = fours[four] ?? 0
      count += Math.imul((word | (word >> 1)) & EACH_BYTE, EACH_BYTE) >> 24
      possible += Math.imul(word & EACH_BYTE, EACH_BYTE) >> 24
    }
    for (const match of matches.subarray(fours.length * 4)) {
      count += Math.min(match, 1)
      possible += match & 1
    }
    this.#before[this.#before.length - 1] = count
    this.length = count
    this.possible = possible
  }

  has(row: EventRow): boolean {
    return (this.#matches[row] ?? 0) > MATCH.none
  }

  /** How many shown rows stand before `row`: its position from 0, where it is shown itself. */
  countBefore(row: EventRow): number {
    const block = Math.min(Math.floor(Math.max(row, 0) / BLOCK), this.#before.length - 1)
    let count = this.#before[block] ?? 0
    for (let i = block * BLOCK; i < Math.min(row, this.#matches.length); i++) if (this.has(i)) count++
    return count
  }

  /** The row at a position from 0; null outside. */
  at(position: number): EventRow | null {
    if (position < 0 || position >= this.length) return null
    const low = countLeading(this.#before.length - 1, (at) => (this.#before[at] ?? 0) <= position) - 1
    let left = position - (this.#before[low] ?? 0)
    for (let row = low * BLOCK; row < this.#matches.length; row++)
      if (this.has(row) && left-- === 0) return row
    return null
  }

  /** The nearest shown row after (+1) or before (-1); null at the end. */
  next(from: EventRow, step: 1 | -1): EventRow | null {
    const before = this.countBefore(from)
    return this.at(step === -1 ? before - 1 : this.has(from) ? before + 1 : before)
  }

  /** All of them, ascending; only for stories that are small or lists that are cut. */
  slice(from: number, to: number): readonly EventRow[] {
    const rows: EventRow[] = []
    for (let row = this.at(from); row !== null && rows.length < to - from; row = this.next(row, 1))
      rows.push(row)
    return rows
  }
}

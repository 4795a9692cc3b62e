/**
 * Which event has this name: an id or a former id, its own or one of its statements'? For millions of names, in three
 * numbers each instead of a string and an object.
 *
 * A name is kept as 64 bits of its hash while a file is read: that two of four million names share them has odds of
 * one in a million. The page keeps 32 of them beside the place, so that a name which no event has is taken for another
 * with odds of one in a thousand million; an event's own id can be held against its brief.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { NameClaims } from './nameClaims.ts'
import { hashName, type NameHash } from './nameHash.ts'

/** What can be handed from a worker to the page. */
export interface NameColumns {
  /** [slots] second half of the hash. */
  readonly checks: Uint32Array
  /** [slots] row of the event + 1; 0: the slot is empty, or the event was left out. */
  readonly rows: Uint32Array
}

/** Who has a name. */
export interface NameHolder {
  /** Place of its event in the file. */
  readonly index: number
  /** Where in the event; see eventIds.ts. */
  readonly slot: number
}

/** A claim that loses: an earlier event has the name. */
export interface Clash extends NameHash {
  /** Place in the file of the event that may not have it. */
  readonly loserIndex: number
}

/** Slots in use at most, as a share. */
const MAX_LOAD = 0.7
const LEAST_SLOTS = 1024

/** Numbers of a slot, side by side: whoever looks at one has the others at hand, where memory is far away. */
const WIDTH = 4
const PLACE = 0
const CHECK = 1
/** Index of the holder + 1; 0: the slot is empty. */
const INDEX = 2
const SLOT = 3

/** Claims with the same highest bits of their place lie together until all are there. */
const BUCKET_BITS = 8

/**
 * All names of a file. They are gathered in any order of its events, sorted into buckets; the table is made at the end,
 * bucket after bucket, each of which writes to its own stretch of it: a table that millions of names were put into here
 * and there spent its time waiting for memory.
 */
export class NameTable {
  /** [bucket] WIDTH numbers of each claim. */
  #buckets = Array.from({ length: 1 << BUCKET_BITS }, () => new GrowingColumn((n) => new Uint32Array(n)))
  /** [WIDTH × slots] once it is made. */
  #table = new Uint32Array(0)
  /** 32 less the bits of a slot. */
  #shift = 32

  /** Takes the names that some events claim. */
  add({ places, checks, indexes, slots }: NameClaims): void {
    const claim = new Uint32Array(WIDTH)
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0
      claim[PLACE] = place
      claim[CHECK] = checks[i] ?? 0
      claim[INDEX] = (indexes[i] ?? 0) + 1
      claim[SLOT] = slots[i] ?? 0
      this.#buckets[place >>> (32 - BUCKET_BITS)]?.pushAll(claim)
    }
  }

  /**
   * After the last claim: makes the table. Of two events with one name the first in the file has it.
   * @returns each claim that loses, as often as it meets another
   */
  settle(): readonly Clash[] {
    const clashes: Clash[] = []
    const buckets = this.#buckets
    this.#reserve(buckets.reduce((sum, { length }) => sum + length / WIDTH, 0))
    for (const bucket of buckets) {
      const { values, length } = bucket
      for (let from = 0; from < length; from += WIDTH) this.#enter(values, from, clashes)
    }
    this.#buckets = []
    return clashes
  }

  /** null: nobody. */
  holderOf({ place, check }: NameHash): NameHolder | null {
    const at = this.#find(place, check)
    const index = this.#table[at + INDEX] ?? 0
    return index === 0 ? null : { index: index - 1, slot: this.#table[at + SLOT] ?? 0 }
  }

  /**
   * The table is used up.
   * @param rowOf [place in the file] row of the event, -1 where it was left out
   */
  close(rowOf: Int32Array): NameColumns {
    const table = this.#table
    const checks = new Uint32Array(table.length / WIDTH)
    const rows = new Uint32Array(checks.length)
    for (let slot = 0, at = 0; at < table.length; slot++, at += WIDTH) {
      const index = table[at + INDEX] ?? 0
      if (index === 0) continue
      checks[slot] = table[at + CHECK] ?? 0
      rows[slot] = (rowOf[index - 1] ?? -1) + 1
    }
    this.#table = new Uint32Array(0)
    return { checks, rows }
  }

  /** The claim that begins there among those of a bucket. */
  #enter(claims: Uint32Array, from: number, clashes: Clash[]): void {
    const place = claims[from + PLACE] ?? 0
    const check = claims[from + CHECK] ?? 0
    const index = claims[from + INDEX] ?? 0
    const at = this.#find(place, check)
    const known = this.#table[at + INDEX] ?? 0
    if (known > 0) clashes.push({ place, check, loserIndex: Math.max(index, known) - 1 })
    if (known > 0 && known <= index) return
    this.#table[at + PLACE] = place
    this.#table[at + CHECK] = check
    this.#table[at + INDEX] = index
    this.#table[at + SLOT] = claims[from + SLOT] ?? 0
  }

  /** Where the name stands in the table, or would. */
  #find(place: number, check: number): number {
    const table = this.#table
    const mask = table.length - 1
    let at = WIDTH * (place >>> this.#shift)
    while (table[at + INDEX] !== 0 && (table[at + CHECK] !== check || table[at + PLACE] !== place))
      at = (at + WIDTH) & mask
    return at
  }

  #reserve(count: number): void {
    let slots = LEAST_SLOTS
    while (count > slots * MAX_LOAD) slots *= 2
    this.#table = new Uint32Array(WIDTH * slots)
    this.#shift = shiftOf(slots)
  }
}

/** By how much a place is shifted to be a slot. @param slots a power of two, 2 or more */
function shiftOf(slots: number): number {
  return Math.clz32(slots) + 1
}

/** The row of the event that has the name, or null. */
export function rowNamed({ checks, rows }: NameColumns, name: string): number | null {
  const mask = checks.length - 1
  const { place, check } = hashName(name)
  for (
    let slot = place >>> shiftOf(checks.length), tries = 0;
    tries < checks.length;
    tries++, slot = (slot + 1) & mask
  ) {
    if (checks[slot] === 0 && rows[slot] === 0) return null
    if (checks[slot] === check) return (rows[slot] ?? 0) === 0 ? null : (rows[slot] ?? 0) - 1
  }
  return null
}

/**
 * Which event has this name: an id or a former id, its own or one of its statements'? For millions of names, in three
 * numbers each instead of a string and an object.
 *
 * A name is kept as 64 bits of its hash while a file is read: that two of four million names share them has odds of
 * one in a million. The page keeps 32 of them beside the place, so that a name which no event has is taken for another
 * with odds of one in a thousand million; an event's own id can be held against its brief.
 */
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

/** Slots in use at most, as a share. */
const MAX_LOAD = 0.7

/** Numbers of a slot, side by side: whoever looks at one has the others at hand, where memory is far away. */
const WIDTH = 4
const PLACE = 0
const CHECK = 1
/** Index of the holder + 1; 0: the slot is empty. */
const INDEX = 2
const SLOT = 3

/** All names of a file; grows while it is read, in any order of its events. */
export class NameTable {
  /** [WIDTH × slots] */
  #table = new Uint32Array(WIDTH * 1024)
  #count = 0

  /**
   * Takes the names that some events claim. Of two events with one name the first in the file has it.
   * @param onClash told of a claim that loses, as often as it meets another
   */
  add(claims: NameClaims, onClash: (clash: NameHash & { readonly loserIndex: number }) => void): void {
    this.#reserve(claims.places.length)
    for (let i = 0; i < claims.places.length; i++) {
      const place = claims.places[i] ?? 0
      const check = claims.checks[i] ?? 0
      const index = claims.indexes[i] ?? 0
      const at = this.#find(place, check)
      const known = (this.#table[at + INDEX] ?? 0) - 1
      if (known >= 0) onClash({ place, check, loserIndex: Math.max(index, known) })
      else this.#count++
      if (known < 0 || index < known) this.#put(at, place, check, index + 1, claims.slots[i] ?? 0)
    }
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

  /** Where the name stands in the table, or would. */
  #find(place: number, check: number): number {
    const table = this.#table
    const mask = table.length - 1
    let at = Math.imul(place, WIDTH) & mask
    while (table[at + INDEX] !== 0 && (table[at + CHECK] !== check || table[at + PLACE] !== place))
      at = (at + WIDTH) & mask
    return at
  }

  #put(at: number, place: number, check: number, index: number, slot: number): void {
    this.#table[at + PLACE] = place
    this.#table[at + CHECK] = check
    this.#table[at + INDEX] = index
    this.#table[at + SLOT] = slot
  }

  #reserve(count: number): void {
    const table = this.#table
    let { length } = table
    while (WIDTH * (this.#count + count) > length * MAX_LOAD) length *= 2
    if (length === table.length) return
    this.#table = new Uint32Array(length)
    for (let from = 0; from < table.length; from += WIDTH) {
      if (table[from + INDEX] === 0) continue
      const place = table[from + PLACE] ?? 0
      const check = table[from + CHECK] ?? 0
      this.#put(this.#find(place, check), place, check, table[from + INDEX] ?? 0, table[from + SLOT] ?? 0)
    }
  }
}

/** The row of the event that has the name, or null. */
export function rowNamed({ checks, rows }: NameColumns, name: string): number | null {
  const mask = checks.length - 1
  const { place, check } = hashName(name)
  for (let slot = place & mask, tries = 0; tries < checks.length; tries++, slot = (slot + 1) & mask) {
    if (checks[slot] === 0 && rows[slot] === 0) return null
    if (checks[slot] === check) return (rows[slot] ?? 0) === 0 ? null : (rows[slot] ?? 0) - 1
  }
  return null
}

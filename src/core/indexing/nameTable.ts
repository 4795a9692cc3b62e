/**
 * Which event has this name: an id or a former id, its own or one of its statements'? For millions of names, in three
 * numbers each instead of a string and an object.
 *
 * A name is kept as 64 bits of its hash while a file is read: that two of four million names share them has odds of
 * one in a million. The page keeps 32 of them beside the place, so that a name which no event has is taken for another
 * with odds of one in a thousand million; an event's own id can be held against its brief.
 */
import type { ClaimedIds } from '../story/eventIds.ts'

/** What can be handed from a worker to the page. */
export interface NameColumns {
  /** [slots] second half of the hash. */
  readonly checks: Uint32Array
  /** [slots] row of the event + 1; 0: the slot is empty, or the event was left out. */
  readonly rows: Uint32Array
}

const EVENTS = 2 ** 30
/** Slots in use at most, as a share. */
const MAX_LOAD = 0.7

/** Grows while a file is read; a holder (see eventIds.ts) is kept in two parts, the place in the file and the slot. */
export class NameTableBuilder implements ClaimedIds {
  #places = new Uint32Array(1024)
  #checks = new Uint32Array(1024)
  /** Low part of the holder + 1; 0: empty. */
  #low = new Uint32Array(1024)
  #high = new Uint32Array(1024)
  #count = 0

  readonly get = (name: string): number | undefined => {
    const slot = this.#slotOf(hashPlace(name), hashCheck(name))
    const low = this.#low[slot] ?? 0
    return low === 0 ? undefined : (this.#high[slot] ?? 0) * EVENTS + low - 1
  }

  readonly set = (name: string, holder: number): void => {
    if (this.#count + 1 > this.#low.length * MAX_LOAD) this.#grow()
    const place = hashPlace(name)
    const check = hashCheck(name)
    const slot = this.#slotOf(place, check)
    if (this.#low[slot] === 0) this.#count++
    this.#put(slot, place, check, (holder % EVENTS) + 1, Math.floor(holder / EVENTS))
  }

  /** @param rowOf [low part of a holder] row of the event, -1 where it was left out */
  close(rowOf: Int32Array): NameColumns {
    const rows = this.#low.map((low) => (low === 0 ? 0 : (rowOf[low - 1] ?? -1) + 1))
    return { checks: this.#checks, rows }
  }

  #slotOf(place: number, check: number): number {
    const mask = this.#low.length - 1
    let slot = place & mask
    while (this.#low[slot] !== 0 && (this.#checks[slot] !== check || this.#places[slot] !== place))
      slot = (slot + 1) & mask
    return slot
  }

  #put(slot: number, place: number, check: number, low: number, high: number): void {
    this.#places[slot] = place
    this.#checks[slot] = check
    this.#low[slot] = low
    this.#high[slot] = high
  }

  #grow(): void {
    const [places, checks, low, high] = [this.#places, this.#checks, this.#low, this.#high]
    const length = low.length * 2
    this.#places = new Uint32Array(length)
    this.#checks = new Uint32Array(length)
    this.#low = new Uint32Array(length)
    this.#high = new Uint32Array(length)
    for (let i = 0; i < low.length; i++) {
      if (low[i] === 0) continue
      const place = places[i] ?? 0
      const check = checks[i] ?? 0
      this.#put(this.#slotOf(place, check), place, check, low[i] ?? 0, high[i] ?? 0)
    }
  }
}

/** The row of the event that has the name, or null. */
export function rowNamed({ checks, rows }: NameColumns, name: string): number | null {
  const mask = checks.length - 1
  const check = hashCheck(name)
  for (
    let slot = hashPlace(name) & mask, tries = 0;
    tries < checks.length;
    tries++, slot = (slot + 1) & mask
  ) {
    if (checks[slot] === 0 && rows[slot] === 0) return null
    if (checks[slot] === check) return (rows[slot] ?? 0) === 0 ? null : (rows[slot] ?? 0) - 1
  }
  return null
}

/** FNV-1a over UTF-16 units, with a final mix; 32 bits. */
function hashPlace(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** Another polynomial, never 0, so that an empty slot is told from a full one. */
function hashCheck(name: string): number {
  let hash = name.length
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 0x85ebca6b) + name.charCodeAt(i) + 1) | 0
  return mix(hash) || 1
}

/** The finaliser of MurmurHash3: every bit of the input changes half of the bits of the result. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * Which names do the events of one batch claim? Batches of one file are read at the same time in several places,
 * so each knows only its own names; what others have is found out when all are gathered (nameTable.ts), and told to
 * the reader of a batch that has to be read again.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { ClaimedIds } from '../story/eventIds.ts'
import { checkOfName, hashName, placeOfName, type NameHash } from './nameHash.ts'

/** Names claimed, in file order, as columns that can be handed on. */
export interface NameClaims {
  readonly places: Uint32Array
  readonly checks: Uint32Array
  /** [n] place in the file of the event that has the name. */
  readonly indexes: Uint32Array
  /** [n] where in the event; see eventIds.ts. */
  readonly slots: Uint32Array
}

/** A name that an earlier event of the file has. */
export interface TakenName extends NameHash {
  readonly holder: number
}

const EVENTS = 2 ** 30
/** Names of one event that are held against each other one by one. */
const MOST_AT_ONCE = 32
const uint32 = (length: number): Uint32Array => new Uint32Array(length)

/** A holder as eventIds.ts numbers it. */
export function holderOf({ index, slot }: { readonly index: number; readonly slot: number }): number {
  return slot * EVENTS + index
}

export class NameClaimer implements ClaimedIds {
  readonly #places = new GrowingColumn(uint32)
  readonly #checks = new GrowingColumn(uint32)
  readonly #indexes = new GrowingColumn(uint32)
  readonly #slots = new GrowingColumn(uint32)
  /** [hash] number of a claim + 1; 0: empty. Twice as many as claims, or more. */
  #table = new Uint32Array(1 << 14)
  #taken: ReadonlyMap<string, number> = new Map()
  readonly #placesAtOnce = new Uint32Array(MOST_AT_ONCE)
  readonly #checksAtOnce = new Uint32Array(MOST_AT_ONCE)
  #lastName = ''
  #lastHash = hashName('')

  /** Begins a batch. @param taken names of it that are not to be had */
  start(taken: readonly TakenName[]): void {
    this.#taken = new Map(taken.map((name) => [keyOf(name), name.holder]))
  }

  readonly get = (name: string): number | undefined => {
    const hash = this.#hash(name)
    const taken = this.#taken.size === 0 ? undefined : this.#taken.get(keyOf(hash))
    if (taken !== undefined) return taken
    const claim = this.#table[this.#find(hash.place, hash.check)] ?? 0
    if (claim === 0) return undefined
    return (this.#slots.at(claim - 1) ?? 0) * EVENTS + (this.#indexes.at(claim - 1) ?? 0)
  }

  /** Of a name that nobody has, as `get` says. */
  readonly set = (name: string, holder: number): void => {
    const { place, check } = this.#hash(name)
    this.#add(place, check, holder % EVENTS, Math.floor(holder / EVENTS))
  }

  /**
   * Claims all names of an event at once; false: nothing is claimed, since one of them is not to be had, or stands
   * there twice, or they are too many to be looked at here.
   * @param names [3 × count] where each begins and ends in `units`, and its slot; @param index of the event
   */
  claimAll(units: Uint16Array, names: Int32Array, count: number, index: number): boolean {
    if (this.#taken.size > 0 || count > MOST_AT_ONCE) return false
    const [places, checks] = [this.#placesAtOnce, this.#checksAtOnce]
    for (let i = 0; i < count; i++) {
      const from = names[3 * i] ?? 0
      const to = names[3 * i + 1] ?? 0
      const place = (places[i] = placeOfName(units, from, to))
      const check = (checks[i] = checkOfName(units, from, to))
      if (this.#table[this.#find(place, check)] !== 0) return false
      for (let j = 0; j < i; j++) if (places[j] === place && checks[j] === check) return false
    }
    for (let i = 0; i < count; i++) this.#add(places[i] ?? 0, checks[i] ?? 0, index, names[3 * i + 2] ?? 0)
    return true
  }

  /** All claims since the start. */
  take(): NameClaims {
    this.#table.fill(0)
    return {
      places: this.#places.take(),
      checks: this.#checks.take(),
      indexes: this.#indexes.take(),
      slots: this.#slots.take(),
    }
  }

  #add(place: number, check: number, index: number, slot: number): void {
    this.#places.push(place)
    this.#checks.push(check)
    this.#indexes.push(index)
    this.#slots.push(slot)
    if (2 * this.#places.length > this.#table.length) this.#grow()
    else this.#table[this.#find(place, check)] = this.#places.length
  }

  /** A name is asked for, then set: hashed once. */
  #hash(name: string): NameHash {
    if (name !== this.#lastName) {
      this.#lastName = name
      this.#lastHash = hashName(name)
    }
    return this.#lastHash
  }

  #find(place: number, check: number): number {
    const mask = this.#table.length - 1
    for (let at = place & mask; ; at = (at + 1) & mask) {
      const claim = this.#table[at] ?? 0
      if (claim === 0 || (this.#checks.at(claim - 1) === check && this.#places.at(claim - 1) === place))
        return at
    }
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2)
    for (let i = 0; i < this.#places.length; i++)
      this.#table[this.#find(this.#places.at(i) ?? 0, this.#checks.at(i) ?? 0)] = i + 1
  }
}

function keyOf({ place, check }: NameHash): string {
  return `${place} ${check}`
}

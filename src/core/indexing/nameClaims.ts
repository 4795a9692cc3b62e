/**
 * Which names do the events of one batch claim? Batches of one file are read at the same time in several places,
 * so each knows only its own names; what others have is found out when all are gathered (nameTable.ts), and told to
 * the reader of a batch that has to be read again.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import type { ClaimedIds } from '../story/eventIds.ts'
import { hashName, type NameHash } from './nameHash.ts'

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
const uint32 = (length: number): Uint32Array => new Uint32Array(length)

/** A holder as eventIds.ts numbers it. */
export function holderOf({ index, slot }: { readonly index: number; readonly slot: number }): number {
  return slot * EVENTS + index
}

/** The names that the events of a batch have claimed so far, wherever they are kept. */
export interface ClaimTable {
  /** null: nobody has it. */
  readonly holderOf: (name: NameHash) => { readonly index: number; readonly slot: number } | null
  /** Of a name that nobody has. */
  readonly add: (name: NameHash, holder: { readonly index: number; readonly slot: number }) => void
  /** All claims since the last `take`; nobody has a name any more. */
  readonly take: () => NameClaims
}

export class NameClaimer implements ClaimedIds {
  readonly #table: ClaimTable
  #taken: ReadonlyMap<string, number> = new Map()
  #lastName = ''
  #lastHash = hashName('')

  /** @param table that somebody else may add to as well */
  constructor(table: ClaimTable = new OwnClaims()) {
    this.#table = table
  }

  /** Begins a batch. @param taken names of it that are not to be had */
  start(taken: readonly TakenName[]): void {
    this.#taken = new Map(taken.map((name) => [keyOf(name), name.holder]))
  }

  readonly get = (name: string): number | undefined => {
    const hash = this.#hash(name)
    const taken = this.#taken.size === 0 ? undefined : this.#taken.get(keyOf(hash))
    if (taken !== undefined) return taken
    const holder = this.#table.holderOf(hash)
    return holder === null ? undefined : holderOf(holder)
  }

  /** Of a name that nobody has, as `get` says. */
  readonly set = (name: string, holder: number): void => {
    this.#table.add(this.#hash(name), { index: holder % EVENTS, slot: Math.floor(holder / EVENTS) })
  }

  /** All claims since the start. */
  take(): NameClaims {
    return this.#table.take()
  }

  /** A name is asked for, then set: hashed once. */
  #hash(name: string): NameHash {
    if (name !== this.#lastName) {
      this.#lastName = name
      this.#lastHash = hashName(name)
    }
    return this.#lastHash
  }
}

class OwnClaims implements ClaimTable {
  readonly #places = new GrowingColumn(uint32)
  readonly #checks = new GrowingColumn(uint32)
  readonly #indexes = new GrowingColumn(uint32)
  readonly #slots = new GrowingColumn(uint32)
  /** Number of each claim. */
  readonly #numbers = new Map<string, number>()

  holderOf(name: NameHash): { readonly index: number; readonly slot: number } | null {
    const number = this.#numbers.get(keyOf(name))
    if (number === undefined) return null
    return { index: this.#indexes.at(number) ?? 0, slot: this.#slots.at(number) ?? 0 }
  }

  add(name: NameHash, { index, slot }: { readonly index: number; readonly slot: number }): void {
    this.#numbers.set(keyOf(name), this.#places.length)
    this.#places.push(name.place)
    this.#checks.push(name.check)
    this.#indexes.push(index)
    this.#slots.push(slot)
  }

  take(): NameClaims {
    this.#numbers.clear()
    return {
      places: this.#places.take(),
      checks: this.#checks.take(),
      indexes: this.#indexes.take(),
      slots: this.#slots.take(),
    }
  }
}

function keyOf({ place, check }: NameHash): string {
  return `${place} ${check}`
}

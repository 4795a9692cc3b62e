/**
 * Which of the texts known is this one, that stands inside a longer text? Looked up by its letters, without cutting it
 * out: a string for each of ten million ids is what a large file has no time for.
 */
import { GrowingColumn } from './growingColumn.ts'
import { unitsOf } from './textUnits.ts'

/** Of the UTF-16 units from `from` to `to`: FNV-1a. The low bits of its product know only low bits of the letters. */
export function hashRange(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Texts numbered from 0, in the order of adding. */
export class TextTable {
  #count = 0
  /** [hash] number + 1; 0: empty. Twice as many as texts, or more. */
  #table = new Uint32Array(1 << 13)
  /** [number] */
  readonly #hashes = new GrowingColumn((length) => new Uint32Array(length))
  /** All texts, one after the other, and [number + 1] where each begins. */
  readonly #units = new GrowingColumn((length) => new Uint16Array(length))
  readonly #starts = new GrowingColumn((length) => new Uint32Array(length))

  /** @param texts that it begins with, no repeats */
  constructor(texts: Iterable<string> = []) {
    this.#starts.push(0)
    for (const text of texts) this.add(text)
  }

  /** Numbers given so far. */
  get count(): number {
    return this.#count
  }

  /** The number of the text that stands in `units` from `from` to `to`; -1: it is not known. */
  numberOf(units: Uint16Array, from: number, to: number): number {
    const hash = hashRange(units, from, to)
    const hashes = this.#hashes.values
    const table = this.#table
    const mask = table.length - 1
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = (table[at] ?? 0) - 1
      if (number === -1) return -1
      if (hashes[number] === hash && this.#is(number, units, from, to)) return number
    }
  }

  /** @param text not known yet */
  add(text: string): number {
    const units = unitsOf(text)
    this.#units.pushAll(units)
    this.#starts.push(this.#units.length)
    this.#hashes.push(hashRange(units, 0, units.length))
    const number = this.#count++
    if (2 * this.#count > this.#table.length) this.#grow()
    else this.#enter(number)
    return number
  }

  #is(number: number, units: Uint16Array, from: number, to: number): boolean {
    const [starts, known] = [this.#starts.values, this.#units.values]
    const start = starts[number] ?? 0
    if ((starts[number + 1] ?? 0) - start !== to - from) return false
    for (let i = 0; i < to - from; i++) if (known[start + i] !== units[from + i]) return false
    return true
  }

  #enter(number: number): void {
    const mask = this.#table.length - 1
    let at = (this.#hashes.at(number) ?? 0) & mask
    while (this.#table[at] !== 0) at = (at + 1) & mask
    this.#table[at] = number + 1
  }

  #grow(): void {
    this.#table = new Uint32Array(2 * this.#table.length)
    for (let number = 0; number < this.#count; number++) this.#enter(number)
  }
}

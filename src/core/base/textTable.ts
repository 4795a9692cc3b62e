/**
 * Which of the texts known is this one, that stands inside a longer text? Looked up by its letters, without cutting it
 * out: a string for each of ten million ids is what a large file has no time for.
 */

/** Of the UTF-16 units from `from` to `to`: FNV-1a. The low bits of its product know only low bits of the letters. */
export function hashRange(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Texts numbered from 0, in the order of adding. */
export class TextTable {
  readonly #texts: string[] = []
  readonly #hashes: number[] = []
  /** [hash] number + 1; 0: empty. Twice as many as texts, or more. */
  #table = new Uint32Array(1 << 10)

  /** @param texts that it begins with, no repeats */
  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.add(text)
  }

  /** Numbers given so far. */
  get count(): number {
    return this.#texts.length
  }

  /** The number of text[from … to); -1: it is not known. */
  numberOf(text: string, from: number, to: number): number {
    const hash = hashRange(text, from, to)
    const mask = this.#table.length - 1
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = (this.#table[at] ?? 0) - 1
      if (number === -1) return -1
      if (this.#hashes[number] === hash && stands(this.#texts[number] ?? '', text, from, to)) return number
    }
  }

  /** @param text not known yet */
  add(text: string): number {
    this.#hashes.push(hashRange(text, 0, text.length))
    const count = this.#texts.push(text)
    if (2 * count > this.#table.length) this.#grow()
    else this.#enter(count - 1)
    return count - 1
  }

  #enter(number: number): void {
    const mask = this.#table.length - 1
    let at = (this.#hashes[number] ?? 0) & mask
    while (this.#table[at] !== 0) at = (at + 1) & mask
    this.#table[at] = number + 1
  }

  #grow(): void {
    this.#table = new Uint32Array(2 * this.#table.length)
    for (let number = 0; number < this.#texts.length; number++) this.#enter(number)
  }
}

/** Whether `known` is text[from … to). */
function stands(known: string, text: string, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let i = 0; i < known.length; i++) if (known.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  return true
}

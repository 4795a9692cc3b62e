/**
 * Which words occur in a million texts, and which of them hold what a reader types? Each word once, with a number:
 * texts are then lists of numbers, a fifth of their letters, and a search looks through the words and not the texts.
 *
 * A word is what stands between white space, as written ("Harbour," is one, "harbour" another), folded once. A search
 * never asks for white space, so what is in a folded text is in one of its folded words.
 */
import { GrowingColumn } from '../base/growingColumn.ts'
import { textOf } from '../base/textUnits.ts'
import { foldQuickly } from './foldQuickly.ts'

/** Folded words, joined: one indexOf of the engine runs over thousands of them. */
interface WordBlock {
  /** With a SEPARATOR after each. */
  readonly text: string
  /** [n + 1] where each word starts; last, where one more would. */
  readonly starts: Uint32Array
  /** [n] */
  readonly numbers: Uint32Array
}

/** Which words hold the terms of a search. */
export interface FoundInWords {
  /** Bit i of [number] is set where the folded word includes terms[i]. */
  readonly bits: Uint32Array
  /** Blocks that were looked through. */
  readonly blockCount: number
}

const NOTHING_READ: FoundInWords = { bits: new Uint32Array(0), blockCount: 0 }

/** Stands in no folded word. */
const SEPARATOR = '\n'
const BLOCK_UNITS = 1 << 19
const WIDE_LETTER = /[\u0100-\uffff]/
/** Longer ones are mostly sentences of scripts without spaces, which do not come again: each gets a number of its own. */
const MAX_KNOWN_UNITS = 32

const uint32 = (length: number): Uint32Array => new Uint32Array(length)

/** Words while texts are read: from a word as written to its number. */
export class Vocabulary {
  readonly #blocks: WordBlock[] = []
  readonly #narrow = new OpenBlock(this.#blocks)
  readonly #wide = new OpenBlock(this.#blocks)
  /** [hash] number + 1; 0: empty. */
  #table = new Uint32Array(1 << 12)
  /** [number] hash of the word; 0 of one that is not in the table. */
  #hashes = new Uint32Array(1 << 12)
  /** [number + 1] where the word's letters start in #units, and end where those of the next start. */
  #starts = new Uint32Array(1 << 12)
  #units = new Uint16Array(1 << 14)
  #count = 0
  /** Words in the table. */
  #known = 0

  /** Numbers given so far: 0 to this. */
  get count(): number {
    return this.#count
  }

  /** The number of the word that stands in `text` from `start` to `end`. @param hash of its UTF-16 units, any good one */
  numberOf(text: Uint16Array, start: number, end: number, hash: number): number {
    const length = end - start
    if (length > MAX_KNOWN_UNITS) return this.#add(textOf(text, start, end), 0, 0)
    const [table, hashes, starts, units] = [this.#table, this.#hashes, this.#starts, this.#units]
    const mask = table.length - 1
    let at = hash & mask
    nextWord: for (let found = table[at] ?? 0; found !== 0; found = table[at] ?? 0) {
      at = (at + 1) & mask
      if (hashes[found - 1] !== hash) continue
      const from = starts[found - 1] ?? 0
      if ((starts[found] ?? 0) - from !== length) continue
      for (let i = 0; i < length; i++) if (units[from + i] !== text[start + i]) continue nextWord
      return found - 1
    }
    const number = this.#add(textOf(text, start, end), hash, length)
    table[at] = number + 1
    if (2 * ++this.#known > table.length) this.#grow()
    return number
  }

  /** @param before what was found for the same terms when there were fewer words */
  find(terms: readonly string[], before = NOTHING_READ): FoundInWords {
    this.#narrow.close()
    this.#wide.close()
    const blockCount = this.#blocks.length
    if (blockCount === before.blockCount) return before
    const bits = new Uint32Array(this.#count)
    bits.set(before.bits)
    for (const block of this.#blocks.slice(before.blockCount))
      terms.forEach((term, i) => markWords(block, term, 1 << i, bits))
    return { bits, blockCount }
  }

  #add(word: string, hash: number, knownLength: number): number {
    const number = this.#count++
    this.#reserve(knownLength)
    const start = this.#starts[number] ?? 0
    for (let i = 0; i < knownLength; i++) this.#units[start + i] = word.charCodeAt(i)
    this.#starts[number + 1] = start + knownLength
    this.#hashes[number] = hash
    const folded = foldQuickly(word)
    const block = WIDE_LETTER.test(folded) ? this.#wide : this.#narrow
    block.add(folded, number)
    return number
  }

  /** Room for one more word. */
  #reserve(unitCount: number): void {
    if (this.#count + 1 > this.#hashes.length) {
      const [hashes, starts] = [this.#hashes, this.#starts]
      this.#hashes = new Uint32Array(2 * hashes.length)
      this.#starts = new Uint32Array(2 * hashes.length)
      this.#hashes.set(hashes)
      this.#starts.set(starts)
    }
    const needed = (this.#starts[this.#count - 1] ?? 0) + unitCount
    if (needed <= this.#units.length) return
    const units = this.#units
    this.#units = new Uint16Array(2 * needed)
    this.#units.set(units)
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2)
    const mask = this.#table.length - 1
    for (let number = 0; number < this.#count; number++) {
      if (this.#starts[number] === this.#starts[number + 1]) continue
      let at = (this.#hashes[number] ?? 0) & mask
      while (this.#table[at] !== 0) at = (at + 1) & mask
      this.#table[at] = number + 1
    }
  }
}

/** Words that are not joined yet. Those in one byte a letter stand apart: a wide one would make all twice as large. */
class OpenBlock {
  readonly #closed: WordBlock[]
  #words: string[] = []
  readonly #starts = new GrowingColumn(uint32)
  readonly #numbers = new GrowingColumn(uint32)
  #length = 0

  constructor(closed: WordBlock[]) {
    this.#closed = closed
  }

  add(folded: string, number: number): void {
    this.#words.push(folded)
    this.#starts.push(this.#length)
    this.#numbers.push(number)
    this.#length += folded.length + SEPARATOR.length
    if (this.#length >= BLOCK_UNITS) this.close()
  }

  close(): void {
    if (this.#words.length === 0) return
    this.#starts.push(this.#length)
    const text = this.#words.join(SEPARATOR) + SEPARATOR
    this.#closed.push({
      // V8 leaves a text two bytes wide that lost its wide letters by folding; JSON.parse measures what it reads.
      text: JSON.parse(JSON.stringify(text)) as string,
      starts: this.#starts.take(),
      numbers: this.#numbers.take(),
    })
    this.#words = []
    this.#length = 0
  }
}

function markWords(
  { text, starts, numbers }: WordBlock,
  term: string,
  bit: number,
  found: Uint32Array,
): void {
  let word = 0
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, starts[word])) {
    while ((starts[word + 1] ?? Infinity) <= at) word++
    const number = numbers[word] ?? 0
    found[number] = (found[number] ?? 0) | bit
    // The next word: one hit is enough.
    if (++word === numbers.length) return
  }
}

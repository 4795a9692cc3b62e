/**
 * In which shape are a million texts searched by words? As lists of the numbers of their words (vocabulary.ts), a byte
 * or two for each, the lists of a batch of events one after the other:
 *
 *   bytes   18 5 231 0   5 10 0   …      number + 1 of each word, each once, as varints; 0 after each event
 */
import { unitsOf } from '../base/textUnits.ts'
import { Vocabulary } from './vocabulary.ts'

export interface WordIndex {
  readonly vocabulary: Vocabulary
  /** null: the next is not indexed yet; there may be more words when it is. */
  readonly batches: Iterable<WordBatch | null>
}

/** The texts of some events. */
export interface WordBatch {
  readonly bytes: Uint8Array
  /** [events] the row of each. */
  readonly rows: Uint32Array
}

/** [units] 1 for what `\s` matches, below 2^16. */
const SPACES = new Uint8Array(1 << 16)
for (const space of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff')
  SPACES[space.charCodeAt(0)] = 1
SPACES.fill(1, 0x2000, 0x200b)

/** Of a number below 2^32, at most. */
const VARINT_BYTES = 5

/** Takes texts event by event; hands out the bytes of each batch. */
export class WordGatherer {
  readonly vocabulary = new Vocabulary()
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  /** [word] the last event that had it, counted from 1. */
  #lastEvent = new Uint32Array(1 << 12)
  #event = 0

  /** The next event. @param texts as written */
  add(texts: readonly string[]): void {
    this.#event++
    this.#reserve(1)
    for (const text of texts) this.#readText(unitsOf(text), 0, text.length)
    this.#bytes[this.#length++] = 0
  }

  /**
   * The next event, whose texts stand inside a longer one.
   * @param ranges from `at` on, where each of `count` texts begins and ends
   */
  addRanges(units: Uint16Array, ranges: Uint32Array, at: number, count: number): void {
    this.#event++
    this.#reserve(1)
    for (let i = at; i < at + 2 * count; i += 2) this.#readText(units, ranges[i] ?? 0, ranges[i + 1] ?? 0)
    this.#bytes[this.#length++] = 0
  }

  /**
   * The next event, as this gatherer indexed it before.
   * @param bytes that `take` gave; it begins at `from`. Returns where the one after it does
   */
  addIndexed(bytes: Uint8Array, from: number): number {
    const end = bytes.indexOf(0, from) + 1
    this.#reserve(end - from)
    this.#bytes.set(bytes.subarray(from, end), this.#length)
    this.#length += end - from
    return end
  }

  /** The events added since the last `take`. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  #readText(units: Uint16Array, from: number, end: number): void {
    // A word and the space after it are two letters at least.
    this.#reserve(((end - from) / 2 + 2) * VARINT_BYTES)
    let i = from
    while (i < end) {
      const start = i
      let hash = 0x811c9dc5
      for (; i < end; i++) {
        const unit = units[i] ?? 0
        if (SPACES[unit] === 1) break
        hash = Math.imul(hash ^ unit, 0x01000193)
      }
      // The low bits of the product know only low bits of the letters.
      if (i > start) this.#addWord(this.vocabulary.numberOf(units, start, i, (hash ^ (hash >>> 15)) >>> 0))
      i++
    }
  }

  #addWord(word: number): void {
    if (word >= this.#lastEvent.length) {
      const larger = new Uint32Array(2 * word)
      larger.set(this.#lastEvent)
      this.#lastEvent = larger
    }
    if (this.#lastEvent[word] === this.#event) return
    this.#lastEvent[word] = this.#event
    let rest = word + 1
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
    this.#bytes[this.#length++] = rest
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(2 * needed)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

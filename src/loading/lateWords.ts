/**
 * How are the words of a large story indexed after it is drawn? In steps of about a millisecond, batch after batch, as
 * there is time, or as fast as it goes for a reader who searches already. Indexed batches move to Blobs.
 */
import { Utf8Reader } from '../core/base/textUnits.ts'
import type { Vocabulary } from '../core/indexing/vocabulary.ts'
import type { WordBatch, WordGatherer } from '../core/indexing/wordIndex.ts'
import { bytesOfPart, endOfPart } from './batchParts.ts'
import type { HeldBatch } from './heldBatch.ts'
import { IN_FULL } from './textPlaces.ts'

export interface PlacedBatch {
  readonly held: HeldBatch
  /** [kept events] */
  readonly rows: Uint32Array
}

export class LateWords {
  readonly #gatherer: WordGatherer
  readonly #batches: readonly PlacedBatch[]
  readonly #utf8 = new Utf8Reader()
  readonly #decoder = new TextDecoder()
  #ranges = new Uint32Array(64)
  readonly #indexed: WordBatch[] = []
  /** In the batch under way: the event, the place and the word in full that come next. */
  #entry = 0
  #place = 0
  #word = 0

  /** @param gatherer whose words those in full are */
  constructor(gatherer: WordGatherer, batches: readonly PlacedBatch[]) {
    this.#gatherer = gatherer
    this.#batches = batches
  }

  get vocabulary(): Vocabulary {
    return this.#gatherer.vocabulary
  }

  get isDone(): boolean {
    return this.#indexed.length === this.#batches.length
  }

  /** Indexes the next events, unless all are. */
  step(): void {
    const batch = this.#batches[this.#indexed.length]
    const unread = batch?.held.unread ?? null
    if (batch === undefined || unread === null) return
    const to = endOfPart(unread, this.#entry)
    this.#indexPlaces(unread.places, unread.words, to, () => bytesOfPart(unread, this.#entry, to))
    this.#entry = to
    if (to < unread.starts.length) return
    this.#indexed.push({ bytes: this.#gatherer.take(), rows: batch.rows })
    batch.held.moveToBlob()
    this.#entry = this.#place = this.#word = 0
  }

  /** Each as soon as it is indexed; null after each step that was taken for it. */
  *batches(): Generator<WordBatch | null, void, undefined> {
    for (let i = 0; i < this.#batches.length; i++) {
      while (this.#indexed.length <= i) {
        this.step()
        yield null
      }
      yield this.#indexed[i] ?? null
    }
  }

  /** Of the events before `to`. */
  #indexPlaces(places: Uint32Array, words: Uint8Array, to: number, readPart: () => Uint8Array): void {
    let part: Uint8Array | null = null
    let isSound = false
    let at = this.#place
    while (at < places.length && (places[at] ?? 0) < to) {
      const count = places[at + 1] ?? 0
      at += 2
      if (count === IN_FULL) {
        this.#word = this.#gatherer.addIndexed(words, this.#word)
        continue
      }
      if (part === null) {
        part = readPart()
        isSound = this.#utf8.read(part) !== -1
      }
      if (isSound) this.#indexUnits(places, at, count)
      else this.#indexAlone(part, places, at, count)
      at += 2 * count
    }
    this.#place = at
  }

  /** The next event of the part that was read last. */
  #indexUnits(places: Uint32Array, at: number, count: number): void {
    if (this.#ranges.length < 2 * count) this.#ranges = new Uint32Array(4 * count)
    for (let i = 0; i < 2 * count; i++) this.#ranges[i] = this.#utf8.unitOf(places[at + i] ?? 0)
    this.#gatherer.addRanges(this.#utf8.units, this.#ranges, 0, count)
  }

  /** The same of a part in which some other event has bytes that are no UTF-8. */
  #indexAlone(part: Uint8Array, places: Uint32Array, at: number, count: number): void {
    const texts: string[] = []
    for (let i = at; i < at + 2 * count; i += 2)
      texts.push(this.#decoder.decode(part.subarray(places[i], places[i + 1])))
    this.#gatherer.add(texts)
  }
}

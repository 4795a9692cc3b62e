/**
 * How are the words of a large story indexed after it is drawn? In steps of about a millisecond, batch after batch, as
 * there is time, or as fast as it goes for a reader who searches already. Indexed batches move to Blobs.
 */
import { assertExists } from '../core/base/assert.ts'
import type { Vocabulary } from '../core/indexing/vocabulary.ts'
import type { WordBatch, WordGatherer } from '../core/indexing/wordIndex.ts'
import { bytesOfPart, endOfPart, PartDecoder } from './batchParts.ts'
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
  readonly #decoder = new PartDecoder()
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
    this.#indexPlaces(unread.places, unread.words, to, () =>
      assertExists(this.#decoder.decode(bytesOfPart(unread, this.#entry, to)), 'units that places stand in'),
    )
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
  #indexPlaces(places: Uint32Array, words: Uint8Array, to: number, decode: () => Uint16Array): void {
    let units: Uint16Array | null = null
    let at = this.#place
    while (at < places.length && (places[at] ?? 0) < to) {
      const count = places[at + 1] ?? 0
      at += 2
      if (count === IN_FULL) {
        this.#word = this.#gatherer.addIndexed(words, this.#word)
        continue
      }
      units ??= decode()
      this.#gatherer.addRanges(units, places, at, count)
      at += 2 * count
    }
    this.#place = at
  }
}

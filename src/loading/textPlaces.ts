/**
 * Which texts of a batch does a search look through? Nobody searches before the story is drawn: until then it is only
 * noted where they stand (lateWords.ts does the rest). The texts of an event that had to be read in full stand nowhere
 * as they are read, and are indexed at once.
 *
 *   places   entry  count  from to from to …      an event read along its text: bytes of its part, see batchParts.ts
 *            entry  IN_FULL                       one read in full: its words come next in `words`
 */
import type { NumberColumn } from '../core/base/growingColumn.ts'
import type { WordGatherer } from '../core/indexing/wordIndex.ts'

export interface TextPlaces {
  /** Of the kept events, in their order. */
  readonly places: Uint32Array
  /** See wordIndex.ts. */
  readonly words: Uint8Array
}

/** Stands for a count that no event has. */
export const IN_FULL = 0xffffffff

export class TextPlacesGatherer {
  readonly #places: NumberColumn<Uint32Array>
  readonly #words: WordGatherer

  /** @param words of the texts that are indexed at once; @param places to which the events read along their text are added */
  constructor(words: WordGatherer, places: NumberColumn<Uint32Array>) {
    this.#words = words
    this.#places = places
  }

  addTexts(entry: number, texts: readonly string[]): void {
    this.#places.push(entry)
    this.#places.push(IN_FULL)
    this.#words.add(texts)
  }

  /** Of the events added since the last `take`. */
  take(): TextPlaces {
    return { places: this.#places.take(), words: this.#words.take() }
  }
}

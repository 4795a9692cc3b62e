/**
 * Where are the bytes of a large file kept? With the parsers that read them, batch by batch: in memory until the story
 * is drawn and their words are indexed, then in Blobs, which the browser keeps outside the heap and, where it likes,
 * on the disk.
 */
import type { BatchBytes } from './batchParts.ts'
import type { EventBatch } from './eventBatch.ts'
import { copyBytes, lengthOf, partsIn, type Pieces } from './pieces.ts'
import { readSpans } from './readSpans.ts'
import { releaseBytes } from './releaseBytes.ts'
import type { TextPlaces } from './textPlaces.ts'

/** See readSpans.ts: of a Blob. */
const SPAN_BYTES_EACH = 128 * 1024

/** A batch that has been read. */
export class HeldBatch {
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  readonly #pieces: Pieces
  /** null: they are still in memory. */
  #blob: Blob | null = null
  /** null: all its words are indexed, or it has none. */
  #texts: TextPlaces | null

  /** @param batch whose bytes are handed over; @param texts null: it was refused */
  constructor({ pieces, starts, ends }: EventBatch, texts: TextPlaces | null) {
    this.#pieces = pieces
    this.#starts = starts
    this.#ends = ends
    this.#texts = texts
  }

  /** What is to be indexed of it; null once it was moved. */
  get unread(): (BatchBytes & TextPlaces) | null {
    if (this.#texts === null) return null
    return { pieces: this.#pieces, starts: this.#starts, ends: this.#ends, ...this.#texts }
  }

  /** A copy of events `from` to `to`, with one byte before. */
  bytesOf(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#read((this.#starts[from] ?? 0) - 1, this.#ends[to - 1] ?? 0)
  }

  /** The JSON of some of its events, in the order in which they are asked for. @param spanBytesEach see readSpans.ts */
  textsOf(events: Uint32Array, spanBytesEach = SPAN_BYTES_EACH): Promise<readonly string[]> {
    const stretches = Array.from(events, (event) => ({
      start: this.#starts[event] ?? 0,
      end: this.#ends[event] ?? 0,
    }))
    return readSpans(stretches, spanBytesEach, (start, end) => this.#read(start, end))
  }

  async #read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#blob === null) return copyBytes(this.#pieces, start, end)
    return new Uint8Array(await this.#blob.slice(start, end).arrayBuffer())
  }

  /** A copy of all bytes that came with it, before it is moved. */
  get whole(): Uint8Array<ArrayBuffer> {
    return copyBytes(this.#pieces, 0, lengthOf(this.#pieces))
  }

  moveToBlob(): void {
    this.#blob = new Blob([...partsIn(this.#pieces, 0, this.#ends.at(-1) ?? 0)])
    this.#pieces.forEach(releaseBytes)
    this.#texts = null
  }
}

/**
 * Where are the bytes of a large file kept? With the parsers that read them, batch by batch: in memory until the story
 * is drawn and their words are indexed, then in Blobs, which the browser keeps outside the heap and, where it likes,
 * on the disk.
 */
import type { BatchBytes } from './batchParts.ts'
import type { EventBatch } from './eventBatch.ts'
import { copyBytes, lengthOf, partsIn, type Pieces } from './pieces.ts'
import { releaseBytes } from './releaseBytes.ts'
import type { TextPlaces } from './textPlaces.ts'

/**
 * Of so many bytes for each event that is wanted all are read at once, what lies between them too: to ask a Blob for some
 * of its bytes takes longer than to copy these.
 */
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
  async bytesOf(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const start = (this.#starts[from] ?? 0) - 1
    const end = this.#ends[to - 1] ?? 0
    if (this.#blob === null) return copyBytes(this.#pieces, start, end)
    return new Uint8Array(await this.#blob.slice(start, end).arrayBuffer())
  }

  /** The JSON of some of its events, in the order in which they are asked for. @param spanBytesEach see SPAN_BYTES_EACH */
  async textsOf(events: Uint32Array, spanBytesEach = SPAN_BYTES_EACH): Promise<readonly string[]> {
    const decoder = new TextDecoder()
    const startOf = (event: number): number => this.#starts[event] ?? 0
    const endOf = (event: number): number => this.#ends[event] ?? 0
    const first = events.reduce((least, event) => Math.min(least, event), Infinity)
    const last = events.reduce((most, event) => Math.max(most, event), 0)
    if (endOf(last) - startOf(first) <= spanBytesEach * events.length) {
      const span = await this.bytesOf(first, last + 1)
      const base = startOf(first) - 1
      return Array.from(events, (event) =>
        decoder.decode(span.subarray(startOf(event) - base, endOf(event) - base)),
      )
    }
    return Promise.all(
      Array.from(events, async (event) => decoder.decode((await this.bytesOf(event, event + 1)).subarray(1))),
    )
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

/** Where is a file cut while it arrives, so that each batch holds whole events? */
import type { EventBatch } from './eventBatch.ts'

/** Bytes of a batch, about: some twenty milliseconds of reading. */
export const BATCH_BYTES = 1 << 20

/** Gathers ranges and bytes until there is enough of both. */
export class BatchCutter {
  readonly #batchBytes: number
  #bytes: Uint8Array<ArrayBuffer>
  /** How many there are, and the file offset of the first. */
  #length = 0
  #offset = 0
  /** Start and end of each event that is in no batch yet. */
  #ranges: number[] = []
  #batches = 0
  #events = 0

  constructor(batchBytes: number) {
    this.#batchBytes = batchBytes
    this.#bytes = new Uint8Array(batchBytes)
  }

  /** What is in no batch, and its file offset. */
  get rest(): { readonly startByte: number; readonly bytes: Uint8Array<ArrayBuffer> } {
    return { startByte: this.#offset, bytes: this.#bytes.slice(0, this.#length) }
  }

  /** The next event of the file; its last byte is in the next piece, or was in one before. */
  addEvent(startByte: number, endByte: number): void {
    this.#ranges.push(startByte, endByte)
  }

  /**
   * The next bytes, which are copied.
   * @param neededFromByte before this nothing is needed but the events added
   */
  push(piece: Uint8Array<ArrayBuffer>, neededFromByte: number): EventBatch | null {
    this.#reserve(piece.length)
    this.#bytes.set(piece, this.#length)
    this.#length += piece.length
    const [start = 0] = this.#ranges
    const end = this.#ranges[this.#ranges.length - 1] ?? 0
    if (end - start >= this.#batchBytes) return this.cut(neededFromByte)
    if (this.#ranges.length === 0) this.#keepFrom(neededFromByte)
    return null
  }

  /** What there is; null: no event. @param neededFromByte as above */
  cut(neededFromByte: number): EventBatch | null {
    const ranges = this.#ranges
    if (ranges.length === 0) return null
    const [bytes, offset] = [this.#bytes, this.#offset]
    this.#bytes = new Uint8Array(
      Math.max(this.#batchBytes * 1.25, 2 * (this.#length + offset - neededFromByte)),
    )
    this.#keepFrom(neededFromByte, bytes)
    this.#ranges = []
    const batch = makeBatch(this.#batches++, this.#events, bytes, offset, ranges)
    this.#events += ranges.length / 2
    return batch
  }

  /** Keeps one byte before, too: there will be a bracket. @param from bytes that hold what is kept; default: the same */
  #keepFrom(neededFromByte: number, from = this.#bytes): void {
    const start = Math.max(0, neededFromByte - 1 - this.#offset)
    this.#bytes.set(from.subarray(start, this.#length))
    this.#length -= start
    this.#offset += start
  }

  /** With one byte to spare, for a bracket after the last event. */
  #reserve(count: number): void {
    const needed = this.#length + count + 1
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(2 * needed)
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}

/**
 * @param bytes of the file from `startByte` on: one byte before the first event, to one byte after the last
 * @param ranges file offsets: start and end of each event
 */
export function makeBatch(
  number: number,
  firstIndex: number,
  bytes: Uint8Array<ArrayBuffer>,
  startByte: number,
  ranges: ArrayLike<number>,
): EventBatch {
  const starts = new Uint32Array(ranges.length / 2)
  const ends = new Uint32Array(ranges.length / 2)
  for (let i = 0; i < starts.length; i++) {
    starts[i] = (ranges[2 * i] ?? 0) - startByte
    ends[i] = (ranges[2 * i + 1] ?? 0) - startByte
  }
  return { number, firstIndex, startByte, bytes, starts, ends, isHidden: false, taken: [] }
}

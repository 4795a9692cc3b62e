/** Where is a file cut while it arrives, so that each batch holds whole events? */
import type { EventBatch } from './eventBatch.ts'
import { copyBytes, type Pieces } from './pieces.ts'

/** Bytes of a batch, about: some twenty milliseconds of reading. */
export const BATCH_BYTES = 1 << 20

/** Gathers ranges and pieces until there is enough of both. */
export class BatchCutter {
  readonly #batchBytes: number
  #pieces: Uint8Array<ArrayBuffer>[] = []
  /** File offsets: of the first byte of the pieces, after their last. */
  #startByte = 0
  #endByte = 0
  /** Start and end of each event that is in no batch yet. */
  #ranges: number[] = []
  #batches = 0
  #events = 0

  constructor(batchBytes: number) {
    this.#batchBytes = batchBytes
  }

  /** What is in no batch, and its file offset. */
  get rest(): { readonly startByte: number; readonly pieces: Pieces } {
    return { startByte: this.#startByte, pieces: this.#pieces }
  }

  /** The next event of the file; its last byte is in the next piece, or was in one before. */
  addEvent(startByte: number, endByte: number): void {
    this.#ranges.push(startByte, endByte)
  }

  /**
   * The next bytes, which are handed over. The first to come are those in which the list of events begins.
   * @param startByte file offset of the piece
   * @param neededFromByte before this nothing is needed but the events added
   */
  push(piece: Uint8Array<ArrayBuffer>, startByte: number, neededFromByte: number): EventBatch | null {
    if (this.#pieces.length === 0) this.#startByte = startByte
    this.#pieces.push(piece)
    this.#endByte = startByte + piece.length
    const [start = 0] = this.#ranges
    const end = this.#ranges[this.#ranges.length - 1] ?? 0
    if (end - start >= this.#batchBytes) return this.cut(neededFromByte)
    if (this.#ranges.length === 0) this.#dropBefore(neededFromByte - 1)
    return null
  }

  /** What there is; null: no event. @param neededFromByte as above */
  cut(neededFromByte: number): EventBatch | null {
    const [pieces, startByte, ranges] = [this.#pieces, this.#startByte, this.#ranges]
    if (ranges.length === 0) return null
    // One byte before, too: there will be a bracket or a comma.
    const keptFrom = Math.max(startByte, neededFromByte - 1)
    this.#pieces = [copyBytes(pieces, keptFrom - startByte, this.#endByte - startByte)]
    this.#startByte = keptFrom
    this.#ranges = []
    const batch = makeBatch(this.#batches++, this.#events, pieces, startByte, ranges)
    this.#events += ranges.length / 2
    return batch
  }

  #dropBefore(byte: number): void {
    let count = 0
    let startByte = this.#startByte
    for (const { length } of this.#pieces) {
      if (startByte + length > byte) break
      startByte += length
      count++
    }
    this.#pieces.splice(0, count)
    this.#startByte = startByte
  }
}

/**
 * @param pieces of the file from `startByte` on: one byte before the first event, to the last byte of the last
 * @param ranges file offsets: start and end of each event
 */
export function makeBatch(
  number: number,
  firstIndex: number,
  pieces: Pieces,
  startByte: number,
  ranges: ArrayLike<number>,
): EventBatch {
  const starts = new Uint32Array(ranges.length / 2)
  const ends = new Uint32Array(ranges.length / 2)
  for (let i = 0; i < starts.length; i++) {
    starts[i] = (ranges[2 * i] ?? 0) - startByte
    ends[i] = (ranges[2 * i + 1] ?? 0) - startByte
  }
  return { number, firstIndex, startByte, pieces, starts, ends, isHidden: false, taken: [] }
}

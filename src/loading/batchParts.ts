/**
 * In which parts is a batch decoded? In always the same ones, so that a place in the text of a part is the same place
 * when that part is decoded again.
 */
import { Utf8Reader } from '../core/base/textUnits.ts'
import type { EventBatch } from './eventBatch.ts'
import { bytesIn } from './pieces.ts'

/** The bytes of a batch, and where its events stand in them. */
export type BatchBytes = Pick<EventBatch, 'pieces' | 'starts' | 'ends'>

/** Bytes decoded at once: few enough that their text dies young, enough that calls do not count. */
const PART_BYTES = 1 << 16

/** The event after the last of the part that begins at the event `from`. */
export function endOfPart({ starts, ends }: BatchBytes, from: number): number {
  let to = from + 1
  while (to < starts.length && (ends[to] ?? 0) - (starts[from] ?? 0) < PART_BYTES) to++
  return to
}

/** Events `from` to `to`, with one byte before: a bracket, a comma or white space. */
export function bytesOfPart({ pieces, starts, ends }: BatchBytes, from: number, to: number): Uint8Array {
  return bytesIn(pieces, (starts[from] ?? 0) - 1, ends[to - 1] ?? 0)
}

/** From bytes to units. */
export class PartDecoder {
  readonly #utf8 = new Utf8Reader()

  /**
   * Valid until the next is decoded. After the last letter stands a zero, over which nothing reads on.
   * null: the bytes are not sound, a decoder has to say what they mean.
   */
  decode(bytes: Uint8Array): Uint16Array | null {
    return this.#utf8.read(bytes) === -1 ? null : this.#utf8.units
  }

  /** Where a unit begins in what was decoded last. Asked for later and later ones. */
  byteOf(unit: number): number {
    return this.#utf8.byteOf(unit)
  }
}

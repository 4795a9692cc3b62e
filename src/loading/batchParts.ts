/**
 * In which parts are the bytes of a batch read? In always the same ones, so that a place in a part is the same place when
 * that part is read again.
 */
import type { EventBatch } from './eventBatch.ts'
import { bytesIn } from './pieces.ts'

/** The bytes of a batch, and where its events stand in them. */
export type BatchBytes = Pick<EventBatch, 'pieces' | 'starts' | 'ends'>

/** Bytes read at once: few enough to stay close to the processor, enough that calls do not count. */
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

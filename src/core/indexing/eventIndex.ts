/**
 * In which shape are events searched?
 * Columns over the story's events: row i is `story.events[i]`, so row order is reading order. Flat typed
 * arrays, because a million small objects are a million things to collect.
 */
import type { ActorId } from '../base/brand.ts'

/** Position in `story.events`; 0 is the first in reading order. */
export type EventRow = number

export interface EventIndex {
  readonly rowCount: number
  /** [n] 1 where the event has a date. */
  readonly isDated: Uint8Array
  /** [n] earliest possible moment, civil ms; -Infinity without a lower bound, NaN when undated. */
  readonly startMs: Float64Array
  /** [n] latest possible moment (exclusive), civil ms; +Infinity without an upper bound, NaN when undated. */
  readonly endMs: Float64Array
  /** [dated] dated rows sorted by startMs, ties by row. */
  readonly byStart: Uint32Array
  /** [dated] latest endMs among byStart[0..i]; lets a search on starts not miss long events. */
  readonly maxEndMs: Float64Array
  /** Rows of each actor, ascending. Actors of an event: those it lists, speakers and those a claim is attributed to. */
  readonly rowsByActor: ReadonlyMap<ActorId, Uint32Array>
  /** [n] title, summary and statements, folded (see foldText.ts), for the search by words. */
  readonly words: readonly string[]
}

/** The lanes of actors of a story whose rows are not all at hand: each is counted as any lane in time (timeLane.ts). */
import type { LaneOwner } from './actorLanes.ts'
import type { EventRow } from './eventIndex.ts'
import type { TimeLane } from './timeLane.ts'

export interface CountedActorLane {
  readonly owner: LaneOwner
  /** Its events with a date that pass; at least one. */
  readonly lane: TimeLane
  /** How many of its events have a date, whether they pass or not; of those that are not counted so, those that pass. */
  readonly total: number
  /** Its undated events that pass. */
  readonly undatedCount: number
  /** All of its events are known days. */
  readonly isOfDays: boolean
  /** Its rows by anchor, where all events that pass are few; else null. */
  readonly few: Uint32Array | null
}

/** As ActorLanes of actorLanes.ts. */
export interface CountedActorLanes {
  readonly lanes: readonly CountedActorLane[]
  readonly actorCount: number
  readonly shownActorCount: number
  readonly otherActorCount: number
  /** Of a row whose event is here. */
  readonly ownersOf: (row: EventRow) => readonly LaneOwner[]
}

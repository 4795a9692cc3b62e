/**
 * What must be known of a lane before what stands in it is laid out? How many of its events begin before a moment, and
 * which, where they are few. Whoever has all rows answers by bisection (rowLanes.ts), whoever has tiles from a pyramid
 * of counts (pyramidLanes.ts).
 */
import type { HowKnown } from '../time/howKnown.ts'
import type { CivilMs, DurationMs } from '../time/units.ts'
import type { EventRow } from './eventIndex.ts'

export type DatedKind = Exclude<HowKnown, 'undated'>

/** Where the events of a stretch stand that are told together. */
export interface LaneStretch {
  /** The first and the last by anchor. Of events that are only counted: not whole, and between the rows before and after. */
  readonly firstRow: EventRow
  readonly lastRow: EventRow
  /** Their anchors. */
  readonly startMs: CivilMs
  readonly endMs: CivilMs
}

/** The events of one lane that pass the filter. */
export interface TimeLane {
  readonly length: number
  /**
   * Whether the next two are exact at multiples of `binMs` from start to end. @param isWanted what is missing for that
   * is to be fetched
   */
  readonly isCounted: (startMs: CivilMs, endMs: CivilMs, binMs: DurationMs, isWanted: boolean) => boolean
  /** Events anchored before a moment. Between two moments where it is exact: in proportion. */
  readonly countBefore: (timeMs: CivilMs) => number
  /** Events that began before a moment and are not surely over then. */
  readonly countGoingOn: (timeMs: CivilMs) => number
  /** Events anchored in the stretch, by anchor; null: they cannot be told one by one, or not yet. */
  readonly rowsIn: (startMs: CivilMs, endMs: CivilMs, binMs: DurationMs) => readonly EventRow[] | null
  /** @param count of its events, at least one */
  readonly stretchOf: (startMs: CivilMs, endMs: CivilMs, count: number) => LaneStretch
  /** The row that stands for those that go on at a moment, the nearest of which `isCounted` tells. */
  readonly rowGoingOn: (timeMs: CivilMs, isCounted: (row: EventRow) => boolean) => EventRow
  /** Whether an event passes, stands in this lane, and is anchored in the stretch. */
  readonly hasIn: (row: EventRow, startMs: CivilMs, endMs: CivilMs) => boolean
}

/** All lanes under one filter. */
export interface TimeLanes extends Readonly<Record<DatedKind, TimeLane>> {
  readonly undated: {
    readonly length: number
    /** They, in their order, as far as they are at hand; each is fetched when it is come to. */
    readonly inOrder: () => Iterable<EventRow>
    /** The row after so many of them. */
    readonly rowAt: (position: number) => EventRow
    /** The last of them; -1 without any. */
    readonly last: EventRow
    readonly has: (row: EventRow) => boolean
  }
  /** Events of each lane, whether they pass or not. */
  readonly totals: Readonly<Record<HowKnown, number>>
}

/**
 * The lanes of events that are known one by one, such as all that an actor has part in. Rows are by anchor (cellRows.ts), so
 * each lane is as it comes.
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { DatedKind, TimeLane } from '../indexing/timeLane.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { CivilMs } from '../time/units.ts'
import { countBelow, countUpTo } from '../base/bisect.ts'
import { sortInSteps } from '../base/sortInSteps.ts'
import { rowAnchorMs } from './tileColumns.ts'

/** Some events of a story, by row. */
export interface GatheredRows {
  /** [n] ascending */
  readonly rows: Float64Array
  readonly startMs: Float64Array
  readonly endMs: Float64Array
  readonly lane: Uint8Array
}

/** @param isAtHand whether the title of an event is here; where not, it is fetched */
export function gatherLanes(
  gathered: GatheredRows,
  isAtHand: (row: EventRow) => boolean,
): Readonly<Record<DatedKind, TimeLane>> {
  const lane = (kind: DatedKind): TimeLane => new GatheredLane(gathered, placesOf(kind, gathered), isAtHand)
  return { day: lane('day'), lasted: lane('lasted'), doubt: lane('doubt') }
}

/** Places of the events of one kind among all. */
function placesOf(kind: DatedKind, { lane }: GatheredRows): Uint32Array {
  const number = howKnownKinds.indexOf(kind)
  // Loops: what maps takes ten times as long, and an actor may have 100,000 events.
  let length = 0
  for (let place = 0; place < lane.length; place++) if (lane[place] === number) length++
  const places = new Uint32Array(length)
  let at = 0
  for (let place = 0; place < lane.length; place++) if (lane[place] === number) places[at++] = place
  return places
}

/** Some of the gathered events as a lane. */
export class GatheredLane implements TimeLane {
  readonly length: number
  readonly #rows: Float64Array
  readonly #anchors: Float64Array
  readonly #ends: Float64Array
  /** They are sorted when somebody asks: of a million that takes as long as all else. */
  #areSorted = false
  readonly #isAtHand: (row: EventRow) => boolean

  /** @param places of its events among all, ascending; they have dates */
  constructor(all: GatheredRows, places: Uint32Array, isAtHand: (row: EventRow) => boolean) {
    const { length } = places
    this.length = length
    this.#rows = new Float64Array(length)
    this.#anchors = new Float64Array(length)
    this.#ends = new Float64Array(length)
    for (let at = 0; at < length; at++) {
      const place = places[at] ?? 0
      const [startMs, endMs] = [all.startMs[place] ?? NaN, all.endMs[place] ?? NaN]
      this.#rows[at] = all.rows[place] ?? 0
      this.#anchors[at] = rowAnchorMs({ startMs, endMs })
      this.#ends[at] = endMs
    }
    this.#isAtHand = isAtHand
  }

  /** What is sorted when somebody asks what goes on, a little at each step. */
  *sortEnds(): Generator<void, void> {
    if (this.#areSorted) return
    yield* sortInSteps(this.#ends)
    this.#areSorted = true
  }

  readonly isCounted = (): boolean => true

  readonly countBefore = (timeMs: CivilMs): number => countBelow(this.#anchors, timeMs)

  readonly countGoingOn = (timeMs: CivilMs): number => {
    if (!this.#areSorted) this.#ends.sort()
    this.#areSorted = true
    return this.countBefore(timeMs) - countUpTo(this.#ends, timeMs)
  }

  readonly rowsIn: TimeLane['rowsIn'] = (startMs, endMs) => {
    const rows = Array.from(this.#rows.subarray(this.countBefore(startMs), this.countBefore(endMs)))
    // Each is asked for, so that all come together.
    return rows.filter((row) => !this.#isAtHand(row)).length === 0 ? rows : null
  }

  readonly stretchOf: TimeLane['stretchOf'] = (startMs, _endMs, count) => {
    const from = this.countBefore(startMs)
    const to = from + count - 1
    return {
      firstRow: this.#rows[from] ?? 0,
      lastRow: this.#rows[to] ?? 0,
      startMs: this.#anchors[from] ?? NaN,
      endMs: this.#anchors[to] ?? NaN,
    }
  }

  readonly rowGoingOn: TimeLane['rowGoingOn'] = (timeMs) => this.#rows[this.countBefore(timeMs) - 1] ?? 0

  readonly hasIn: TimeLane['hasIn'] = (row, startMs, endMs) => {
    const place = countBelow(this.#rows, row)
    const anchorMs = this.#anchors[place] ?? NaN
    return this.#rows[place] === row && anchorMs >= startMs && anchorMs < endMs
  }
}

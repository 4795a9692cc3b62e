/** The lanes of a story whose rows are all at hand. Counts are distances of bisections: see shownLanes.ts. */
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { CivilMs } from '../time/units.ts'
import { anchorMs, type EventIndex, type EventRow, type LaneOrder } from './eventIndex.ts'
import type { Matches } from './findMatches.ts'
import { MATCH } from './matchDate.ts'
import { countAnchoredBefore, countOverBy, type ShownLanes } from './shownLanes.ts'
import type { DatedKind, TimeLane, TimeLanes } from './timeLane.ts'

export function rowLanes(index: EventIndex, matches: Matches, shownLanes: ShownLanes): TimeLanes {
  const isShown = (kind: HowKnown, row: EventRow): boolean =>
    howKnownKinds[index.lane[row] ?? 0] === kind && (matches[row] ?? MATCH.none) !== MATCH.none
  const lane = (kind: DatedKind): TimeLane =>
    new RowLane(index, shownLanes[kind], (row) => isShown(kind, row))
  const undated = shownLanes.undated.byAnchor
  const total = (kind: HowKnown): number => index.lanes[kind].byAnchor.length
  return {
    day: lane('day'),
    lasted: lane('lasted'),
    doubt: lane('doubt'),
    undated: {
      length: undated.length,
      inOrder: () => undated,
      rowAt: (position) => undated[position] ?? 0,
      last: undated[undated.length - 1] ?? -1,
      has: (row) => isShown('undated', row),
    },
    totals: {
      day: total('day'),
      lasted: total('lasted'),
      doubt: total('doubt'),
      undated: total('undated'),
    },
  }
}

/** Events looked at for the one that stands for those that began earlier. */
const MAX_LOOKED_AT = 2048

/** One lane, of which all rows are at hand. */
export class RowLane implements TimeLane {
  readonly length: number
  readonly #index: EventIndex
  readonly #order: LaneOrder
  readonly #isShown: (row: EventRow) => boolean

  /** @param order of the rows that pass; @param isShown whether one stands in the lane and passes */
  constructor(index: EventIndex, order: LaneOrder, isShown: (row: EventRow) => boolean) {
    this.length = order.byAnchor.length
    this.#index = index
    this.#order = order
    this.#isShown = isShown
  }

  readonly isCounted = (): boolean => true

  readonly countBefore = (timeMs: CivilMs): number => countAnchoredBefore(this.#index, this.#order, timeMs)

  readonly countGoingOn = (timeMs: CivilMs): number =>
    this.countBefore(timeMs) - countOverBy(this.#index, this.#order, timeMs)

  readonly rowsIn = (startMs: CivilMs, endMs: CivilMs): readonly EventRow[] =>
    Array.from(this.#order.byAnchor.subarray(this.countBefore(startMs), this.countBefore(endMs)))

  readonly stretchOf: TimeLane['stretchOf'] = (startMs, _endMs, count) => {
    const from = this.countBefore(startMs)
    const firstRow = this.#order.byAnchor[from] ?? 0
    const lastRow = this.#order.byAnchor[from + count - 1] ?? 0
    return {
      firstRow,
      lastRow,
      startMs: anchorMs(this.#index, firstRow),
      endMs: anchorMs(this.#index, lastRow),
    }
  }

  readonly rowGoingOn: TimeLane['rowGoingOn'] = (timeMs, isCounted) => {
    const begun = this.countBefore(timeMs)
    const nearest = this.#order.byAnchor
      .subarray(Math.max(0, begun - MAX_LOOKED_AT), begun)
      .findLast(isCounted)
    // Among very many that are over long since: any that began before.
    return nearest ?? this.#order.byAnchor[begun - 1] ?? 0
  }

  readonly hasIn: TimeLane['hasIn'] = (row, startMs, endMs) => {
    const timeMs = anchorMs(this.#index, row)
    return this.#isShown(row) && timeMs >= startMs && timeMs < endMs
  }
}

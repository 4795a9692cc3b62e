/** The lanes of a story in tiles under a filter: all of it, a range of dates, or events that are known one by one. */
import type { EventRow, RowValues } from '../indexing/eventIndex.ts'
import { MATCH } from '../indexing/matchDate.ts'
import type { RowSequence } from '../indexing/shownRows.ts'
import type { DatedKind, LaneStretch, TimeLane, TimeLanes } from '../indexing/timeLane.ts'
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { CellRows } from './cellRows.ts'
import { gatherLanes } from './gatheredLanes.ts'
import { countPossible, matchOf, splitUndated, type MatchedRows } from './gatherRows.ts'
import { matchRow } from './matchRow.ts'
import type { Pyramid } from './pyramidLanes.ts'
import type { RangeEdges } from './rangeEdges.ts'
import { RowSegments } from './rowSegments.ts'
import { rowValues, type TiledEvents } from './tiledEvents.ts'

/** What a story in tiles is drawn from. */
export interface TiledParts {
  readonly cellRows: CellRows
  readonly events: TiledEvents
  readonly pyramid: Pyramid
  /** Events of each lane. */
  readonly totals: Readonly<Record<HowKnown, number>>
}

export interface TiledFound {
  readonly matches: RowValues
  readonly shownRows: RowSequence
  readonly lanes: TimeLanes
  readonly shown: number
  readonly possible: number
  /** Rows of each lane, by anchor, where they are few and known one by one; else null. */
  readonly few: Readonly<Record<HowKnown, { readonly byAnchor: Uint32Array }>> | null
}

/** Without a filter. */
export function findAll(parts: TiledParts): TiledFound {
  const { cellRows, pyramid } = parts
  return {
    matches: rowValues(() => MATCH.certain),
    shownRows: new RowSegments([{ kind: 'run', from: 0, to: cellRows.length }]),
    lanes: { ...pyramid.lanes(), undated: undatedRun(parts), totals: parts.totals },
    shown: cellRows.length,
    possible: 0,
    few: null,
  }
}

export function findInRange(parts: TiledParts, edges: RangeEdges): TiledFound {
  const { cellRows, events, pyramid } = parts
  const { firstRow, endRow, outside, shown, possible } = edges
  const matchAt = (row: EventRow): number => {
    if (row >= cellRows.datedLength) return MATCH.possible
    const place = events.placeOf(row)
    if (place !== null) return matchRow(place.columns, place.at, edges.range)
    return row >= firstRow && row < endRow ? MATCH.certain : matchOf(outside, row)
  }
  const whole = pyramid.lanes()
  const reaching = gatherLanes(outside, (row) => events.at(row) !== undefined)
  const lane = (kind: DatedKind): TimeLane =>
    new ClippedLane(kind, edges, whole[kind], reaching[kind], matchAt, pyramid)
  return {
    matches: rowValues(matchAt),
    shownRows: new RowSegments([
      { kind: 'list', rows: outside.rows.filter((row) => row < firstRow) },
      { kind: 'run', from: firstRow, to: endRow },
      { kind: 'list', rows: outside.rows.filter((row) => row >= endRow) },
      { kind: 'run', from: cellRows.datedLength, to: cellRows.length },
    ]),
    lanes: {
      day: lane('day'),
      lasted: lane('lasted'),
      doubt: lane('doubt'),
      undated: undatedRun(parts),
      totals: parts.totals,
    },
    shown,
    possible,
    few: null,
  }
}

/** @param matched all events that pass; @param mostFew so many are `few` */
export function findGathered(parts: TiledParts, matched: MatchedRows, mostFew: number): TiledFound {
  const { events, totals } = parts
  const { dated, undated } = splitUndated(matched)
  const isAtHand = (row: EventRow): boolean => events.at(row) !== undefined
  const matchAt = (row: EventRow): number => matchOf(matched, row)
  return {
    matches: rowValues(matchAt),
    shownRows: new RowSegments([
      { kind: 'list', rows: dated },
      { kind: 'list', rows: undated },
    ]),
    lanes: {
      ...gatherLanes(matched, isAtHand),
      undated: {
        length: undated.length,
        inOrder: () => untilMissing(undated, isAtHand),
        rowAt: (position) => undated[position] ?? 0,
        last: undated[undated.length - 1] ?? -1,
        has: (row) => undated.includes(row),
      },
      totals,
    },
    shown: matched.rows.length,
    possible: countPossible(matched),
    few: matched.rows.length > mostFew ? null : laneRowsOf(matched),
  }
}

function laneRowsOf({ rows, lane }: MatchedRows): NonNullable<TiledFound['few']> {
  const rowsOf = (kind: HowKnown): { readonly byAnchor: Uint32Array } => {
    const number = howKnownKinds.indexOf(kind)
    return { byAnchor: Uint32Array.from(rows.filter((_, i) => lane[i] === number)) }
  }
  return {
    day: rowsOf('day'),
    lasted: rowsOf('lasted'),
    doubt: rowsOf('doubt'),
    undated: rowsOf('undated'),
  }
}

function undatedRun({ cellRows, events }: TiledParts): TimeLanes['undated'] {
  const { datedLength: from, length: to } = cellRows
  return {
    length: to - from,
    inOrder: () => untilMissing(rowsOfRun(from, to), (row) => events.at(row) !== undefined),
    rowAt: (position) => from + position,
    last: to - 1,
    has: (row) => row >= from && row < to,
  }
}

/** They stand in a line: none is drawn after one that is not here yet. */
function* untilMissing(
  rows: Iterable<EventRow>,
  isAtHand: (row: EventRow) => boolean,
): Generator<EventRow, void, undefined> {
  for (const row of rows) {
    if (!isAtHand(row)) return
    yield row
  }
}

function* rowsOfRun(from: EventRow, to: EventRow): Generator<EventRow, void, undefined> {
  for (let row = from; row < to; row++) yield row
}

/** All that is anchored in a range of dates, and what reaches into it from outside. */
class ClippedLane implements TimeLane {
  readonly length: number
  readonly #edges: RangeEdges
  readonly #whole: TimeLane
  readonly #reaching: TimeLane
  readonly #before: number
  readonly #inside: number
  readonly #matchAt: (row: EventRow) => number
  /** Going on at a moment after the range. */
  readonly #countAfter: (timeMs: number) => number

  constructor(
    kind: DatedKind,
    edges: RangeEdges,
    whole: TimeLane,
    reaching: TimeLane,
    matchAt: (row: EventRow) => number,
    pyramid: Pyramid,
  ) {
    const lane = howKnownKinds.indexOf(kind)
    this.#edges = edges
    this.#whole = whole
    this.#reaching = reaching
    this.#before = edges.before[lane] ?? 0
    this.#inside = (edges.until[lane] ?? 0) - this.#before
    this.#matchAt = matchAt
    this.#countAfter = (timeMs) => pyramid.countGoingOnAfter(lane, timeMs, edges.range, edges.endless)
    this.length = this.#inside + reaching.length
  }

  readonly isCounted: TimeLane['isCounted'] = (startMs, endMs, binMs, isWanted) =>
    this.#isApart(startMs, endMs) || this.#whole.isCounted(startMs, endMs, binMs, isWanted)

  readonly countBefore: TimeLane['countBefore'] = (timeMs) => {
    const { startMs, endMs } = this.#edges.range
    const inside =
      timeMs <= startMs
        ? 0
        : timeMs >= endMs
          ? this.#inside
          : Math.max(0, Math.min(this.#inside, this.#whole.countBefore(timeMs) - this.#before))
    return inside + this.#reaching.countBefore(timeMs)
  }

  readonly countGoingOn: TimeLane['countGoingOn'] = (timeMs) => {
    const { startMs, endMs } = this.#edges.range
    if (timeMs <= startMs) return this.#reaching.countGoingOn(timeMs)
    return timeMs <= endMs ? this.#whole.countGoingOn(timeMs) : this.#countAfter(timeMs)
  }

  readonly rowsIn: TimeLane['rowsIn'] = (startMs, endMs, binMs) =>
    this.#isApart(startMs, endMs)
      ? this.#reaching.rowsIn(startMs, endMs, binMs)
      : (this.#whole.rowsIn(startMs, endMs, binMs)?.filter((row) => this.#matchAt(row) !== MATCH.none) ??
        null)

  /** From what reaches in from before up to what reaches in from after; of the rest no more than the range. */
  readonly stretchOf: TimeLane['stretchOf'] = (startMs, endMs, count) => {
    const reaching = this.#reaching.countBefore(endMs) - this.#reaching.countBefore(startMs)
    const parts = [
      ...(reaching > 0 ? [this.#reaching.stretchOf(startMs, endMs, reaching)] : []),
      ...(count > reaching ? [this.#insideOf(startMs, endMs)] : []),
    ].sort((a, b) => a.startMs - b.startMs)
    const [first] = parts
    const last = parts[parts.length - 1]
    return {
      firstRow: first?.firstRow ?? 0,
      lastRow: last?.lastRow ?? 0,
      startMs: first?.startMs ?? startMs,
      endMs: Math.max(...parts.map((part) => part.endMs)),
    }
  }

  #insideOf(startMs: number, endMs: number): LaneStretch {
    const { range } = this.#edges
    const count = this.#whole.countBefore(endMs) - this.#whole.countBefore(startMs)
    const stretch = this.#whole.stretchOf(startMs, endMs, count)
    return {
      ...stretch,
      startMs: Math.max(stretch.startMs, range.startMs),
      endMs: Math.min(stretch.endMs, range.endMs - 1),
    }
  }

  readonly rowGoingOn: TimeLane['rowGoingOn'] = (timeMs, isCounted) =>
    this.#whole.rowGoingOn(timeMs, isCounted)

  readonly hasIn: TimeLane['hasIn'] = (row, startMs, endMs) =>
    this.#matchAt(row) !== MATCH.none && this.#whole.hasIn(row, startMs, endMs)

  /** The stretch lies before or after the range. */
  #isApart(startMs: number, endMs: number): boolean {
    return endMs <= this.#edges.range.startMs || startMs >= this.#edges.range.endMs
  }
}

/**
 * Which events stand in which actor's lane, in the orders of time?
 * Facets have their rows in reading order, lanes need them by anchor. No actor's rows are sorted for that: each event is
 * marked with its lanes, a bit each, and then all events are dealt out in an order that has been sorted once.
 *
 *   by anchor    4  0  2  7 …         row 2 has bits 0 and 3: it goes to the first lane and to the fourth
 */
import { countBelow } from '../base/bisect.ts'
import { chooseActors, mostLanes, type ActorChoice } from './chooseActors.ts'
import { anchorMs, type EventIndex, type EventRow, type LaneOrder } from './eventIndex.ts'
import { rowsOf, type Facet } from './facet.ts'
import type { Matches } from './findMatches.ts'
import { MATCH } from './matchDate.ts'

/** Most actors that can have lanes of their own: two bits are for the others and for nobody. */
export const MOST_ACTOR_LANES = 30
const OTHERS = 30
const NOBODY = 31
const LANE_BITS = 32

/** Whose a lane is: an actor's, by its number in the facet; of all without one of their own; of events that name nobody. */
export type LaneOwner = number | 'others' | 'nobody'

export interface ActorLane {
  readonly owner: LaneOwner
  /** Events with a date that pass the filter; at least one. */
  readonly shown: LaneOrder
  /** How many of its events have a date, whether they pass or not. */
  readonly total: number
  /** Its undated events that pass. They stand in a lane of their own. */
  readonly undatedCount: number
  /** Whether an event stands in the lane and passes. */
  readonly has: (row: EventRow) => boolean
}

export interface ActorLanes {
  /** Actors by first appearance, then the others, then nobody. */
  readonly lanes: readonly ActorLane[]
  /** Actors of events with a date; those of whom one passes; and those of the latter without a lane of their own. */
  readonly actorCount: number
  readonly shownActorCount: number
  readonly otherActorCount: number
  /** Owners of the lanes in which an event with a date stands, from top to bottom. */
  readonly ownersOf: (row: EventRow) => readonly LaneOwner[]
}

/** The lanes of one story under any filter. What no filter changes is worked out when it is first asked for, and kept. */
export class ActorLaneFinder {
  readonly #index: EventIndex
  readonly #facet: Facet
  /** Rows before this one have a date: reading order puts the others last. */
  readonly #datedCount: number
  /** [values] where in `facet.rows` the dated rows of each actor end. */
  readonly #datedEnds: Uint32Array
  #order: LaneOrder | null = null
  /** Goes on where it was left. */
  #merging: Generator<void, LaneOrder> | null = null
  #marked: MarkedLanes | null = null
  /** [dated rows] how many actors each has. */
  #actorCounts: Uint16Array | null = null
  /** Kept as long as somebody has the matches: those without a filter are come back to. */
  readonly #found = new WeakMap<Matches, { readonly asked: string; readonly lanes: ActorLanes }>()

  constructor(index: EventIndex) {
    this.#index = index
    this.#facet = index.facets.actor
    this.#datedCount = index.rowCount - index.lanes.undated.byAnchor.length
    this.#datedEnds = Uint32Array.from(
      this.#facet.values,
      (_, value) =>
        (this.#facet.offsets[value] ?? 0) + countBelow(rowsOf(this.#facet, value), this.#datedCount),
    )
  }

  /** One pass over all postings, and one over each order of time; nothing where the same is asked again. */
  find(matches: Matches, choice: ActorChoice): ActorLanes {
    const finding = this.findInSteps(matches, choice)
    for (;;) {
      const { done, value } = finding.next()
      if (done === true) return value
    }
  }

  /** The same, of which each step takes few milliseconds. What no filter changes is kept where it is left in the middle. */
  *findInSteps(matches: Matches, choice: ActorChoice): Generator<void, ActorLanes> {
    const known = this.known(matches, choice)
    if (known !== null) return known
    const lanes = yield* this.#findAnew(matches, choice)
    this.#found.set(matches, { asked: JSON.stringify(choice), lanes })
    return lanes
  }

  /** What was found before; null: nothing. */
  known(matches: Matches, choice: ActorChoice): ActorLanes | null {
    const found = this.#found.get(matches)
    return found?.asked === JSON.stringify(choice) ? found.lanes : null
  }

  *#findAnew(matches: Matches, choice: ActorChoice): Generator<void, ActorLanes> {
    const order = yield* this.#mergedOrder()
    const counts = yield* this.#countShown(matches)
    const shownActorCount = countPositive(counts)
    const limit = Math.min(mostLanes(choice, shownActorCount), MOST_ACTOR_LANES)
    const { offsets, rows } = this.#facet
    const chosen = chooseActors(counts, choice.first, limit, (actor) => rows[offsets[actor] ?? 0] ?? 0)
    const { bits, others, nobody } = yield* this.#mark(chosen)
    const lengths = new Uint32Array(LANE_BITS)
    chosen.forEach((value, bit) => (lengths[bit] = counts[value] ?? 0))
    lengths[OTHERS] = others
    lengths[NOBODY] = nobody
    const byAnchor = yield* dealOut(order.byAnchor, matches, bits, lengths)
    const byEnd = yield* dealOut(order.byEnd, matches, bits, lengths)
    const laneAt = (bit: number, owner: LaneOwner, total: number): ActorLane => {
      const isIn = (row: EventRow): boolean => ((bits[row] ?? 0) & (1 << bit)) !== 0
      return {
        owner,
        shown: { byAnchor: byAnchor[bit] ?? none, byEnd: byEnd[bit] ?? none },
        total,
        undatedCount: typeof owner === 'number' ? this.#countUndated(matches, owner) : 0,
        has: (row) => isIn(row) && (matches[row] ?? MATCH.none) !== MATCH.none,
      }
    }
    const lanes = [
      ...chosen.map((value, bit) => laneAt(bit, value, this.#datedRowsOf(value).length)),
      laneAt(OTHERS, 'others', others),
      laneAt(NOBODY, 'nobody', nobody),
    ].filter(({ shown }) => shown.byAnchor.length > 0)
    return {
      lanes,
      actorCount: countPositive(this.#datedEnds.map((end, value) => end - (this.#facet.offsets[value] ?? 0))),
      shownActorCount,
      otherActorCount: shownActorCount - chosen.length,
      ownersOf: (row) =>
        lanes.flatMap(({ owner }) => (((bits[row] ?? 0) & (1 << bitOf(owner, chosen))) === 0 ? [] : [owner])),
    }
  }

  *#mergedOrder(): Generator<void, LaneOrder> {
    this.#merging ??= mergeLanes(this.#index)
    while (this.#order === null) {
      const { done, value } = this.#merging.next()
      if (done === true) this.#order = value
      else yield
    }
    return this.#order
  }

  *#countActors(): Generator<void, Uint16Array> {
    if (this.#actorCounts !== null) return this.#actorCounts
    const counts = new Uint16Array(this.#datedCount)
    const { rows } = this.#facet
    for (const [from, to] of stepsOf(rows.length)) {
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0
        if (row < counts.length) counts[row] = (counts[row] ?? 0) + 1
      }
      yield
    }
    return (this.#actorCounts = counts)
  }

  #datedRowsOf(value: number): Uint32Array {
    return this.#facet.rows.subarray(this.#facet.offsets[value] ?? 0, this.#datedEnds[value] ?? 0)
  }

  #countUndated(matches: Matches, value: number): number {
    const rows = this.#facet.rows.subarray(this.#datedEnds[value] ?? 0, this.#facet.offsets[value + 1] ?? 0)
    return countMatching(rows, matches, 0, rows.length)
  }

  /** [values] Events with a date that pass, of each actor. */
  *#countShown(matches: Matches): Generator<void, Uint32Array> {
    const { offsets, rows } = this.#facet
    const counts = new Uint32Array(this.#datedEnds.length)
    let looked = 0
    for (let value = 0; value < counts.length; value++) {
      const [from, to] = [offsets[value] ?? 0, this.#datedEnds[value] ?? 0]
      counts[value] = countMatching(rows, matches, from, to)
      looked += to - from
      if (looked < STEP_ROWS) continue
      looked = 0
      yield
    }
    return counts
  }

  *#mark(chosen: readonly number[]): Generator<void, MarkedLanes> {
    const key = chosen.join()
    if (this.#marked?.key === key) return this.#marked
    // Who has more actors than lanes has one of the others.
    const actorCounts = yield* this.#countActors()
    const bits = new Int32Array(this.#datedCount)
    for (const [bit, value] of chosen.entries()) {
      for (const row of this.#datedRowsOf(value)) bits[row] = (bits[row] ?? 0) | (1 << bit)
      yield
    }
    let [others, nobody] = [0, 0]
    for (const [from, to] of stepsOf(bits.length)) {
      for (let row = from; row < to; row++) {
        const own = bits[row] ?? 0
        const count = actorCounts[row] ?? 0
        if (count === 0) {
          bits[row] = 1 << NOBODY
          nobody++
        } else if (count > countBits(own)) {
          bits[row] = own | (1 << OTHERS)
          others++
        }
      }
      yield
    }
    return (this.#marked = { key, bits, others, nobody })
  }
}

/** So many rows at a step, which take some milliseconds. */
const STEP_ROWS = 1 << 16

/** Where each step begins and ends. */
function* stepsOf(rows: number): Generator<readonly [from: number, to: number], void, undefined> {
  for (let from = 0; from < rows; from += STEP_ROWS) yield [from, Math.min(from + STEP_ROWS, rows)]
}

interface MarkedLanes {
  readonly key: string
  /** [dated rows] a bit for each lane. */
  readonly bits: Int32Array
  /** Events in the lanes of the others and of nobody. */
  readonly others: number
  readonly nobody: number
}

const none = new Uint32Array(0)

function bitOf(owner: LaneOwner, chosen: readonly number[]): number {
  return owner === 'others' ? OTHERS : owner === 'nobody' ? NOBODY : chosen.indexOf(owner)
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

function countPositive(counts: Uint32Array): number {
  let sum = 0
  for (const count of counts) sum += Math.min(count, 1)
  return sum
}

function countMatching(rows: Uint32Array, matches: Matches, from: number, to: number): number {
  let count = 0
  // Without a branch, which would be guessed wrong as often as not.
  for (let i = from; i < to; i++) count += Math.min(matches[rows[i] ?? 0] ?? 0, 1)
  return count
}

/** Rows that pass, for each bit, in the given order. @param most so many of each at most */
function* dealOut(
  order: Uint32Array,
  matches: Matches,
  bits: Int32Array,
  most: Uint32Array,
): Generator<void, readonly Uint32Array[]> {
  const dealing: Dealing = {
    ends: new Uint32Array(LANE_BITS),
    dealt: Array.from(most, (length) => new Uint32Array(length)),
  }
  for (const [from, to] of stepsOf(order.length)) {
    dealRows(dealing, order.subarray(from, to), matches, bits)
    yield
  }
  return dealing.dealt.map((rows, bit) => rows.subarray(0, dealing.ends[bit]))
}

interface Dealing {
  /** [bits] how many each has been dealt. */
  readonly ends: Uint32Array
  readonly dealt: readonly Uint32Array[]
}

function dealRows({ ends, dealt }: Dealing, order: Uint32Array, matches: Matches, bits: Int32Array): void {
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0
    if (matches[row] === MATCH.none) continue
    for (let left = bits[row] ?? 0; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left)
      const rows = dealt[bit] ?? none
      const end = ends[bit] ?? 0
      rows[end] = row
      ends[bit] = end + 1
    }
  }
}

/** All rows with a date in the orders that the index has of each kind of date. */
function* mergeLanes(index: EventIndex): Generator<void, LaneOrder> {
  const { day, lasted, doubt } = index.lanes
  return {
    byAnchor: yield* merge([day.byAnchor, lasted.byAnchor, doubt.byAnchor], index.startMs, index),
    byEnd: yield* merge([day.byEnd, lasted.byEnd, doubt.byEnd], index.endMs, index),
  }
}

type ThreeOrders = readonly [Uint32Array, Uint32Array, Uint32Array]

/** Three orders as one, ties by row. @param times by which they are ordered; their anchor for those without a start */
function* merge(orders: ThreeOrders, times: Float64Array, index: EventIndex): Generator<void, Uint32Array> {
  const merged = new Uint32Array(orders.reduce((sum, { length }) => sum + length, 0))
  const merging: Merging = { orders, heads: [0, 0, 0], merged }
  for (const [from, to] of stepsOf(merged.length)) {
    mergeRows(merging, from, to, times, index)
    yield
  }
  return merged
}

interface Merging {
  readonly orders: ThreeOrders
  /** Of each order, the first row that has not been merged. */
  readonly heads: [number, number, number]
  readonly merged: Uint32Array
}

function mergeRows(
  { orders: [a, b, c], heads, merged }: Merging,
  from: number,
  to: number,
  times: Float64Array,
  index: EventIndex,
): void {
  let [i, j, k] = heads
  // What is used up comes last.
  const timeOf = (order: Uint32Array, at: number): number => {
    const row = order[at]
    if (row === undefined) return Infinity
    const timeMs = times[row] ?? NaN
    return timeMs === -Infinity ? anchorMs(index, row) : timeMs
  }
  const rowOf = (order: Uint32Array, at: number): EventRow => order[at] ?? Infinity
  let [timeA, timeB, timeC] = [timeOf(a, i), timeOf(b, j), timeOf(c, k)]
  for (let at = from; at < to; at++) {
    const isA =
      (timeA < timeB || (timeA === timeB && rowOf(a, i) < rowOf(b, j))) &&
      (timeA < timeC || (timeA === timeC && rowOf(a, i) < rowOf(c, k)))
    if (isA) {
      merged[at] = a[i] ?? 0
      timeA = timeOf(a, ++i)
    } else if (timeB < timeC || (timeB === timeC && rowOf(b, j) < rowOf(c, k))) {
      merged[at] = b[j] ?? 0
      timeB = timeOf(b, ++j)
    } else {
      merged[at] = c[k] ?? 0
      timeC = timeOf(c, ++k)
    }
  }
  heads[0] = i
  heads[1] = j
  heads[2] = k
}

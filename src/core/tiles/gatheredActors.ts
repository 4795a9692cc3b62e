/**
 * The lanes of actors of events that are known one by one, such as all that a filter leaves. As actorLanes.ts has them of
 * a story in memory: actors are counted, some of them are given lanes, and then events are dealt out to these.
 */
import { countBelow } from '../base/bisect.ts'
import type { LaneOwner } from '../indexing/actorLanes.ts'
import { chooseActors, mostLanes, type ActorChoice } from '../indexing/chooseActors.ts'
import type { CountedActorLane, CountedActorLanes } from '../indexing/countedActors.ts'
import type { EventRow } from '../indexing/eventIndex.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { RowActors } from './actorBlocks.ts'
import { GatheredLane, type GatheredRows } from './gatheredLanes.ts'
import { LANE_SERIES } from './lanePyramid.ts'
import type { ActorLaneFacts } from './manifest.ts'

/** Where events are to be drawn one by one if they are no more than `mostFew`. */
export interface ActorGathering {
  readonly gathered: GatheredRows
  /** Of each of its rows. */
  readonly rowActors: RowActors
  readonly facts: ActorLaneFacts
  readonly choice: ActorChoice
  readonly mostFew: number
  readonly isAtHand: (row: EventRow) => boolean
}

/** So many events at a step, which takes some milliseconds. */
const STEP = 1 << 15
const UNDATED = howKnownKinds.indexOf('undated')
const DAY = howKnownKinds.indexOf('day')

/** Step by step, so that the page answers in between. */
export function* gatherActorLanes(asked: ActorGathering): Generator<void, CountedActorLanes> {
  const { gathered, rowActors, facts, choice } = asked
  const { offsets, actors } = rowActors
  const { rows, lane } = gathered
  const counts = new Uint32Array(facts.dated.length)
  const undated = new Uint32Array(facts.dated.length)
  for (let from = 0; from < rows.length; from += STEP) {
    for (let place = from; place < Math.min(from + STEP, rows.length); place++) {
      const into = lane[place] === UNDATED ? undated : counts
      for (let at = offsets[place] ?? 0; at < (offsets[place + 1] ?? 0); at++) {
        const actor = actors[at] ?? 0
        into[actor] = (into[actor] ?? 0) + 1
      }
    }
    yield
  }
  const shownActorCount = counts.reduce((sum, count) => sum + Math.min(count, 1), 0)
  const most = mostLanes(choice, shownActorCount)
  const chosen = chooseActors(counts, choice.first, most, (actor) => facts.first[actor] ?? -1)
  const owners: readonly LaneOwner[] = [...chosen, 'others', 'nobody']
  const laneOf = new Map(chosen.map((actor, number) => [actor, number]))
  const [others, nobody] = [chosen.length, chosen.length + 1]
  /** Calls for each lane of an event once. */
  const eachLane = (place: number, visit: (number: number) => void): void => {
    const [from, to] = [offsets[place] ?? 0, offsets[place + 1] ?? 0]
    if (from === to) return visit(nobody)
    let hasOther = false
    for (let at = from; at < to; at++) {
      const number = laneOf.get(actors[at] ?? -1)
      if (number === undefined) hasOther = true
      else visit(number)
    }
    if (hasOther) visit(others)
  }
  const places = owners.map(() => new PlaceList())
  for (let from = 0; from < rows.length; from += STEP) {
    for (let place = from; place < Math.min(from + STEP, rows.length); place++)
      if (lane[place] !== UNDATED) eachLane(place, (number) => places[number]?.add(place))
    yield
  }
  const lanes: CountedActorLane[] = []
  for (const [number, owner] of owners.entries()) {
    const own = places[number]?.close() ?? new Uint32Array(0)
    if (own.length === 0) continue
    const timeLane = new GatheredLane(gathered, own, asked.isAtHand)
    // What a lane sorts when it is first asked is sorted before it is drawn.
    yield* timeLane.sortEnds()
    lanes.push({
      owner,
      lane: timeLane,
      total: totalOf(owner, facts) ?? own.length,
      undatedCount: typeof owner === 'number' ? (undated[owner] ?? 0) : 0,
      isOfDays: own.every((place) => lane[place] === DAY),
      few: rows.length > asked.mostFew ? null : own.map((place) => rows[place] ?? 0),
    })
    yield
  }
  return {
    lanes,
    actorCount: facts.dated.filter((count) => count > 0).length,
    shownActorCount,
    otherActorCount: shownActorCount - chosen.length,
    ownersOf: (row) => {
      const place = countBelow(rows, row)
      const found = new Set<LaneOwner>()
      if (rows[place] === row && lane[place] !== UNDATED)
        eachLane(place, (number) => found.add(owners[number] ?? 'nobody'))
      return owners.filter((owner) => found.has(owner))
    },
  }
}

/** Events with a date, whether they pass or not; null: those without a lane are not counted for every choice of lanes. */
function totalOf(owner: LaneOwner, { dated, totals }: ActorLaneFacts): number | null {
  if (owner === 'nobody') return totals[LANE_SERIES.nobody] ?? null
  return owner === 'others' ? null : (dated[owner] ?? null)
}

/** Places as they come, in a column that grows. */
class PlaceList {
  #places = new Uint32Array(256)
  #length = 0

  add(place: number): void {
    if (this.#length === this.#places.length) {
      const larger = new Uint32Array(2 * this.#length)
      larger.set(this.#places)
      this.#places = larger
    }
    this.#places[this.#length++] = place
  }

  close(): Uint32Array {
    return this.#places.subarray(0, this.#length)
  }
}

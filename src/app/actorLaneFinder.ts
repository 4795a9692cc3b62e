/** Of the story that is open: what no filter changes of its lanes of actors is kept while lanes go to and fro. */
import { ActorLaneFinder, MOST_ACTOR_LANES } from '../core/indexing/actorLanes.ts'
import { COUNTED_LANES, type ActorChoice } from '../core/indexing/chooseActors.ts'
import type { EventIndex } from '../core/indexing/eventIndex.ts'
import { MAX_WHOLE } from '../core/marks/layOutLanes.ts'

/** Lanes before the reader asks for more: where each event is drawn, and where most are counted; and then. */
const LANES = { drawn: { few: 20, most: MOST_ACTOR_LANES }, counted: COUNTED_LANES } as const

const finders = new WeakMap<EventIndex, ActorLaneFinder>()

export function finderOf(index: EventIndex): ActorLaneFinder {
  const finder = finders.get(index) ?? new ActorLaneFinder(index)
  finders.set(index, finder)
  return finder
}

/** Who is given a lane. @param first numbers of actors; @param shownCount events that pass */
export function choiceOf(first: readonly number[], shownCount: number, isUnfolded: boolean): ActorChoice {
  return { first, ...LANES[shownCount <= MAX_WHOLE ? 'drawn' : 'counted'], isUnfolded }
}

/** @param chosen ids of actors that the filter asks for */
export function numbersOf({ facets }: EventIndex, chosen: readonly string[]): readonly number[] {
  return chosen.map((actor) => facets.actor.values.indexOf(actor))
}

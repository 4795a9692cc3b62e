/** Of the story that is open: what no filter changes of its lanes of actors is kept while lanes go to and fro. */
import { ActorLaneFinder } from '../core/indexing/actorLanes.ts'
import type { EventIndex } from '../core/indexing/eventIndex.ts'

const finders = new WeakMap<EventIndex, ActorLaneFinder>()

export function finderOf(index: EventIndex): ActorLaneFinder {
  const finder = finders.get(index) ?? new ActorLaneFinder(index)
  finders.set(index, finder)
  return finder
}

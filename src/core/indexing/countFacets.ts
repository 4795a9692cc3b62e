/** How many events would each actor bring, under the other filters? */
import type { ActorId } from '../base/brand.ts'
import type { Story } from '../story/story.ts'
import type { EventIndex } from './eventIndex.ts'
import type { Matches } from './findMatches.ts'
import { MATCH } from './matchDate.ts'

export interface ActorCount {
  readonly actor: ActorId
  readonly name: string
  readonly isUnnamed: boolean
  /** Events that match the other filters and involve the actor. */
  readonly count: number
  /** Events that involve the actor at all. */
  readonly total: number
}

/**
 * Actors with at least one event, most events in all first, ties by name: an order that no filter changes, so
 * that nothing moves under the reader's finger.
 * @param matches under every filter except the one on actors
 */
export function countActors(story: Story, index: EventIndex, matches: Matches): readonly ActorCount[] {
  const counts: ActorCount[] = []
  for (const [actor, rows] of index.rowsByActor) {
    const known = story.actors.get(actor)
    if (known === undefined) continue
    const count = rows.reduce((sum, row) => sum + (matches[row] === MATCH.none ? 0 : 1), 0)
    counts.push({ actor, name: known.name, isUnnamed: known.kind === 'unnamed', count, total: rows.length })
  }
  return counts.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
}

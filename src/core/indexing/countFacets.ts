/** How many events would each actor bring, under the other filters? */
import type { ActorId } from '../base/brand.ts'
import type { StoryFrame } from '../story/story.ts'
import type { EventIndex } from './eventIndex.ts'
import { rowsOf } from './facet.ts'
import type { Matches } from './findMatches.ts'
import { MATCH } from './matchDate.ts'

export interface ActorCount {
  readonly actor: ActorId
  readonly name: string
  readonly isUnnamed: boolean
  /** Events that match the other filters and involve the actor; null: not counted. */
  readonly count: number | null
  /** Events that involve the actor at all. */
  readonly total: number
}

/**
 * Actors with at least one event, most events in all first, ties by name: an order that no filter changes, so
 * that nothing moves under the reader's finger.
 * @param matches under every filter except the one on actors
 */
export function countActors(
  story: Pick<StoryFrame, 'actors'>,
  index: EventIndex,
  matches: Matches,
): readonly ActorCount[] {
  const counts = index.actors.values.flatMap((id, value): ActorCount[] => {
    const actor = id as ActorId
    const rows = rowsOf(index.actors, value)
    const known = story.actors.get(actor)
    if (known === undefined || rows.length === 0) return []
    let count = 0
    for (let i = 0; i < rows.length; i++) if (matches[rows[i] ?? 0] !== MATCH.none) count++
    return [{ actor, name: known.name, isUnnamed: known.kind === 'unnamed', count, total: rows.length }]
  })
  return counts.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
}

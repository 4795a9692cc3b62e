/** Which actors are given a lane of their own? Those with most events, in the order in which they first appear. */

/** Where events are counted, lanes before the reader asks for more, and then. */
export const COUNTED_LANES = { few: 12, most: 24 } as const

/** Who is given a lane: `first`, if any of their events passes, then others by the number of those. */
export interface ActorChoice {
  readonly first: readonly number[]
  /** Lanes there may be; and where there are more actors, so many until the reader asks for more. */
  readonly most: number
  readonly few: number
  readonly isUnfolded: boolean
}

/**
 * Numbers of actors, by first appearance; of two that appear in one event the first of the story's list.
 * @param counts [actors] events that pass; @param most lanes
 * @param appearsAt row of the first event of an actor
 */
export function chooseActors(
  counts: ArrayLike<number>,
  first: readonly number[],
  most: number,
  appearsAt: (actor: number) => number,
): readonly number[] {
  const byAppearance = (a: number, b: number): number => appearsAt(a) - appearsAt(b) || a - b
  const asked = first.filter((actor) => (counts[actor] ?? 0) > 0).slice(0, most)
  // By number of events, kept so short that each of very many actors is looked at once.
  const best: number[] = []
  const isBefore = (a: number, b: number): boolean =>
    ((counts[b] ?? 0) - (counts[a] ?? 0) || byAppearance(a, b)) < 0
  for (let actor = 0; actor < counts.length; actor++) {
    if (counts[actor] === 0 || asked.includes(actor)) continue
    const last = best[best.length - 1]
    const isFull = best.length === most - asked.length
    if (isFull && (last === undefined || !isBefore(actor, last))) continue
    if (isFull) best.pop()
    const at = best.findIndex((other) => isBefore(actor, other))
    best.splice(at === -1 ? best.length : at, 0, actor)
  }
  return [...asked, ...best].sort(byAppearance)
}

/** Lanes that there may be. @param shownActorCount actors of whom an event passes */
export function mostLanes({ most, few, isUnfolded }: ActorChoice, shownActorCount: number): number {
  return isUnfolded || shownActorCount <= most ? most : few
}

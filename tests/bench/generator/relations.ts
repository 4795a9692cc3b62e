/**
 * How do events hang together? Events are numbered in order of time, and a relation is drawn as a distance between
 * two numbers, so that none of the events need be remembered. What has to stand in both events ("at odds with",
 * "same root") is promised to the later one and handed over when its turn comes.
 */
import type { EventFile } from '../../../src/core/story/storyFile.ts'
import type { Random } from './random.ts'

type RelationFile = NonNullable<EventFile['relations']>[number]

export interface Relater {
  /** The relations of an event; to be asked once for each event, in order of the numbers. */
  relate(i: number, isUndated: boolean, random: Random): RelationFile[]
}

/** One event in so many draws a relation of its own. */
const SHARE = 0.035
const NEAR = 20
/** An undated event is known to lie between two that are this far apart at most. */
const FAR = 200

/** The id of the event with a number; numbers count from 0. */
export function eventId(i: number): string {
  return `e${i}`
}

/** @param count how many events the story has; none is related to what is not there */
export function createRelater(count: number): Relater {
  const promised = new Map<number, RelationFile[]>()
  const promise = (i: number, relation: RelationFile) => {
    promised.set(i, [...(promised.get(i) ?? []), relation])
  }

  function relateUndated(i: number, random: Random): RelationFile[] {
    const before = i - 1 - random.below(FAR)
    const after = i + 1 + random.below(FAR)
    const relations: RelationFile[] = []
    if (before >= 0 && random.chance(0.8)) relations.push({ is: 'after', to: eventId(before) })
    if (after < count && random.chance(0.6)) relations.push({ is: 'before', to: eventId(after) })
    if (relations.length > 0) return relations
    return i > 0 ? [{ is: 'after', to: eventId(i - 1) }] : [{ is: 'before', to: eventId(i + 1) }]
  }

  function relateDated(i: number, random: Random): RelationFile[] {
    const earlier = i - 1 - random.below(NEAR)
    const later = i + 1 + random.below(NEAR)
    const last = later + 1 + random.below(NEAR)
    if (earlier < 0 || last >= count) return []
    switch (random.below(8)) {
      case 0:
        return [{ is: 'after', to: eventId(earlier) }]
      case 1:
        return [{ is: 'before', to: eventId(later) }]
      case 2:
      case 3:
        return [{ is: 'part-of', to: eventId(earlier) }]
      case 4:
        promise(later, { is: 'at-odds-with', to: eventId(i) })
        return [{ is: 'at-odds-with', to: eventId(later) }]
      case 5:
        promise(later, { is: 'same-root', to: eventId(i) })
        promise(last, { is: 'same-root', to: eventId(i) })
        return [
          { is: 'same-root', to: eventId(later) },
          { is: 'same-root', to: eventId(last) },
        ]
      default:
        return [{ is: 'response-to', to: eventId(earlier) }]
    }
  }

  return {
    relate(i, isUndated, random) {
      const kept = promised.get(i) ?? []
      promised.delete(i)
      if (isUndated) return [...relateUndated(i, random), ...kept]
      return random.chance(SHARE) ? [...relateDated(i, random), ...kept] : kept
    },
  }
}

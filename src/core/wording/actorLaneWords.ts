/** What are lanes of actors called, and what is said of them? */
import type { LaneKind } from '../view/viewState.ts'
import { formatCount, formatEventCount, formatNumberOf } from './storyWords.ts'

/** "Jane Doe", "12 more actors", "No actor named". @param nameOf the actor of a number; @param others without a lane */
export function nameActorLane(
  owner: number | 'others' | 'nobody',
  nameOf: (actor: number) => string,
  others: number,
): string {
  if (owner === 'nobody') return 'No actor named'
  return owner === 'others' ? formatNumberOf(others, 'more actor') : nameOf(owner)
}

/**
 * "3 events", and what of the actor's does not stand there: "3 events, 1 hidden, 2 more under “No date”".
 * @param undated how many stand in the lane without a date, and what that is called
 */
export function describeActorLane(
  shown: number,
  hidden: number,
  [undated, undatedName]: readonly [number, string],
): string {
  const parts = [formatEventCount(shown)]
  if (hidden > 0) parts.push(`${formatCount(hidden)} hidden`)
  if (undated > 0) parts.push(`${formatCount(undated)} more under “${undatedName}”`)
  return parts.join(', ')
}

export interface LaneCounts {
  /** Actors of events with a date; those of whom an event passes the filter; those of the latter without a lane. */
  readonly actorCount: number
  readonly shownActorCount: number
  readonly otherActorCount: number
}

/** Who has a lane, in which order, and who has none: "A lane for each of 29 actors, by first appearance." */
export function describeActorLanes({ actorCount, shownActorCount, otherActorCount }: LaneCounts): string {
  const own = shownActorCount - otherActorCount
  const hidden = actorCount - shownActorCount
  const order = own > 1 ? ', by first appearance' : ''
  const told =
    hidden === 0
      ? ''
      : ` ${formatNumberOf(hidden, 'lane')} hidden: no event of ${hidden === 1 ? 'that actor' : 'those actors'} passes the filter.`
  if (own === 0) return `No actor of an event with a date.${told}`
  if (otherActorCount > 0)
    return `Lanes of the ${formatNumberOf(own, 'actor')} with most events here${order}; ${formatCount(otherActorCount)} more share one.${told}`
  const each = own === 1 ? 'the one actor' : `each of the ${formatNumberOf(own, 'actor')}`
  return `A lane for ${each} of events with a date${order}.${told}`
}

/** "Show lanes of 12 more actors" */
export function describeMoreLanes(count: number): string {
  return `Show ${count === 1 ? 'a lane' : 'lanes'} of ${formatNumberOf(count, 'more actor')}`
}

/** Where lanes of very many events stand in a moment. */
export const lanesWaiting = 'Counting the events of each actor…'

/** Where a filter leaves more events of a story in tiles than are read for lanes. */
export const lanesRefused =
  'So many events are not told apart by actor here: narrow them down by dates or filters, or clear the filter. Lanes are by date meanwhile.'

/** Where the actors of these events could not be fetched. */
export const lanesFailed = {
  sentence: 'The actors of these events could not be fetched.',
  again: 'Try again',
}

/** When keys have come to a lane: "Lane of Jane Doe.", "Lane of Jane Doe: the same event." */
export function describeLaneMove(title: string, isSameEvent: boolean): string {
  return `Lane: ${title}${isSameEvent ? ', the same event' : ''}.`
}

/** Of a box in an actor's lane: "Jane Doe: 12 events, 3 to 5 May 2026". */
export function describeInLane(title: string, cluster: string): string {
  return `${title}: ${cluster}`
}

/** Of the switch between the two arrangements of lanes. */
export const laneSwitchWords: {
  readonly name: string
  readonly group: string
  readonly labels: Readonly<Record<LaneKind, string>>
  readonly titles: Readonly<Record<LaneKind, string>>
  readonly said: Readonly<Record<LaneKind, string>>
  /** Why lanes of actors cannot be had. */
  readonly reason: string
} = {
  name: 'Lanes by',
  group: 'Lanes by',
  labels: { known: 'date', actor: 'actor' },
  titles: {
    known: 'A lane for each way in which a date is known',
    actor: 'A lane for each actor: an event of several stands in each of theirs',
  },
  said: {
    known: 'Lanes by how well dates are known.',
    actor: 'Lanes by actor, in the order of their first appearance.',
  },
  reason:
    'This story was cut into tiles by an earlier program, which did not count events by actor. Filter by an actor to see who did what.',
}

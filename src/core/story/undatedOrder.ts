/**
 * In which order do undated events stand, when all we know is what came before what?
 *
 * File order, except that an event comes after those that relations put before it. Relations may run in a
 * circle; then the circle is broken where it closes, and named.
 *
 *   file: a, b, c    "c before a"    →    c, a, b
 */
import type { EventId } from '../base/brand.ts'
import type { TimelineEvent } from './story.ts'
import { MAX_CIRCLES_NAMED } from './storyLimits.ts'

/** What is asked of an event here. */
export type RelatedEvent = Pick<TimelineEvent, 'id' | 'relations'>

export interface UndatedOrder<Event> {
  readonly events: readonly Event[]
  /** At most MAX_CIRCLES_NAMED. Each: events of which every one is said to come before the next, and the last before the first. */
  readonly circles: readonly (readonly EventId[])[]
}

/** Depth-first, without recursion: a chain of a hundred thousand events is a legal file. */
export function orderUndated<Event extends RelatedEvent>(undated: readonly Event[]): UndatedOrder<Event> {
  const predecessors = findPredecessors(undated)
  const byId = new Map(undated.map((event) => [event.id, event]))
  const placed = new Set<EventId>()
  const events: Event[] = []
  const circles: EventId[][] = []

  for (const root of undated) {
    // path: each event waits for the one after it; `next` counts the predecessors already seen to
    const path: { readonly event: Event; next: number }[] = []
    const depthOf = new Map<EventId, number>()
    const enter = (event: Event) => depthOf.set(event.id, path.push({ event, next: 0 }) - 1)
    if (!placed.has(root.id)) enter(root)
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const id = predecessors.get(step.event.id)?.[step.next++]
      const predecessor = id === undefined ? undefined : byId.get(id)
      if (!predecessor) {
        path.pop()
        depthOf.delete(step.event.id)
        placed.add(step.event.id)
        events.push(step.event)
        continue
      }
      const depth = depthOf.get(predecessor.id)
      if (depth !== undefined) {
        if (circles.length < MAX_CIRCLES_NAMED) circles.push(path.slice(depth).map(idOf).reverse())
      } else if (!placed.has(predecessor.id)) enter(predecessor)
    }
  }
  return { events, circles }
}

function idOf({ event }: { readonly event: RelatedEvent }): EventId {
  return event.id
}

/** For each event, the undated events said to come before it, in the order in which that is said. */
function findPredecessors(undated: readonly RelatedEvent[]): ReadonlyMap<EventId, readonly EventId[]> {
  const predecessors = new Map<EventId, EventId[]>(undated.map(({ id }) => [id, []]))
  for (const { id, relations } of undated) {
    for (const { is, to } of relations) {
      if (!predecessors.has(to)) continue
      if (is === 'after') predecessors.get(id)?.push(to)
      if (is === 'before') predecessors.get(to)?.push(id)
    }
  }
  return predecessors
}

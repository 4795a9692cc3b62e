/**
 * Along which events does one matter run? A thread is what relations of order, of answer and of part join, directly or
 * through others.
 *
 *   a before b, c response-to b, d part-of c      →   a, b, c, d is one thread
 *   e at-odds-with a, f same-root as a            →   neither is in it: they say how it is known, not how it went on
 */
import type { EventId } from '../base/brand.ts'
import type { EventBrief } from './eventBrief.ts'
import type { RelationKind } from './story.ts'
import { orderUndated } from './undatedOrder.ts'

type ThreadedEvent = Pick<EventBrief, 'id' | 'relations'>

const joining: ReadonlySet<RelationKind> = new Set(['before', 'after', 'response-to', 'part-of'])

/**
 * The threads of a story, by each event that is in one. Within a thread as `events` stand, except that what is said to
 * come before another does; relations that run in a circle are followed until they close. An event alone is in none.
 * @param events in reading order. Cost: one pass over their relations
 */
export function findThreads(events: readonly ThreadedEvent[]): ReadonlyMap<EventId, readonly EventId[]> {
  const neighbours = joinEvents(events)
  const byId = new Map(events.map((event, row) => [event.id, { event, row }]))
  const threads = new Map<EventId, readonly EventId[]>()
  for (const { id } of events) {
    if (threads.has(id) || !neighbours.has(id)) continue
    const rows = [...reach(id, neighbours)].flatMap((member) => byId.get(member) ?? [])
    rows.sort((a, b) => a.row - b.row)
    const thread = orderUndated(rows.map(({ event }) => answersLast(event))).events.map((event) => event.id)
    for (const member of thread) threads.set(member, thread)
  }
  return threads
}

/** An answer comes after what it answers. */
function answersLast({ id, relations }: ThreadedEvent): ThreadedEvent {
  return {
    id,
    relations: relations.map(({ is, to }) => ({ is: is === 'response-to' ? 'after' : is, to })),
  }
}

/** Which events are joined to which, from both sides; an event that is joined to itself alone is not in it. */
function joinEvents(events: readonly ThreadedEvent[]): ReadonlyMap<EventId, ReadonlySet<EventId>> {
  const known = new Set(events.map(({ id }) => id))
  const neighbours = new Map<EventId, Set<EventId>>()
  const join = (from: EventId, to: EventId): void => {
    const others = neighbours.get(from)
    if (others === undefined) neighbours.set(from, new Set([to]))
    else others.add(to)
  }
  for (const { id, relations } of events) {
    for (const { is, to } of relations) {
      if (to === id || !joining.has(is) || !known.has(to)) continue
      join(id, to)
      join(to, id)
    }
  }
  return neighbours
}

function reach(from: EventId, neighbours: ReadonlyMap<EventId, ReadonlySet<EventId>>): ReadonlySet<EventId> {
  const seen = new Set([from])
  // A set that grows while it is read: what is added is read too.
  for (const at of seen) for (const other of neighbours.get(at) ?? []) seen.add(other)
  return seen
}

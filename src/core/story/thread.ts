/**
 * Along which events does one matter run? A thread is what relations of order, of answer and of part join, directly or
 * through others.
 *
 *   a before b, c response-to b, d part-of c      →   a, b, c, d is one thread
 *   e at-odds-with a, f same-root as a            →   neither is in it: they say how it is known, not how it went on
 */
import type { EventId } from '../base/brand.ts'
import type { EventBrief } from './eventBrief.ts'

type ThreadedEvent = Pick<EventBrief, 'id' | 'relations'>

/** An event of a thread, and those that it is joined to. */
interface Member {
  readonly id: EventId
  /** Place in reading order. */
  readonly row: number
  /** Said to come before it: what it answers, too. */
  readonly before: Set<Member>
  readonly after: Set<Member>
  /** The whole that it is part of, or its parts: in no order. */
  readonly parts: Set<Member>
}

/**
 * The threads of a story, by each event that is in one; an event alone is in none. What is said to come before another
 * does. Each is followed to where it ends before it goes on elsewhere, in reading order where both are possible;
 * relations that run in a circle are followed until they close.
 * @param events in reading order. Cost: about one pass over their relations
 */
export function findThreads(events: readonly ThreadedEvent[]): ReadonlyMap<EventId, readonly EventId[]> {
  const members = joinEvents(events)
  const threads = new Map<EventId, readonly EventId[]>()
  for (const member of members) {
    if (threads.has(member.id) || linked(member).length === 0) continue
    const thread = follow([...reach(member)].sort((a, b) => a.row - b.row))
    for (const id of thread) threads.set(id, thread)
  }
  return threads
}

function joinEvents(events: readonly ThreadedEvent[]): readonly Member[] {
  const members = events.map(({ id }, row): Member => {
    return { id, row, before: new Set(), after: new Set(), parts: new Set() }
  })
  const byId = new Map(members.map((member) => [member.id, member]))
  const order = (earlier: Member, later: Member): void => {
    earlier.after.add(later)
    later.before.add(earlier)
  }
  events.forEach(({ id, relations }) => {
    const own = byId.get(id)
    for (const { is, to } of relations) {
      const other = byId.get(to)
      if (own === undefined || other === undefined || own === other) continue
      if (is === 'before') order(own, other)
      if (is === 'after' || is === 'response-to') order(other, own)
      if (is !== 'part-of') continue
      own.parts.add(other)
      other.parts.add(own)
    }
  })
  return members
}

function linked({ before, after, parts }: Member): readonly Member[] {
  return [...before, ...after, ...parts]
}

function reach(from: Member): ReadonlySet<Member> {
  const seen = new Set([from])
  // A set that grows while it is read: what is added is read too.
  for (const at of seen) for (const other of linked(at)) seen.add(other)
  return seen
}

/** @param members of one thread, in reading order */
function follow(members: readonly Member[]): readonly EventId[] {
  const placed = new Set<Member>()
  const isReady = (member: Member): boolean =>
    !placed.has(member) && [...member.before].every((other) => placed.has(other))
  // The way here: where it ends, it goes on from the last event that leads elsewhere.
  const way: Member[] = []
  while (placed.size < members.length) {
    let next: Member | undefined
    for (let last = way.at(-1); last !== undefined && next === undefined; last = way.at(-1)) {
      next = [...last.after, ...last.parts].filter(isReady).sort((a, b) => a.row - b.row)[0]
      if (next === undefined) way.pop()
    }
    next ??= members.find(isReady) ?? members.find((member) => !placed.has(member))
    if (next === undefined) break
    placed.add(next)
    way.push(next)
  }
  return [...placed].map(({ id }) => id)
}

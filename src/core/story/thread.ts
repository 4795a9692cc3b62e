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

type ThreadedEvent = Pick<EventBrief, 'id' | 'relations'>

/** An event of a thread, and those that it is joined to. */
export interface Member {
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
  for (const [row, { id }] of events.entries()) {
    const member = members[row]
    if (member === undefined || threads.has(id) || linked(member).length === 0) continue
    const rows = follow([...reach(member)].sort((a, b) => a.row - b.row))
    const thread = rows.flatMap((other) => events[other]?.id ?? [])
    for (const other of thread) threads.set(other, thread)
  }
  return threads
}

/** Relations of these kinds join events to a thread. */
export function joinsThread(is: RelationKind): boolean {
  return is === 'before' || is === 'after' || is === 'response-to' || is === 'part-of'
}

export function newMember(row: number): Member {
  return { row, before: new Set(), after: new Set(), parts: new Set() }
}

/** `own` says it of `other`; what does not join a thread changes nothing. */
export function join(own: Member, is: RelationKind, other: Member): void {
  if (own === other) return
  if (is === 'before') order(own, other)
  if (is === 'after' || is === 'response-to') order(other, own)
  if (is !== 'part-of') return
  own.parts.add(other)
  other.parts.add(own)
}

function order(earlier: Member, later: Member): void {
  earlier.after.add(later)
  later.before.add(earlier)
}

function joinEvents(events: readonly ThreadedEvent[]): readonly Member[] {
  const members = events.map((_, row) => newMember(row))
  const rows = new Map(events.map(({ id }, row) => [id, row]))
  events.forEach(({ relations }, row) => {
    const own = members[row]
    for (const { is, to } of relations) {
      const other = members[rows.get(to) ?? -1]
      if (own !== undefined && other !== undefined) join(own, is, other)
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

/** Rows of a thread, in its order. @param members all of it, in reading order */
export function follow(members: readonly Member[]): readonly number[] {
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
  return [...placed].map(({ row }) => row)
}

/**
 * Which thread is an event in, of a story whose relations are not all at hand? They are followed outward from it, in both
 * directions, a step at a time:
 *
 *   the open event  →  what it is joined to  →  what those are joined to  → …  until nothing is new, or it is too much
 */
import type { RelationKind } from './story.ts'
import { follow, join, joinsThread, newMember, type Member } from './thread.ts'

/** Events of a thread that are looked for at most: each may stand in a file of its own. */
export const MAX_THREAD_EVENTS = 200

/** What one event says of another, or the other of it. */
export interface RowLink {
  readonly is: RelationKind
  /** The other event says it of this one. */
  readonly isInverse: boolean
  /** Row of the other event; its own where it says it of itself. */
  readonly other: number
}

/** Of each row all that it says of others and that others say of it, in any order. */
export type ReadLinks = (rows: readonly number[]) => Promise<readonly (readonly RowLink[])[]>

/** The rows of a thread, in its order; 'long': it has more than MAX_THREAD_EVENTS; null: the event is in none. */
export type ThreadAround = readonly number[] | 'long' | null

/**
 * The thread that findThreads finds. What comes next in it may depend on every other event of it, so that of a thread
 * which is too long no order is told.
 * @param row in reading order, as all rows
 * @param readLinks asked once for each step outward. What it rejects with, this does
 */
export async function threadAround(row: number, readLinks: ReadLinks): Promise<ThreadAround> {
  const members = new Map<number, Member>([[row, newMember(row)]])
  for (let step = [...members.values()]; step.length > 0;) {
    const links = await readLinks(step.map((member) => member.row))
    const next: Member[] = []
    for (const [i, own] of step.entries())
      for (const { is, isInverse, other } of links[i] ?? []) {
        if (!joinsThread(is)) continue
        let member = members.get(other)
        if (member === undefined) {
          if (members.size === MAX_THREAD_EVENTS) return 'long'
          member = newMember(other)
          members.set(other, member)
          next.push(member)
        }
        if (isInverse) join(member, is, own)
        else join(own, is, member)
      }
    step = next
  }
  if (members.size === 1) return null
  return follow([...members.values()].sort((a, b) => a.row - b.row))
}

/**
 * To which other events does an event relate? References between events may fail without harm to either:
 * what leads nowhere is dropped and said. An alias leads to the event that bears it now.
 */
import type { EventId } from '../base/brand.ts'
import type { ItemReport, PathInItem } from './problem.ts'
import { noteProblem, quote } from './problem.ts'
import type { Relation, TimelineEvent } from './story.ts'
import type { EventFile } from './storyFile.ts'

/** Asked for single names, so that it need not be a Map of them all. */
export interface EventDirectory {
  /** Ids and aliases of the events that are in the story. */
  readonly known: { get(name: string): EventId | undefined }
  /** Ids that stand in the file, of events that were left out. */
  readonly leftOut: { has(name: string): boolean }
}

/** The events of a story by all their names. */
export function buildEventDirectory(
  events: readonly TimelineEvent[],
  leftOut: EventDirectory['leftOut'],
): EventDirectory {
  const known = new Map<string, EventId>()
  for (const event of events) {
    known.set(event.id, event.id)
    for (const alias of event.aliases) known.set(alias, event.id)
  }
  return { known, leftOut }
}

/** The event that `id` names, or null, which is reported as the loss of `what`. */
export function findEvent(
  id: string,
  directory: EventDirectory,
  loss: { readonly report: ItemReport; readonly at: PathInItem; readonly what: string },
): EventId | null {
  const found = directory.known.get(id)
  if (found !== undefined) return found
  const reason = directory.leftOut.has(id)
    ? 'is an event that was left out'
    : 'is not the id of an event in this file'
  noteProblem(loss.report, loss.at, `${quote(id)} ${reason}; ${loss.what} is dropped`)
  return null
}

/**
 * The relations of one event that lead to another event of the story. Needs of the event only its id, so that it
 * can be asked long after the event was read.
 * @param written `relations` of the file
 */
export function resolveRelations(
  own: EventId,
  written: EventFile['relations'],
  directory: EventDirectory,
  report: ItemReport,
): readonly Relation[] {
  return (written ?? []).flatMap(({ is, to }, i): Relation[] => {
    const at = () => `relations[${i}].to`
    const found = findEvent(to, directory, { report, at, what: 'this relation' })
    if (found === own) noteProblem(report, at, `${quote(to)} is this event itself; this relation is dropped`)
    return found === null || found === own ? [] : [{ is, to: found }]
  })
}

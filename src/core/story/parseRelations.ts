/**
 * To which other events does an event relate? References between events may fail without harm to either:
 * what leads nowhere is dropped and said. An alias leads to the event that bears it now.
 */
import type { EventId } from '../base/brand.ts'
import type { ItemReport } from './problem.ts'
import { noteProblem, quote } from './problem.ts'
import type { Relation, TimelineEvent } from './story.ts'
import type { EventFile } from './storyFile.ts'

export interface EventDirectory {
  /** Ids and aliases of the events that are in the story. */
  readonly known: ReadonlyMap<string, EventId>
  /** Ids that stand in the file, of events that were left out. */
  readonly leftOut: ReadonlySet<string>
}

/** The events of a story by all their names. */
export function buildEventDirectory(
  events: readonly TimelineEvent[],
  leftOut: ReadonlySet<string>,
): EventDirectory {
  const known = new Map<string, EventId>()
  for (const event of events) {
    for (const name of [event.id, ...event.aliases]) known.set(name, event.id)
  }
  return { known, leftOut }
}

/** The event that `id` names, or null, which is reported as the loss of `what`. */
export function findEvent(
  id: string,
  directory: EventDirectory,
  loss: { readonly report: ItemReport; readonly at: string; readonly what: string },
): EventId | null {
  const found = directory.known.get(id)
  if (found !== undefined) return found
  const reason = directory.leftOut.has(id)
    ? 'is an event that was left out'
    : 'is not the id of an event in this file'
  noteProblem(loss.report, loss.at, `${quote(id)} ${reason}; ${loss.what} is dropped`)
  return null
}

/** The event with the relations of `file` that lead to another event of the story. */
export function addRelations(
  event: TimelineEvent,
  file: EventFile,
  directory: EventDirectory,
  report: ItemReport,
): TimelineEvent {
  const relations = (file.relations ?? []).flatMap(({ is, to }, i): Relation[] => {
    const at = `relations[${i}].to`
    const found = findEvent(to, directory, { report, at, what: 'this relation' })
    if (found === event.id)
      noteProblem(report, at, `${quote(to)} is this event itself; this relation is dropped`)
    return found === null || found === event.id ? [] : [{ is, to: found }]
  })
  return relations.length === 0 ? event : { ...event, relations }
}

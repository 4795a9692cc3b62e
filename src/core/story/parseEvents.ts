/**
 * Which of the file's events can be shown? Each by itself and against actors and sources first (eventReader.ts);
 * when all are read, against one another.
 */
import type { Directories } from './directory.ts'
import { openEventReader } from './eventReader.ts'
import type { Explainer } from './parseItem.ts'
import type { EventDirectory } from './parseRelations.ts'
import { buildEventDirectory, resolveRelations } from './parseRelations.ts'
import type { ItemReport } from './problem.ts'
import { noteProblem } from './problem.ts'
import { findCircles } from './relationCircles.ts'
import type { TimelineEvent } from './story.ts'

export interface ParsedEvents {
  /** In file order. */
  readonly events: readonly TimelineEvent[]
  readonly directory: EventDirectory
  /** One for each entry of the file that has problems, in file order. */
  readonly reports: readonly ItemReport[]
}

/** @param list `events` of the file */
export function parseEvents(
  list: readonly unknown[],
  directories: Directories,
  explainer: Explainer | null,
): ParsedEvents {
  const { read, reports, leftOut } = openEventReader(directories, explainer)
  const entries = list.flatMap((json, index) => {
    const entry = read(json, index)
    return entry ? { ...entry, index } : []
  })
  const directory = buildEventDirectory(
    entries.map(({ event }) => event),
    leftOut,
  )
  const events = entries.map(({ event, file, index }) => {
    if (!file.relations) return event
    const relations = reports.write(index, event.id, (report) =>
      resolveRelations(event.id, file.relations, directory, report),
    )
    return relations.length === 0 ? event : { ...event, relations }
  })
  const undated = events.filter(({ when }) => !when)
  const places = new Map(entries.flatMap(({ event, index }) => (event.when ? [] : [[event.id, index]])))
  for (const { id, sentence } of findCircles(undated)) {
    const index = places.get(id)
    if (index === undefined) continue
    reports.write(index, id, (report) => noteProblem(report, 'relations', sentence))
  }
  return { events, directory, reports: reports.list() }
}

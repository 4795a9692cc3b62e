/**
 * Which of the file's events can be shown? Three passes, because each needs the whole of the one before:
 * every event by itself (and its ids), then against actors and sources, then against the other events.
 */
import type { Directories } from './directory.ts'
import { claimEventIds } from './eventIds.ts'
import { isJsonObject } from './inspectFields.ts'
import { parseEvent } from './parseEvent.ts'
import { parseItem } from './parseItem.ts'
import type { EventDirectory } from './parseRelations.ts'
import { addRelations, buildEventDirectory } from './parseRelations.ts'
import type { ItemReport } from './problem.ts'
import { noteProblem, openReport } from './problem.ts'
import type { TimelineEvent } from './story.ts'
import type { EventFile } from './storyFile.ts'
import { eventFile } from './storyFile.ts'
import { orderUndated } from './undatedOrder.ts'

export interface ParsedEvents {
  /** In file order. */
  readonly events: readonly TimelineEvent[]
  readonly directory: EventDirectory
  /** One for each entry of the file, in file order. */
  readonly reports: readonly ItemReport[]
}

/** What an entry of the file has become so far; `event` is null once it is refused. */
interface Entry {
  readonly report: ItemReport
  readonly file: EventFile | null
  readonly event: TimelineEvent | null
}

/** @param list `events` of the file */
export function parseEvents(list: readonly unknown[], directories: Directories): ParsedEvents {
  const claimed = new Map<string, string>()
  const checked = list.map((json, i) => {
    const report = openReport(`events[${i}]`, rawId(json))
    const file = parseItem(eventFile, json, report)
    if (file) claimEventIds(file, claimed, report)
    return { report, file }
  })
  const entries = checked.map(({ report, file }): Entry => {
    return { report, file, event: file && parseEvent(file, directories, report) }
  })
  const directory = buildEventDirectory(
    entries.flatMap(({ event }) => event ?? []),
    findLeftOut(entries),
  )
  const events = entries.flatMap(({ report, file, event }) =>
    file && event ? addRelations(event, file, directory, report) : [],
  )
  noteCircles(events, entries)
  return { events, directory, reports: entries.map(({ report }) => report) }
}

function rawId(json: unknown): string | null {
  const id = isJsonObject(json) ? json['id'] : null
  return typeof id === 'string' ? id : null
}

function findLeftOut(entries: readonly Entry[]): ReadonlySet<string> {
  const leftOut = new Set<string>()
  for (const { report, file, event } of entries) {
    if (event) continue
    if (report.eventId !== null) leftOut.add(report.eventId)
    for (const alias of file?.aliases ?? []) leftOut.add(alias)
  }
  return leftOut
}

/** A circle is reported with the event that it begins with, whose relations the editor may then mend. */
function noteCircles(events: readonly TimelineEvent[], entries: readonly Entry[]): void {
  const reports = new Map(entries.flatMap(({ event, report }) => (event ? [[event.id, report]] : [])))
  for (const circle of orderUndated(events.filter(({ when }) => !when)).circles) {
    const [first] = circle
    const report = first === undefined ? undefined : reports.get(first)
    if (!report) continue
    const shown = circle.length > 6 ? [...circle.slice(0, 5), '…'] : circle
    const names = [...shown, first].join(' → ')
    noteProblem(report, 'relations', `before and after run in a circle: ${names}`)
  }
}

/**
 * What does each entry of a file's `events` say, taken one at a time? For a file that comes in pieces as for one
 * that is there at once: both are read by this, so that they cannot differ. Whether a relation leads anywhere is
 * known only after the last entry; until then events have none (parseRelations.ts).
 */
import type { Directories } from './directory.ts'
import type { ClaimedIds } from './eventIds.ts'
import { claimEventIds } from './eventIds.ts'
import type { EventReports } from './eventReports.ts'
import { openEventReports } from './eventReports.ts'
import { isJsonObject } from './jsonObject.ts'
import { parseEvent } from './parseEvent.ts'
import { parseItem, prepareFormat, type Explainer } from './parseItem.ts'
import type { TimelineEvent } from './story.ts'
import type { EventFile } from './storyFile.ts'
import { eventFile } from './storyFile.ts'

const eventFormat = prepareFormat(eventFile)

export interface ReadEvent {
  /** Sound, but `relations` is empty. */
  readonly event: TimelineEvent
  /** As the file has it, cleaned; `file.relations` are still to be resolved. */
  readonly file: EventFile
}

export interface EventReader {
  /**
   * Reads one entry; null: left out, see `reports`. Never throws on JSON. The first event to claim an id keeps
   * it, so entries are read in file order, each once.
   * @param json as JSON.parse gave it; parts of it go on living in the result and must not be changed
   * @param index place in the file's list, from 0
   */
  readonly read: (json: unknown, index: number) => ReadEvent | null
  readonly reports: EventReports
  /** Ids and aliases of the events left out so far. */
  readonly leftOut: ReadonlySet<string>
}

/**
 * A reader of one file.
 * @param directories the actors and sources of that file, all of them
 * @param explainer null: every event is expected to be clean; one that is not throws UncleanFile
 * @param claimed where the ids used so far are kept; grows
 */
export function openEventReader(
  directories: Directories,
  explainer: Explainer | null,
  claimed: ClaimedIds = new Map(),
): EventReader {
  const reports = openEventReports()
  const leftOut = new Set<string>()

  const read = (json: unknown, index: number): ReadEvent | null => {
    const id = rawId(json)
    return reports.write(index, id, (report) => {
      const file = parseItem(eventFormat, json, report, explainer)
      if (file) claimEventIds(file, index, claimed, report)
      const event = file && parseEvent(file, directories, report)
      if (event) return { event, file }
      if (id !== null) leftOut.add(id)
      for (const alias of file?.aliases ?? []) leftOut.add(alias)
      return null
    })
  }
  return { read, reports, leftOut }
}

function rawId(json: unknown): string | null {
  const id = isJsonObject(json) ? json['id'] : null
  return typeof id === 'string' ? id : null
}

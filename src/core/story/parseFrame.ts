/**
 * Is this JSON a story file at all? The frame is the part without which nothing can be shown: an object of a
 * format that we read, with a head and the three lists. A bad frame refuses the file; a bad item does not.
 */
import type { FileFrame } from './cleanFrame.ts'
import { noteUnknownFields } from './inspectFields.ts'
import type { JsonObject } from './jsonObject.ts'
import { isJsonObject } from './jsonObject.ts'
import type { ItemReport } from './problem.ts'
import { isRefused, noteProblem, refuseItem } from './problem.ts'
import { storyFile } from './storyFile.ts'
import { formatLimit, MAX_DIRECTORY_LENGTH, MAX_EVENTS } from './storyLimits.ts'
import { upgradeStory } from './upgradeStory.ts'

/**
 * The parts of the file in the current format, not yet looked into; null: refused, see `report`.
 * @param eventCount of a file whose list of events stands empty in `json`; null: not known yet
 */
export function parseFrame(json: unknown, report: ItemReport, eventCount?: number | null): FileFrame | null {
  if (!isJsonObject(json)) {
    refuseItem(report, 'file', 'is not a story: a story file is one JSON object, in curly brackets')
    return null
  }
  const upgraded = upgradeStory(json)
  if (!upgraded.ok) {
    refuseItem(report, 'format', upgraded.problem)
    return null
  }
  const file = upgraded.value
  noteUnknownFields(file, storyFile.entries, report, '')
  if (file['story'] === undefined) refuseItem(report, 'story', 'is missing')
  const frame = {
    head: file['story'],
    actors: requireList(file, 'actors', MAX_DIRECTORY_LENGTH, report),
    sources: requireList(file, 'sources', MAX_DIRECTORY_LENGTH, report),
    events: requireList(file, 'events', MAX_EVENTS, report),
    revisions: readRevisions(file, report),
  }
  const isEmpty = Array.isArray(file['events']) && file['events'].length === 0
  if (isEmpty && (eventCount === undefined || eventCount === 0)) {
    refuseItem(report, 'events', 'is empty; a story has at least one event')
  }
  return isRefused(report) ? null : frame
}

function requireList(file: JsonObject, name: string, limit: number, report: ItemReport): readonly unknown[] {
  const list = file[name]
  if (!Array.isArray(list)) {
    refuseItem(report, name, list === undefined ? 'is missing' : 'must be a list, in square brackets')
    return []
  }
  if (list.length > limit) {
    const counts = `${formatLimit(list.length)} entries; one file may hold at most ${formatLimit(limit)}`
    refuseItem(report, name, `has ${counts}`)
  }
  return list
}

function readRevisions(file: JsonObject, report: ItemReport): readonly unknown[] {
  const list = file['revisions']
  if (list === undefined) return []
  if (Array.isArray(list) && list.length <= MAX_DIRECTORY_LENGTH) return list
  noteProblem(
    report,
    'revisions',
    Array.isArray(list)
      ? `has ${formatLimit(list.length)} entries, more than ${formatLimit(MAX_DIRECTORY_LENGTH)}; all are left out`
      : 'must be a list, in square brackets; it is left out',
  )
  return []
}

/** What changed in the story, when and why: one entry of `revisions`. */
import type { EventDirectory } from './parseRelations.ts'
import { findEvent } from './parseRelations.ts'
import { parseItem, prepareFormat, type Explainer } from './parseItem.ts'
import type { ItemReport } from './problem.ts'
import { requireDate } from './readDate.ts'
import type { Revision } from './story.ts'
import { revisionFile } from './storyFile.ts'

const revisionFormat = prepareFormat(revisionFile)

/** null: refused, see `report`. An event that is not in the story is dropped from the list, and that is said. */
export function parseRevision(
  json: unknown,
  directory: EventDirectory,
  report: ItemReport,
  explainer: Explainer | null,
): Revision | null {
  const file = parseItem(revisionFormat, json, report, explainer)
  const date = file && requireDate(file.date, report, 'date')
  if (!file || !date) return null
  const events = (file.events ?? []).flatMap((id, i) => {
    const found = findEvent(id, directory, { report, at: `events[${i}]`, what: 'this mention' })
    return found === null ? [] : [found]
  })
  return { date, summary: file.summary, reason: file.reason ?? null, events }
}

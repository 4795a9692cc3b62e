/** What does the file say of the story as a whole? Without a sound head there is no story to show. */
import type { SourceId } from '../base/brand.ts'
import type { Directory } from './directory.ts'
import { whyUnknown } from './directory.ts'
import { parseItem, prepareFormat, type Explainer } from './parseItem.ts'
import type { ItemReport } from './problem.ts'
import { noteProblem } from './problem.ts'
import { requireDate } from './readDate.ts'
import type { Story } from './story.ts'
import { storyHead } from './storyFile.ts'

export type StoryHead = Omit<Story, 'actors' | 'sources' | 'events' | 'revisions'>

const headFormat = prepareFormat(storyHead)

/** null: refused, see `report`. A base text that is no source of the file counts as none, and that is said. */
export function parseHead(
  json: unknown,
  sources: Directory<SourceId>,
  report: ItemReport,
  explainer: Explainer | null,
): StoryHead | null {
  const file = parseItem(headFormat, json, report, explainer)
  if (!file) return null
  const published = requireDate(file.published, report, 'published')
  const revised = requireDate(file.revised, report, 'revised')
  if (!published || !revised) return null
  return {
    id: file.id,
    title: file.title,
    summary: file.summary,
    language: file.language,
    published,
    revised,
    baseText: readBaseText(file.baseText, sources, report),
    defaultView: file.defaultView ?? 'timeline',
  }
}

function readBaseText(
  id: string | undefined,
  sources: Directory<SourceId>,
  report: ItemReport,
): SourceId | null {
  if (id === undefined) return null
  const reason = whyUnknown(id, sources)
  if (reason === null) return id as SourceId
  noteProblem(report, 'baseText', reason)
  return null
}

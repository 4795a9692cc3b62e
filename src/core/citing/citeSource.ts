/** How is a source cited: for itself, or as the story cites it? */
import type { PersonName, Source, StoryFrame } from '../story/story.ts'
import { formatCitedIn, formatSeenNote } from '../wording/citationWords.ts'
import type { CitedItem } from './citedItem.ts'
import { cleanText } from './cleanText.ts'
import { formatEdtfNotes } from './edtfNotes.ts'

/**
 * @param address of the source's place in the story: it is cited as the story cites it; null: for itself.
 * Who has read the source cites it for itself; who only knows it from here says so.
 */
export function citeSource(source: Source, story: StoryFrame, address: string | null): CitedItem {
  const title = cleanText(source.title) || source.id
  const citedIn =
    address === null ? null : { title: cleanText(story.title) || story.id, revised: story.revised, address }
  return {
    key: `${story.id}:source:${source.id}`,
    type: source.type,
    title: source.isDescribed ? `[${title}]` : title,
    container: cleanText(source.outlet) || null,
    authors: source.authorNames.map(cleanName),
    issued: source.issued,
    eventDate: null,
    url: source.link?.kind === 'safe' ? source.link.url : null,
    language: source.language,
    version: null,
    abstract: null,
    remarks: citedIn === null ? [] : [formatCitedIn(citedIn.title, citedIn.revised, citedIn.address)],
    notes: [
      ...(source.issued === null ? [] : formatEdtfNotes('issue', source.issued)),
      ...[source.issuedNote, source.archive?.kind === 'safe' ? `Archived copy: ${source.archive.url}` : null]
        .filter((note) => note !== null)
        .map(cleanText),
      cleanText(formatSeenNote(source, story.title)),
    ],
    told: { kind: 'source', isDescribed: source.isDescribed, citedIn },
  }
}

function cleanName(name: PersonName): PersonName {
  if ('literal' in name) return { literal: cleanText(name.literal) }
  const given = name.given === undefined ? '' : cleanText(name.given)
  const family = cleanText(name.family)
  return given === '' ? { family } : { family, given }
}

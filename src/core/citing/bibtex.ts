/**
 * How is an item written as a BibTeX entry? For BibLaTeX, whose `date` takes EDTF up to its level 1, and with the fields
 * that classic BibTeX knows beside it: `year`, `month`, `journal`, `howpublished`.
 */
import type { CslType, PersonName } from '../story/story.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { lowerFirst } from '../wording/phrase.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { formatLanguage } from '../wording/languageWords.ts'
import { knownYear } from './citedDate.ts'
import type { CitedItem } from './citedItem.ts'
import { texText, texUrl } from './texText.ts'

/** What an entry of a type is called, and the field that names the outlet. */
const entryTypes: Readonly<Record<CslType, { readonly entry: string; readonly outlet: readonly string[] }>> =
  {
    article: { entry: 'online', outlet: ['organization', 'howpublished'] },
    'article-newspaper': { entry: 'article', outlet: ['journaltitle', 'journal'] },
    'article-magazine': { entry: 'article', outlet: ['journaltitle', 'journal'] },
    webpage: { entry: 'online', outlet: ['organization', 'howpublished'] },
    'post-weblog': { entry: 'online', outlet: ['organization', 'howpublished'] },
    post: { entry: 'online', outlet: ['organization', 'howpublished'] },
    report: { entry: 'techreport', outlet: ['institution'] },
    broadcast: { entry: 'misc', outlet: ['howpublished'] },
    book: { entry: 'book', outlet: ['publisher'] },
    chapter: { entry: 'incollection', outlet: ['booktitle'] },
    interview: { entry: 'misc', outlet: ['howpublished'] },
    speech: { entry: 'misc', outlet: ['howpublished'] },
    legislation: { entry: 'misc', outlet: ['howpublished'] },
    document: { entry: 'misc', outlet: ['howpublished'] },
  }
/** What tells a newspaper from a journal, and a report from a technical one. */
const subtypes: Readonly<Partial<Record<CslType, readonly [string, string]>>> = {
  'article-newspaper': ['entrysubtype', 'newspaper'],
  'article-magazine': ['entrysubtype', 'magazine'],
  report: ['type', 'Report'],
}
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** One entry, with a line break at its end. */
export function formatBibtex(item: CitedItem): string {
  const { entry, outlet } = entryTypes[item.type]
  const isOfStory = item.told.kind !== 'source'
  const subtype = subtypes[item.type]
  const container = item.container === null ? '' : isOfStory ? `In: ${item.container}` : item.container
  const fields: readonly (readonly [string, string])[] = [
    ['author', item.authors.map(formatName).join(' and ')],
    // Twice in braces: letters keep their case.
    ['title', `{${texText(item.title)}}`],
    ...(isOfStory ? ['titleaddon', 'howpublished'] : outlet).map(
      (name) => [name, texText(container)] as const,
    ),
    ...(subtype === undefined ? [] : [subtype]),
    ...dateFields(item.issued),
    ['eventdate', isoText(item.eventDate?.date ?? null)],
    ['version', texText(item.version ?? '')],
    ['url', texUrl(item.url ?? '')],
    ['language', item.language === null ? '' : texText(formatLanguage(item.language))],
    ['abstract', texText(item.abstract ?? '')],
    ['note', texText([...unwrittenDate(item.issued), ...item.remarks].join(' '))],
    ['annotation', texText(item.notes.join(' '))],
  ]
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = ${wrap(value)}`)
  return `@${entry}{${item.key},\n${lines.join(',\n')},\n}\n`
}

/** The name of a month is a word that BibTeX knows; all else stands in braces. */
function wrap(value: string): string {
  return months.includes(value) ? value : `{${value}}`
}

function dateFields(date: FuzzyDate | null): readonly (readonly [string, string])[] {
  if (date === null) return []
  const known = knownYear(date)
  return [
    ['date', isoText(date)],
    ...(known === null ? [] : [['year', String(known.year).padStart(4, '0')] as const]),
    ...(known === null || known.month === null ? [] : [['month', months[known.month - 1] ?? ''] as const]),
  ]
}

/** As BibLaTeX reads it; empty for what it, or a reader of its files, does not read: one of several days, an open start. */
function isoText(date: FuzzyDate | null): string {
  if (date === null || date.level === 2 || (date.kind === 'span' && date.start.kind !== 'moment')) return ''
  return date.edtf
}

/** The words of a date of issue for which there is no field. */
function unwrittenDate(date: FuzzyDate | null): readonly string[] {
  return date === null || isoText(date) !== '' ? [] : [`Issued ${lowerFirst(formatDateWords(date))}.`]
}

/** "Doe, Jane". */
function formatName(name: PersonName): string {
  if ('literal' in name) return `{${texText(name.literal)}}`
  return [name.family, ...(name.given === undefined ? [] : [name.given])].map(formatNamePart).join(', ')
}

/** Words that each begin with a capital; all else would be cut at an "and", a comma or a particle, and stands in braces. */
const PLAIN_NAME = /^\p{Lu}[\p{L}\p{M}.’-]*(?: \p{Lu}[\p{L}\p{M}.’-]*)*$/u

function formatNamePart(part: string): string {
  return PLAIN_NAME.test(part) && !/^and$/i.test(part) ? part : `{${texText(part)}}`
}

/**
 * How is an item written as a RIS record? Each tag stands on a line of its own and ends with CR LF, as the format asks.
 * A date is as exact there as it is known; its words stand in a note.
 */
import type { CslType, PersonName } from '../story/story.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { lowerFirst } from '../wording/phrase.ts'
import { exactParts, knownYear } from './citedDate.ts'
import type { CitedItem } from './citedItem.ts'

const types: Readonly<Record<CslType, string>> = {
  article: 'ELEC',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  post: 'ELEC',
  report: 'RPRT',
  broadcast: 'VIDEO',
  book: 'BOOK',
  chapter: 'CHAP',
  interview: 'GEN',
  speech: 'GEN',
  legislation: 'STAT',
  document: 'GEN',
}

/** One record, with a line break at its end. */
export function formatRis(item: CitedItem): string {
  const outlet = item.type === 'book' || item.type === 'report' ? 'PB' : 'T2'
  const lines: readonly (readonly [string, string])[] = [
    ['TY', types[item.type]],
    ['ID', item.key],
    ...item.authors.map((name) => ['AU', formatName(name)] as const),
    ['TI', item.title],
    [outlet, item.container ?? ''],
    ...dateLines(item.issued),
    ['ET', item.version ?? ''],
    ['LA', item.language ?? ''],
    ['AB', item.abstract ?? ''],
    ...[...dateNotes(item), ...nameNotes(item.authors), ...item.remarks, ...item.notes].map(
      (note) => ['N1', note] as const,
    ),
    ['UR', item.url ?? ''],
  ]
  const written = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\r\n`)
  return `${written.join('')}ER  - \r\n`
}

function dateLines(date: FuzzyDate | null): readonly (readonly [string, string])[] {
  const known = date === null ? null : knownYear(date)
  if (date === null || known === null) return []
  const day = exactParts(date)
  const [, month = known.month, dayOfMonth = null] = day?.length === 1 ? (day[0] ?? []) : []
  const parts = [String(known.year).padStart(4, '0'), twoDigits(month), twoDigits(dayOfMonth), '']
  return [['PY', parts[0] ?? ''], ...(month === null ? [] : [['DA', parts.join('/')] as const])]
}

function twoDigits(part: number | null): string {
  return part === null ? '' : String(part).padStart(2, '0')
}

/** What the numbers do not say. */
function dateNotes({ issued }: CitedItem): readonly string[] {
  if (issued === null || exactParts(issued)?.length === 1) return []
  return [`Issued ${lowerFirst(formatDateWords(issued))}.`]
}

/** A comma parts family and given name, so that a name with one of its own is said once more. */
function nameNotes(authors: readonly PersonName[]): readonly string[] {
  return authors.flatMap((name) =>
    'literal' in name && name.literal.includes(',') ? [`Author as written: ${name.literal}`] : [],
  )
}

function formatName(name: PersonName): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`
}

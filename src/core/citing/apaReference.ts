/**
 * How is an item listed in the style of the American Psychological Association (7th edition)? As plain text, without
 * italics. What is no work of its own is described in brackets after its title, as that style does.
 *
 *   Doe, J. (2026, May 13). Title. Outlet. https://…
 *   Title [Event: on some day in April 2026]. (2026, November 27). Story. https://…
 */
import type { PersonName } from '../story/story.ts'
import type { CitedItem, Told } from './citedItem.ts'
import { formatYearFirst } from './plainDate.ts'

/** One paragraph; an address stands at its end without a full stop. */
export function formatApaReference(item: CitedItem): string {
  const { told, issued, authors, url } = item
  const date = `(${issued === null ? 'n.d.' : formatYearFirst(issued)})`
  const title = `${item.title}${describe(told)}`
  const head = authors.length === 0 ? [title, date] : [formatAuthors(authors), date, title]
  const place = told.kind === 'statement' ? [`In “${told.eventTitle}” (${told.when})`] : []
  const outlet = item.container === null ? [] : [item.container]
  const sentences = [...head, ...place, ...outlet].map(stop)
  return [...sentences, ...(url === null ? [] : [url]), ...citedIn(told)].join(' ')
}

function describe(told: Told): string {
  switch (told.kind) {
    case 'event':
      return ` [Event: ${told.when}]`
    case 'statement':
      return ` [Statement, known through: ${told.chain}]`
    case 'view':
      return told.shown === '' ? '' : ` [Timeline, filtered. ${told.shown}]`
    case 'source':
      return ''
  }
}

/** Through what the reader knows of it. */
function citedIn(told: Told): readonly string[] {
  if (told.kind !== 'source' || told.citedIn === null) return []
  const { title, revised, address } = told.citedIn
  return [`(as cited in ${title}, ${formatYearFirst(revised)}, ${address})`]
}

/** A full stop, unless it ends like a sentence. */
function stop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

/** All of twenty; of more the first nineteen and the last. */
function formatAuthors(authors: readonly PersonName[]): string {
  const names = authors.map(formatName)
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${names.at(-1) ?? ''}`
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1) ?? ''}`
}

function formatName(name: PersonName): string {
  if ('literal' in name) return name.literal
  return name.given === undefined ? name.family : `${name.family}, ${initials(name.given)}`
}

/** "J. M." of "Jane Mary", "J.-P." of "Jean-Paul". */
function initials(given: string): string {
  return given
    .split(' ')
    .map((part) =>
      part
        .split('-')
        .filter((piece) => piece !== '')
        .map((piece) => `${[...piece][0] ?? ''}.`)
        .join('-'),
    )
    .filter((part) => part !== '')
    .join(' ')
}

/**
 * How is an item cited in a note, in the style of the Chicago Manual (17th edition)? As plain text, without italics.
 *
 *   Jane Doe, “Title,” Outlet, May 13, 2026, https://…
 *   “Title” (on some day in April 2026), in “Story,” last modified November 27, 2026, https://…
 */
import type { PersonName } from '../story/story.ts'
import type { CitedItem, Told } from './citedItem.ts'
import { formatMonthFirst } from './plainDate.ts'

/** One paragraph, ending with a full stop. */
export function formatChicagoNote(item: CitedItem): string {
  const { told, url, issued } = item
  const end = url === null ? [] : [url]
  if (told.kind === 'source') {
    const date = issued === null ? 'n.d.' : formatMonthFirst(issued)
    const cited =
      told.citedIn === null
        ? []
        : [
            `cited in ${quoteBefore(told.citedIn.title)}`,
            `last modified ${formatMonthFirst(told.citedIn.revised)}`,
            told.citedIn.address,
          ]
    const title = told.isDescribed ? item.title.slice(1, -1) : item.title
    return close([
      ...(item.authors.length === 0 ? [] : [formatAuthors(item.authors)]),
      told.isDescribed ? title : quoteBefore(title),
      ...(item.container === null ? [] : [item.container]),
      date,
      ...end,
      ...cited,
    ])
  }
  const modified = issued === null ? [] : [`last modified ${formatMonthFirst(issued)}`]
  return [close([...lead(item, told), ...modified, ...end]), ...describeWords(told)].join(' ')
}

function lead({ title, container }: CitedItem, told: Exclude<Told, { kind: 'source' }>): readonly string[] {
  const story = container === null ? [] : [`in ${quoteBefore(container)}`]
  switch (told.kind) {
    case 'event':
      return [`${quote(title)} (${told.when})`, ...story]
    case 'view':
      return [quoteBefore(title), ...(told.shown === '' ? [] : [`filtered (${told.shown})`])]
    case 'statement':
      return [told.speaker ?? 'Speaker not named', `in ${quote(told.eventTitle)} (${told.when})`, ...story]
  }
}

/** A quotation is a sentence of its own, to the letter: no comma takes the place of its full stop. */
function describeWords(told: Told): readonly string[] {
  if (told.kind !== 'statement') return []
  const said = told.isQuotation ? `“${told.text}”` : `In paraphrase: ${stop(told.text)}`
  return [said, stop(told.wording), `How this is known: ${stop(told.chain)}`]
}

/** Parts are parted by commas; one that has its comma inside its quotation marks needs no other. */
function close(parts: readonly string[]): string {
  const text = parts
    .map((part, i) => (i === parts.length - 1 ? part : part.endsWith(',”') ? `${part} ` : `${part}, `))
    .join('')
  return stop(text)
}

function stop(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

function quote(text: string): string {
  return `“${nest(text)}”`
}

/** With the comma that follows it inside, in the place of a full stop. */
function quoteBefore(text: string): string {
  return `“${trimStop(nest(text))},”`
}

/** Quotation marks within quotation marks are single ones. */
function nest(text: string): string {
  return text
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/g, '‘$1’')
}

function trimStop(text: string): string {
  return /[^.]\.$/.test(text) && !/\b\p{Lu}\.$/u.test(text) ? text.slice(0, -1) : text
}

/** All of three, the first of more. */
function formatAuthors(authors: readonly PersonName[]): string {
  const names = authors.map((name) =>
    'literal' in name
      ? name.literal
      : name.given === undefined
        ? name.family
        : `${name.given} ${name.family}`,
  )
  if (names.length > 3) return `${names[0] ?? ''} et al.`
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`
}

/**
 * How is an item written as CSL-JSON, as the schema of CSL 1.0.2 has it?
 *
 * That schema's dates are years, months and days, with a sign for "about"; EDTF, which its text speaks of, was left to a
 * later version. So a date that those can say stands in `date-parts`; any other is words in `literal`, which every
 * program prints as they are, and its EDTF stands under `custom`, CSL's place for what it has no field for.
 */
import { formatDateWords } from '../wording/dateWords.ts'
import { lowerFirst } from '../wording/phrase.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import type { PersonName } from '../story/story.ts'
import { exactParts, partsOfMoment, type DateParts } from './citedDate.ts'
import type { CitedItem } from './citedItem.ts'
import { isSaidByParts } from './edtfNotes.ts'

export type CslDate =
  { readonly 'date-parts': readonly DateParts[]; readonly circa?: true } | { readonly literal: string }

export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly author?: readonly PersonName[]
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly 'event-date'?: CslDate
  readonly URL?: string
  readonly language?: string
  readonly version?: string
  readonly abstract?: string
  readonly note?: string
  readonly custom?: { readonly edtf: Readonly<Record<string, string>> }
}

/** A list of one item, indented, with a line break at its end. */
export function formatCslJson(item: CitedItem): string {
  return `${JSON.stringify([buildCslItem(item)], null, 2)}\n`
}

export function buildCslItem(item: CitedItem): CslItem {
  const { key, type, title, authors, container, issued, eventDate, url } = item
  const edtf = Object.fromEntries(
    [['issued', issued] as const, ['event-date', eventDate?.date ?? null] as const].flatMap(([name, date]) =>
      date === null || isSaidByParts(date) ? [] : [[name, date.edtf] as const],
    ),
  )
  const note = [...item.remarks, ...item.notes].join(' ')
  return {
    id: key,
    type,
    title,
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(container === null ? {} : { 'container-title': container }),
    ...(issued === null ? {} : { issued: buildCslDate(issued, lowerFirst(formatDateWords(issued))) }),
    ...(eventDate === null ? {} : { 'event-date': buildCslDate(eventDate.date, eventDate.words) }),
    ...(url === null ? {} : { URL: url }),
    ...(item.language === null ? {} : { language: item.language }),
    ...(item.version === null ? {} : { version: item.version }),
    ...(item.abstract === null ? {} : { abstract: item.abstract }),
    ...(note === '' ? {} : { note }),
    ...(Object.keys(edtf).length === 0 ? {} : { custom: { edtf } }),
  }
}

function buildCslDate(date: FuzzyDate, words: string): CslDate {
  const exact = exactParts(date)
  if (exact !== null) return { 'date-parts': exact }
  const about = date.kind === 'moment' && date.isApproximate && !date.isUncertain ? partsOfMoment(date) : null
  if (about !== null) return { 'date-parts': [about], circa: true }
  return { literal: words }
}

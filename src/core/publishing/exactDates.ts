/**
 * What of a date may be told to a program that knows only whole days?
 * schema.org and feeds have ISO 8601 and no word for doubt, so that a date that is not exact is left to words, or told
 * as the time within which it certainly lies. Nothing here ever makes a day of a month.
 */
import { formatEdtf } from '../time/formatEdtf.ts'
import { outerExtent, type FuzzyDate, type SpanEnd } from '../time/fuzzyDate.ts'
import { DAY_MS } from '../time/units.ts'

/** A year of four digits, month and day; perhaps a time, with or without its zone. */
const exact = /^\d{4}-\d{2}-\d{2}(?:T[\d:]+(?:Z|[+-][\d:]+)?)?$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** The day, or the day and time, in ISO 8601; null: less is known, or it is doubted. */
export function exactDate(date: FuzzyDate): string | null {
  return date.kind === 'moment' && exact.test(date.edtf) ? date.edtf : null
}

/** The day alone, where it is known. */
export function exactDay(date: FuzzyDate): string | null {
  return exactDate(date)?.slice(0, 'YYYY-MM-DD'.length) ?? null
}

/** The exact days on which it began and ended; null where an end is not exact, or there is none. */
export function exactEnds(date: FuzzyDate): { readonly start: string | null; readonly end: string | null } {
  if (date.kind !== 'span') return { start: exactDate(date), end: null }
  return { start: exactEnd(date.start), end: exactEnd(date.end) }
}

function exactEnd(end: SpanEnd): string | null {
  return end.kind === 'moment' ? exactDate(end.moment) : null
}

/**
 * "2026-04-01/2026-05-12", both days included: the time within which all of it certainly lies. "2026-04-07" where that
 * is one day, ".." for an end that lies open. null: an estimate, doubted, without either bound, over without anybody
 * saying when, or beyond the years that ISO 8601 writes without agreement.
 */
export function certainInterval(date: FuzzyDate): string | null {
  if (date.isApproximate || date.isUncertain) return null
  if (date.kind === 'span' && (date.start.kind === 'unknown' || date.end.kind === 'unknown')) return null
  const { startMs, endMs } = outerExtent(date)
  if (startMs === -Infinity && endMs === Infinity) return null
  const first = startMs === -Infinity ? '..' : dayOf(startMs)
  const last = endMs === Infinity ? '..' : dayOf(endMs - 1)
  if (first === null || last === null) return null
  return first === last ? first : `${first}/${last}`
}

function dayOf(ms: number): string | null {
  const text = formatEdtf(Math.floor(ms / DAY_MS) * DAY_MS)
  return day.test(text) ? text : null
}

/**
 * The moment that a feed orders by, in RFC 3339: the start of the day, in UTC; of a longer stretch that of its first
 * day, or of its last where it has no first. null: no bound, or none in years of four digits.
 */
export function feedMoment(date: FuzzyDate): string | null {
  const { startMs, endMs } = outerExtent(date)
  const ms = startMs === -Infinity ? endMs - 1 : startMs
  const text = Number.isFinite(ms) ? dayOf(ms) : null
  return text === null ? null : `${text}T00:00:00Z`
}

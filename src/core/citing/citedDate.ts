/**
 * How much of a date can be said in a format that has only years, months and days?
 * Nothing is made more exact than it is: what cannot be said is null, and stands in words beside it.
 */
import { dateFromCivilMs } from '../time/civilDay.ts'
import { outerExtent, type FuzzyDate, type MomentDate } from '../time/fuzzyDate.ts'

/** A year from 1 to 9999, its month, its day. */
export type DateParts = readonly [number] | readonly [number, number] | readonly [number, number, number]

const PLAIN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?[?~%]?$/

/** Of a moment that is written as a year, month or day; of a time of day its day. Doubt is left aside. */
export function partsOfMoment({ edtf, precision }: MomentDate): DateParts | null {
  const match = PLAIN.exec(edtf)
  if (match === null || precision === 'season' || precision === 'other') return null
  const [year, month, day] = match.slice(1).map((digits) => (digits === undefined ? null : Number(digits)))
  if (year === null || year === undefined || year < 1) return null
  if (month === null || month === undefined) return [year]
  return day === null || day === undefined ? [year, month] : [year, month, day]
}

/** Of a moment one, of a span with two plain ends both; null: the date says more or less than that, or is in doubt. */
export function exactParts(date: FuzzyDate): readonly DateParts[] | null {
  if (date.isApproximate || date.isUncertain) return null
  if (date.kind === 'moment') {
    const parts = partsOfMoment(date)
    return parts === null ? null : [parts]
  }
  if (date.kind === 'all' || date.start.kind !== 'moment' || date.end.kind !== 'moment') return null
  const start = partsOfMoment(date.start.moment)
  const end = partsOfMoment(date.end.moment)
  return start === null || end === null ? null : [start, end]
}

/** The year, 1 to 9999, in which all of it lies, and the month where all of it lies in one; null: in several. */
export function knownYear(date: FuzzyDate): { readonly year: number; readonly month: number | null } | null {
  const { startMs, endMs } = outerExtent(date)
  if (!Number.isFinite(endMs - startMs)) return null
  const first = dateFromCivilMs(startMs)
  const last = dateFromCivilMs(endMs - 1)
  if (first.year !== last.year || first.year < 1 || first.year > 9999) return null
  const isDoubted = date.isApproximate || date.isUncertain
  return { year: first.year, month: first.month === last.month && !isDoubted ? first.month : null }
}

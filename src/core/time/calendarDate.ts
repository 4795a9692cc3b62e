/**
 * What does one calendar date of EDTF say? Year, year and month, or year, month and day; with signs of doubt
 * (`?` `~` `%`), unspecified digits (`X`), seasons and other parts of a year, years before 1 BC.
 */
import { fail, succeed } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { daysInMonth } from './civilDay.ts'
import type { MomentDate, Precision } from './fuzzyDate.ts'
import { monthName } from './monthNames.ts'
import { qualifiersOf } from './qualifiers.ts'
import { findGrouping } from './subYearGroupings.ts'
import { findFittingDays, findFittingExtents, findFittingMonths } from './unspecifiedDigits.ts'
import type { DigitPattern } from './unspecifiedDigits.ts'

/** One sign before or after each component; one pass over the text, whatever it holds. */
const FORM = /^[?~%]?(-?)([\dX]{4})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?)?)?$/

/** One calendar date; the problem is a clause ("month 13 does not exist"), or null: not written as a calendar date. */
export function parseCalendarDate(text: string): Result<MomentDate, string | null> {
  const match = FORM.exec(text)
  if (match === null) return fail(null)
  const pattern: DigitPattern = {
    isNegative: match[1] === '-',
    year: match[2] ?? '',
    month: match[3] ?? null,
    day: match[4] ?? null,
  }
  const reason = findImpossiblePart(pattern)
  if (reason !== null) return fail(reason)
  const extents = findFittingExtents(pattern)
  if (extents.length === 0) return fail(explainNoDay(pattern))
  return succeed({
    kind: 'moment',
    edtf: text,
    level: findLevel(pattern, text),
    ...qualifiersOf(text),
    extents,
    precision: findPrecision(pattern),
  })
}

/** A part that cannot be, whatever the others are. */
function findImpossiblePart({ isNegative, year, month, day }: DigitPattern): string | null {
  if (isNegative && year === '0000') return 'year 0 has no sign'
  if (month === null) return null
  if (findGrouping(Number(month)) !== null) {
    return day === null ? null : `${month} stands for a part of a year, which has no day ${day}`
  }
  if (findFittingMonths(month).length === 0) {
    return month.includes('X') ? `no month is written ${month}` : `month ${month} does not exist`
  }
  if (day === null || findFittingDays(day, 31).length > 0) return null
  return day.includes('X') ? `no day of a month is written ${day}` : `day ${day} does not exist`
}

/** Why no day fits although each part alone could be. */
function explainNoDay({ isNegative, year, month, day }: DigitPattern): string {
  const months = findFittingMonths(month ?? 'XX')
  const name = months.map(monthName).join(' or ')
  if (months.length === 1 && !year.includes('X')) {
    const signedYear = isNegative ? -Number(year) : Number(year)
    return `${name} ${signedYear} has ${daysInMonth(signedYear, months[0] ?? 1)} days`
  }
  return `no ${name} of a year written ${isNegative ? '-' : ''}${year} has a day ${day ?? ''}`
}

/** The forms of unspecified digits that level 1 knows: one or two digits of a year; whole months; whole days. */
const LEVEL_1_DIGITS = /^(\d\d\dX|\d\dXX|\d{4}-XX|\d{4}-\d\d-XX|\d{4}-XX-XX)$/

function findLevel(pattern: DigitPattern, text: string): 0 | 1 | 2 {
  const digits = [pattern.year, pattern.month, pattern.day].filter((part) => part !== null).join('-')
  const isGroupingOfLevel2 = Number(pattern.month) >= 25
  const isQualifiedInside = /[?~%]./.test(text)
  const isUnspecified = digits.includes('X')
  if (isGroupingOfLevel2 || isQualifiedInside || (isUnspecified && !LEVEL_1_DIGITS.test(digits))) return 2
  return isUnspecified || pattern.isNegative || Number(pattern.month) > 12 || /[?~%]/.test(text) ? 1 : 0
}

/** A whole month or day left open keeps the precision of its place: 1985-04-XX is some *day* in April. */
function findPrecision({ year, month, day }: DigitPattern): Precision {
  if (month === null) return yearPrecisions[year.replace(/^\d+/, '')] ?? 'other'
  if (year.includes('X')) return 'other'
  if (Number(month) > 12) return 'season'
  if (day === null) return month === 'XX' || !month.includes('X') ? 'month' : 'other'
  return /^(\d\d-\d\d|\d\d-XX|XX-XX)$/.test(`${month}-${day}`) ? 'day' : 'other'
}

/** By the unspecified digits at the right end of a year. */
const yearPrecisions: Readonly<Record<string, Precision>> = {
  '': 'year',
  X: 'decade',
  XX: 'century',
  XXX: 'millennium',
}

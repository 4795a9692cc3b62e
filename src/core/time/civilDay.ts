/**
 * Which day is it? Between a calendar date (year, month, day) and a position on the civil time line.
 *
 * JavaScript's Date is not used: `Date.UTC` adds 1900 to the years 0 to 99, and Date ends at ±271,821 years.
 * The arithmetic counts years from 1 March, so that the leap day comes last and month lengths repeat in a
 * fixed pattern (Howard Hinnant, "chrono-compatible low-level date algorithms"). 400 years always have
 * 146,097 days.
 */
import { DAY_MS } from './units.ts'
import type { CivilMs } from './units.ts'

/** A day of the proleptic Gregorian calendar. */
export interface CivilDate {
  /** Astronomical: 0 is 1 BC, -43 is 44 BC. */
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to the length of the month */
  readonly day: number
}

const DAYS_IN_400_YEARS = 146_097
/** From 0000-03-01, where this count starts, to 1970-01-01, where civil time starts. */
const DAYS_TO_1970 = 719_468

/** Years divisible by 4, but of the centuries only those divisible by 400. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** 28 to 31. @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Days since 1970-01-01; negative before it. Exact for years up to ±10^13.
 * @param month 1 is January; 13 is January of the following year, and so on
 * @param day 1 is the first; days beyond the month run on into the next
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const monthFromMarch = (((month - 3) % 12) + 12) % 12
  const yearFromMarch = year + Math.floor((month - 3) / 12)
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970
}

/** The calendar date `days` after 1970-01-01. @param days a whole number, negative before 1970 */
export function civilFromDays(days: number): CivilDate {
  const sinceMarch = days + DAYS_TO_1970
  const era = Math.floor(sinceMarch / DAYS_IN_400_YEARS)
  const dayOfEra = sinceMarch - era * DAYS_IN_400_YEARS
  const leapDays =
    Math.floor(dayOfEra / 1460) -
    Math.floor(dayOfEra / 36_524) +
    Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1))
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** The start (00:00) of a day. Exact to the ms up to ±290 million years; to a few hours at ±10^12. */
export function civilMsFromDate(year: number, month = 1, day = 1): CivilMs {
  return daysFromCivil(year, month, day) * DAY_MS
}

/** Whole days since 1970-01-01 at a finite civil time. */
export function dayOfCivilMs(ms: CivilMs): number {
  // Far out, ms / DAY_MS may round to just below the day whose start `ms` is; then the nearest day is it.
  const nearest = Math.round(ms / DAY_MS)
  return nearest * DAY_MS === ms ? nearest : Math.floor(ms / DAY_MS)
}

/** The calendar date that holds a finite civil time. */
export function dateFromCivilMs(ms: CivilMs): CivilDate {
  return civilFromDays(dayOfCivilMs(ms))
}

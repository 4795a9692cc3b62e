/** Days of the calendar from the year 0 on; says the same as civilDay.ts in core/time, whose formulas these are. */

const DAYS_IN_400_YEARS: i32 = 146_097
/** From 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970: i32 = 719_468
const DAY_MS: f64 = 86_400_000

/** First moment of a day that is counted from 1970-01-01. */
export function msOfDay(day: i32): f64 {
  return (day as f64) * DAY_MS
}

/** 28 to 31. @param month 1 to 12 */
export function daysInMonth(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
}

/** Days since 1970-01-01. @param month 1 is January, 13 January of the following year, and so on */
export function daysFromCivil(year: i32, month: i32, day: i32): i32 {
  const monthFromMarch = (month + 9) % 12
  // 400 years later, so that nothing is negative.
  const yearFromMarch = 400 + year + (month < 3 ? -1 : (month - 3) / 12)
  const era = yearFromMarch / 400
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
  const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return (era - 1) * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970
}

/** First moment of the month that holds another, or of the month after it. @param later 0 or 1 */
export function monthStart(timeMs: f64, later: i32): f64 {
  const first = firstOfMonth(floor(timeMs / DAY_MS) as i32)
  // The 41st day of a month lies in the next one.
  return msOfDay(later == 0 ? first : firstOfMonth(first + 40))
}

function firstOfMonth(day: i32): i32 {
  const sinceMarch = day + DAYS_TO_1970 + DAYS_IN_400_YEARS
  const dayOfEra = sinceMarch % DAYS_IN_400_YEARS
  const leapDays = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / (DAYS_IN_400_YEARS - 1)
  const yearOfEra = (dayOfEra - leapDays) / 365
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  const monthFromMarch = (5 * dayOfYear + 2) / 153
  return day - (dayOfYear - (153 * monthFromMarch + 2) / 5)
}

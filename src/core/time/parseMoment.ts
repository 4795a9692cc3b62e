/** What does a single date say: a calendar date, one with a clock time, or a year in one of its long forms? */
import { fail, succeed } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { parseCalendarDate } from './calendarDate.ts'
import { parseDateTime } from './clockTime.ts'
import type { MomentDate } from './fuzzyDate.ts'
import { parseLongYear } from './longYear.ts'
import { readPlainDate } from './plainDate.ts'

/** One date that is neither an interval nor a set; the problem is a clause that follows "… is not a date: ". */
export function parseMoment(text: string): Result<MomentDate, string> {
  const plain = readPlainDate(text)
  if (plain) return succeed(plain)
  for (const parseForm of [parseCalendarDate, parseLongYear, parseDateTime]) {
    const result = parseForm(text)
    if (result.ok) return result
    if (result.problem !== null) return fail(result.problem)
  }
  return fail(guessMistake(text))
}

/** Nothing fitted: which of the usual slips is it? */
function guessMistake(text: string): string {
  if (text === '') return 'it is empty'
  if (/\s/.test(text)) return 'it has a space in it'
  if (/^\d{8}$/.test(text)) return 'it lacks the hyphens of 2026-04-07'
  if (/^-?\d{5,}$/.test(text)) return 'a year of more than four digits begins with Y'
  if (/^-?\d{1,3}(-|$)/.test(text)) return 'a year has four digits'
  if (/^-?[\dX]{4}-\d(-|$)/.test(text)) return 'a month has two digits'
  if (/^-?[\dX]{4}-[\dX]{2}-\d$/.test(text)) return 'a day has two digits'
  return 'a date looks like 2026, 2026-04 or 2026-04-07'
}

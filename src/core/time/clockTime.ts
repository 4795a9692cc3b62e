/**
 * Where does a date with a clock time lie? At the time as written, in the place where it was written.
 *
 * `Z` and offsets are checked and kept in the text, and never move the date: "7 April, 23:20 in New York"
 * stays on 7 April for every reader. Two times with different offsets are therefore placed by what the clocks
 * showed, not by which came first.
 *
 * Seconds may be left out, as ISO 8601-1 allows and news often must.
 */
import { fail, succeed } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { parseCalendarDate } from './calendarDate.ts'
import { outerExtent } from './fuzzyDate.ts'
import type { MomentDate } from './fuzzyDate.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './units.ts'

const FORM = /^(\d{2}):(\d{2})(?::(\d{2}))?(?:Z|[+-](\d{2})(?::(\d{2}))?)?$/

/** A day, `T` and a time; the problem is a clause, or null: there is no `T` in it. */
export function parseDateTime(text: string): Result<MomentDate, string | null> {
  const cut = text.indexOf('T')
  if (cut < 0) return fail(null)
  const dayText = text.slice(0, cut)
  if (!/^-?\d{4}-\d{2}-\d{2}$/.test(dayText))
    return fail('a clock time follows a whole day: 2026-04-07T05:00')
  const day = parseCalendarDate(dayText)
  if (!day.ok) return day
  const match = FORM.exec(text.slice(cut + 1))
  if (match === null) return fail('a clock time is written 05:00 or 05:00:30, then perhaps Z or +09:00')
  const [, hour = '', minute = '', second = '00', offsetHour = '00', offsetMinute = '00'] = match
  if (Number(hour) > 23) return fail(`hour ${hour} does not exist`)
  if (Number(minute) > 59) return fail(`minute ${minute} does not exist`)
  if (Number(second) > 59) return fail(`second ${second} does not exist`)
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return fail('no clock is that far from UTC')
  const dayStartMs = outerExtent(day.value).startMs
  const startMs =
    dayStartMs + Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * SECOND_MS
  const isToTheSecond = match[3] !== undefined
  return succeed({
    ...day.value,
    edtf: text,
    extents: [{ startMs, endMs: startMs + (isToTheSecond ? SECOND_MS : MINUTE_MS) }],
    precision: isToTheSecond ? 'second' : 'minute',
  })
}

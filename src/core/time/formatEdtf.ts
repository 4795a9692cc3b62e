/** How is a position on the time line written as EDTF, for links and fields? */
import { civilMsFromDate, dateFromCivilMs } from './civilDay.ts'
import type { CivilMs } from './units.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './units.ts'

/**
 * "2026-04-07" at midnight, else "2026-04-07T05:00:00"; parts of a second are dropped. A year before 1 BC
 * is "-0043-03-15". EDTF has no days in years of more than four digits: those are cut to the year, "Y12345".
 * @param ms finite
 */
export function formatEdtf(ms: CivilMs): string {
  if (!Number.isFinite(ms)) throw new Error(`no date to write: ${ms}`)
  const { year, month, day } = dateFromCivilMs(ms)
  if (Math.abs(year) > 9999) return `Y${year}`
  const date = `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const msOfDay = ms - civilMsFromDate(year, month, day)
  if (msOfDay < SECOND_MS) return date
  const hour = Math.floor((msOfDay % DAY_MS) / HOUR_MS)
  const minute = Math.floor((msOfDay % HOUR_MS) / MINUTE_MS)
  const second = Math.floor((msOfDay % MINUTE_MS) / SECOND_MS)
  return `${date}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** How is a clock time said? As the source wrote it, zone and all: "7 April 2026, 23:20 UTC+9". */
import { civilMsFromDate } from '../time/civilDay.ts'
import type { MomentDate } from '../time/fuzzyDate.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/units.ts'
import type { CivilMs } from '../time/units.ts'
import { formatPoint, isSamePoint, pointAt } from './calendarPoint.ts'

/** Whether the date is written to the minute or second. */
export function hasClock(moment: MomentDate): boolean {
  return moment.precision === 'second' || moment.precision === 'minute'
}

/** "7 April 2026, 05:00". @param zone as `zoneOf` gives it */
export function formatClockPoint(ms: CivilMs, zone: string, hiddenYear: number | null): string {
  return `${formatPoint(pointAt(ms, 'day'), hiddenYear)}, ${formatClock(ms)}${zone}`
}

/** "05:00 to 07:00 on 7 April 2026", or both with their days. Zones as `zoneOf` gives them. */
export function formatClockRange(
  first: { readonly ms: CivilMs; readonly zone: string },
  last: { readonly ms: CivilMs; readonly zone: string },
  hiddenYear: number | null,
): string {
  const day = pointAt(first.ms, 'day')
  if (!isSamePoint(day, pointAt(last.ms, 'day'))) {
    const start = formatClockPoint(first.ms, first.zone, hiddenYear)
    return `${start}, to ${formatClockPoint(last.ms, last.zone, hiddenYear)}`
  }
  const firstZone = first.zone === last.zone ? '' : first.zone
  const times = `${formatClock(first.ms)}${firstZone} to ${formatClock(last.ms)}${last.zone}`
  return `${times} on ${formatPoint(day, hiddenYear)}`
}

/** " UTC", " UTC+9", " UTC−3:30", or nothing where the text names no zone. @param edtf a date with a clock time */
export function zoneOf(edtf: string): string {
  const match = /T[\d:]+(?:(Z)|([+-])(\d\d)(?::(\d\d))?)$/.exec(edtf)
  if (match === null) return ''
  const [, zulu, sign, hours = '', minutes = '00'] = match
  if (zulu !== undefined) return ' UTC'
  return ` UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/** "05:00"; with seconds only where there are some. */
function formatClock(ms: CivilMs): string {
  const { year, month, day } = pointAt(ms, 'day')
  const msOfDay = ms - civilMsFromDate(year, month ?? 1, day ?? 1)
  const seconds = Math.floor((msOfDay % MINUTE_MS) / SECOND_MS)
  const parts = [Math.floor(msOfDay / HOUR_MS), Math.floor((msOfDay % HOUR_MS) / MINUTE_MS)]
  return [...parts, ...(seconds === 0 ? [] : [seconds])]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

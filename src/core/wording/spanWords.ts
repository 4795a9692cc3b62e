/**
 * How is it said that something lasted? Its two ends are said as they are known; "still so" (`..`) and
 * "end unknown" (nothing after the slash) are different things and never sound alike.
 */
import { outerExtent } from '../time/fuzzyDate.ts'
import type { MomentDate, SpanDate } from '../time/fuzzyDate.ts'
import { formatPoint, formatRange, isSamePoint, pointAt } from './calendarPoint.ts'
import type { CalendarPoint } from './calendarPoint.ts'
import { formatClockRange, hasClock, zoneOf } from './clockWords.ts'
import { doubtWords, findMomentName } from './momentName.ts'
import { describeMoment } from './momentWords.ts'
import { phrase } from './phrase.ts'
import type { Phrase } from './phrase.ts'

/** @param hiddenYear the year the reader knows already; null: none */
export function describeSpan({ start, end }: SpanDate, hiddenYear: number | null): Phrase {
  if (start.kind === 'moment' && end.kind === 'moment')
    return describeBothEnds(start.moment, end.moment, hiddenYear)
  if (start.kind === 'moment') {
    const words = describeEnd(start.moment, hiddenYear)
    if (end.kind === 'open') return { full: `since ${words}, still so`, short: `from ${words}` }
    return phrase('from ', `${words}, end unknown`)
  }
  if (end.kind !== 'moment') return phrase('', 'at an unknown time')
  const words = describeEnd(end.moment, hiddenYear)
  if (start.kind === 'unknown') return phrase('', `until ${words}, start unknown`)
  return { full: `until ${words}, with no start`, short: `until ${words}` }
}

function describeBothEnds(start: MomentDate, end: MomentDate, hiddenYear: number | null): Phrase {
  const first = findPlainPoint(start)
  const last = findPlainPoint(end)
  if (first !== null && last !== null) {
    if (isSamePoint(first, last)) return phrase('within ', formatPoint(last, hiddenYear))
    return phrase('from ', formatRange(first, last, hiddenYear))
  }
  if (isPlainClock(start) && isPlainClock(end)) {
    const [from, to] = [start, end].map((moment) => ({
      ms: outerExtent(moment).startMs,
      zone: zoneOf(moment.edtf),
    }))
    if (from !== undefined && to !== undefined) return phrase('from ', formatClockRange(from, to, hiddenYear))
  }
  return phrase('from ', `${describeEnd(start, hiddenYear)} to ${describeEnd(end, hiddenYear)}`)
}

/** An end that is one undoubted day, month or year, so that two of them can share a month and a year. */
function findPlainPoint(moment: MomentDate): CalendarPoint | null {
  const { precision } = moment
  if (precision !== 'day' && precision !== 'month' && precision !== 'year') return null
  if (doubtWords(moment) !== '' || findMomentName(moment, null) === null) return null
  return pointAt(outerExtent(moment).startMs, precision)
}

function isPlainClock(moment: MomentDate): boolean {
  return hasClock(moment) && doubtWords(moment) === ''
}

function describeEnd(moment: MomentDate, hiddenYear: number | null): string {
  return findMomentName(moment, hiddenYear) ?? describeMoment(moment, [], hiddenYear).short
}

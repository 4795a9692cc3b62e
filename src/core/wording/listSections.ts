/** Under which headings does the list group events that stand in reading order? */
import type { EventBrief } from '../story/eventBrief.ts'
import { readingPeriod } from '../time/readingPeriod.ts'
import {
  formatPoint,
  formatRange,
  isSamePoint,
  pointsOf,
  unitOf,
  type CalendarPoint,
} from './calendarPoint.ts'
import { formatDateWords } from './dateWords.ts'
import { NO_REPORT_DATE } from './reportWords.ts'

/** "April 2026", "April or May 2026", "Not later than 12 May 2026", "No date". */
export function formatSection(event: Pick<EventBrief, 'when' | 'asReported'>): string {
  if (event.when === null) return event.asReported === undefined ? 'No date' : NO_REPORT_DATE
  const period = readingPeriod(event.when.date)
  if (period === null || !Number.isFinite(period.endMs))
    return formatDateWords(event.when.date, event.when.derived)
  const [first, last] = pointsOf(period, unitOf(period) === 'year' ? 'year' : 'month')
  if (isSamePoint(first, last)) return formatPoint(first)
  return isNextMonth(first, last)
    ? formatRange(first, last).replace(' to ', ' or ')
    : formatRange(first, last)
}

function isNextMonth(first: CalendarPoint, last: CalendarPoint): boolean {
  if (first.month === null || last.month === null) return false
  return last.year * 12 + last.month - (first.year * 12 + first.month) === 1
}

/** How is a date said in a footnote or a list of references, in the order that its style wants? */
import { monthName } from '../time/monthNames.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { formatDateWords } from '../wording/dateWords.ts'
import { lowerFirst } from '../wording/phrase.ts'
import { exactParts } from './citedDate.ts'

/** "May 13, 2026", "May 2026", "2026"; what is known less well in words: "not later than 12 May 2026". */
export function formatMonthFirst(date: FuzzyDate): string {
  const [year, month, day] = onlyParts(date)
  if (year === undefined) return lowerFirst(formatDateWords(date))
  if (month === undefined) return String(year)
  return day === undefined ? `${monthName(month)} ${year}` : `${monthName(month)} ${day}, ${year}`
}

/** "2026, May 13", "2026, May", "2026"; otherwise in words. */
export function formatYearFirst(date: FuzzyDate): string {
  const [year, month, day] = onlyParts(date)
  if (year === undefined) return lowerFirst(formatDateWords(date))
  if (month === undefined) return String(year)
  return `${year}, ${monthName(month)}${day === undefined ? '' : ` ${day}`}`
}

/** Empty where it is no plain year, month or day. */
function onlyParts(date: FuzzyDate): readonly number[] {
  const parts = exactParts(date)
  return parts?.length === 1 ? (parts[0] ?? []) : []
}

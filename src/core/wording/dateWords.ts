/** How is a date said to a reader: as a sentence beside an event, or in a row of a list? */
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { describeAll } from './allWords.ts'
import type { DerivedBounds } from './boundWords.ts'
import { describeMoment } from './momentWords.ts'
import { capitalise } from './phrase.ts'
import type { Phrase } from './phrase.ts'
import { describeSpan } from './spanWords.ts'

/**
 * "On some day in April 2026", "Since 7 April 2026, still so": begins with a capital, no full stop.
 * @param derived bounds that the story's author worked out
 */
export function formatDateWords(date: FuzzyDate, derived: DerivedBounds = []): string {
  return capitalise(describeDate(date, derived, null).full)
}

/**
 * "some day in April", "not later than 12 May": for a row, begins with a small letter where the word allows.
 * Of two bounds it says the one that a source gives.
 * @param contextYear year of the heading above the row; it is not said again
 */
export function formatDateShort(date: FuzzyDate, derived: DerivedBounds = [], contextYear?: number): string {
  return describeDate(date, derived, contextYear ?? null).short
}

function describeDate(date: FuzzyDate, derived: DerivedBounds, hiddenYear: number | null): Phrase {
  if (date.kind === 'span') return describeSpan(date, hiddenYear)
  return date.kind === 'all' ? describeAll(date, hiddenYear) : describeMoment(date, derived, hiddenYear)
}

/** What does an entry note of a date that its own fields cannot say? Its EDTF, for programs that read it. */
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { formatEdtfNote } from '../wording/citationWords.ts'
import { exactParts } from './citedDate.ts'

/** One sentence; none where year, month and day say all of it. */
export function formatEdtfNotes(
  of: 'issue' | 'the event' | 'the statement',
  date: FuzzyDate,
): readonly string[] {
  return isSaidByParts(date) ? [] : [formatEdtfNote(of, date)]
}

/** Written as EDTF the date would say no more. */
export function isSaidByParts(date: FuzzyDate): boolean {
  return date.level === 0 && exactParts(date) !== null && !date.edtf.includes('T')
}

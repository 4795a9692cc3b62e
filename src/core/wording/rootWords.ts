/** How is it said that several events go back to one report? */
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { formatDateShort } from './dateWords.ts'
import { formatSmallNumber } from './smallNumbers.ts'

/** "One root." and "Eight events go back to this report of 12 May 2026." @param date of the report's publication */
export function describeRoot(
  date: FuzzyDate | undefined,
  count: number,
): { readonly lead: string; readonly rest: string } {
  const of = date === undefined ? '' : ` of ${formatDateShort(date)}`
  return {
    lead: 'One root.',
    rest: `${formatSmallNumber(count)} ${count === 1 ? 'event goes' : 'events go'} back to this one report${of}.`,
  }
}

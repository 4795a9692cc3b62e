/** How is it said that accounts give other dates than the event's own? "by another account on 10 April 2026" */
import type { EventBrief } from '../story/eventBrief.ts'
import { otherDates } from '../story/otherDates.ts'
import { formatDateWords } from './dateWords.ts'
import { joinWords, lowerFirst } from './phrase.ts'

/** Empty where no account does, or none is at hand. */
export function formatOtherDates(event: Pick<EventBrief, 'when' | 'accounts'>): string {
  const dates = otherDates(event).map((date) => lowerFirst(formatDateWords(date)))
  return dates.length === 0 ? '' : `by another account ${joinWords(dates, 'or')}`
}

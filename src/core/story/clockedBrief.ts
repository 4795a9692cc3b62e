/**
 * How does an event stand when a story is told by one clock alone: by when things happened, or by when they were
 * reported?
 */
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import type { EventBrief } from './eventBrief.ts'

/** When it was reported; null: nobody says. A publication is reported when it is published. */
export function reportDateOf({
  when,
  reported,
  publishes,
}: Pick<EventBrief, 'when' | 'reported' | 'publishes'>): FuzzyDate | null {
  return publishes !== null && when !== null ? when.date : (reported?.date ?? null)
}

/** Without its report. */
export function briefAsHappened(brief: EventBrief): EventBrief {
  return brief.reported === null ? brief : { ...brief, reported: null }
}

/** By the date of its report. */
export function briefAsReported(brief: EventBrief): EventBrief {
  const date = reportDateOf(brief)
  const isPublication = brief.publishes !== null
  return {
    ...brief,
    when: date === null ? null : { date, derived: isPublication ? (brief.when?.derived ?? []) : [] },
    reported: null,
    // What accounts say of when it happened is told with the rest of the event.
    accounts: [],
    asReported: { happened: isPublication ? null : brief.when, isPublication },
  }
}

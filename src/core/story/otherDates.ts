/** Which dates do accounts of an event give beside the event's own? */
import { outerExtent, type Extent, type FuzzyDate } from '../time/fuzzyDate.ts'
import type { EventBrief } from './eventBrief.ts'
import type { TimelineEvent } from './story.ts'

/** In the order of the accounts, each date once; empty where the accounts are not at hand. */
export function otherDates({
  when,
  accounts = [],
}: Pick<EventBrief, 'when' | 'accounts'>): readonly FuzzyDate[] {
  const known = new Set([when?.date.edtf])
  return accounts.flatMap(({ date }) => {
    if (date === null || known.has(date.edtf)) return []
    known.add(date.edtf)
    return [date]
  })
}

/** From the earliest to the latest of them; an empty range where there are none. Ends without a limit do not count. */
export function otherExtent(event: Pick<EventBrief, 'when' | 'accounts'>): Extent {
  const bounds = otherDates(event)
    .map(outerExtent)
    .flatMap(({ startMs, endMs }) => [startMs, endMs].filter(Number.isFinite))
  return { startMs: Math.min(...bounds), endMs: Math.max(...bounds) }
}

/** The events with the accounts' dates forgotten, as a large story has them before an event is opened. */
export function forgetOtherDates(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return events.map((event) =>
    event.accounts.every(({ date }) => date === null)
      ? event
      : { ...event, accounts: event.accounts.map((account) => ({ ...account, date: null })) },
  )
}

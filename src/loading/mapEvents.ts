/** How are the events of a list seen otherwise? Each when it is asked for; those seen lately are kept. */
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { EventBrief, EventList } from '../core/story/eventBrief.ts'

/** Events that were read lately; what is on screen is asked for many times. */
const KEPT = 4096

/** @param rowBefore the row in `events` of each row of the list that is returned */
export function mapEvents(
  events: EventList,
  rowBefore: (row: EventRow) => EventRow,
  map: (brief: EventBrief) => EventBrief,
): EventList {
  const kept = new Map<EventRow, EventBrief>()
  return {
    length: events.length,
    at: (row) => {
      const known = kept.get(row)
      if (known !== undefined) return known
      const brief = events.at(rowBefore(row))
      if (brief === undefined) return undefined
      if (kept.size >= KEPT) kept.clear()
      const mapped = map(brief)
      kept.set(row, mapped)
      return mapped
    },
  }
}

/**
 * What changed in a story after a day? Its revisions are dated as fuzzily as anything else, so that some are after the
 * day for sure and some perhaps.
 */
import type { EventId } from '../base/brand.ts'
import { outerExtent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { dayOfCivilMs } from '../time/civilDay.ts'
import { DAY_MS, type CivilMs } from '../time/units.ts'
import type { Revision } from './story.ts'

export interface Change {
  readonly revision: Revision
  /** false: by its date it may be of that day, or of an earlier one. */
  readonly isSure: boolean
}

/** Newest first by the earliest day each can be of; of one day the later in the file first. */
export function orderRevisions(revisions: readonly Revision[]): readonly Revision[] {
  return revisions
    .map((revision) => ({ revision, startMs: outerExtent(revision.date).startMs }))
    .reverse()
    .sort((a, b) => (a.startMs === b.startMs ? 0 : a.startMs < b.startMs ? 1 : -1))
    .map(({ revision }) => revision)
}

/** Revisions after the day, newest first. Of the day itself is not after it. @param since a day, or as much as is known of it */
export function findChanges(revisions: readonly Revision[], since: FuzzyDate): readonly Change[] {
  const { startMs, endMs } = outerExtent(since)
  const firstDayOver = Number.isFinite(startMs) ? (dayOfCivilMs(startMs) + 1) * DAY_MS : startMs
  const lastDayOver = Number.isFinite(endMs) ? Math.ceil(endMs / DAY_MS) * DAY_MS : endMs
  return orderRevisions(revisions).flatMap((revision): Change[] => {
    const { date } = revision
    if (!(outerExtent(date).endMs > firstDayOver)) return []
    const isSure = !date.isApproximate && !date.isUncertain && lastSureMs(date) >= lastDayOver
    return [{ revision, isSure }]
  })
}

/** The changes of each event that one of them names, newest first; others are not in it. */
export function changesByEvent(changes: readonly Change[]): ReadonlyMap<EventId, readonly Change[]> {
  const found = new Map<EventId, Change[]>()
  for (const change of changes) {
    for (const event of new Set(change.revision.events)) {
      const known = found.get(event)
      if (known === undefined) found.set(event, [change])
      else known.push(change)
    }
  }
  return found
}

/** The earliest that its last moment can be: what was made over several days was not done before. */
function lastSureMs(date: FuzzyDate): CivilMs {
  if (date.kind === 'moment') return outerExtent(date).startMs
  if (date.kind === 'all') return date.extents[date.extents.length - 1]?.startMs ?? -Infinity
  const { start, end } = date
  if (end.kind === 'moment') return outerExtent(end.moment).startMs
  return start.kind === 'moment' ? outerExtent(start.moment).startMs : -Infinity
}

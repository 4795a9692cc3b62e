/** When did what stands on a page change last? Told by the story's revisions, never by the clock of the build. */
import type { EventId } from '../base/brand.ts'
import { orderRevisions } from '../story/findChanges.ts'
import type { Revision, StoryFrame } from '../story/story.ts'
import { outerExtent, type FuzzyDate } from '../time/fuzzyDate.ts'

type Dated = Pick<StoryFrame, 'published' | 'revised' | 'revisions'>

/** The date of the last revision that names an event; of an event that none names, that of the first publication. */
export function eventChanges({ published, revisions }: Dated): (id: EventId) => FuzzyDate {
  const lastOf = new Map<EventId, Revision>()
  for (const revision of orderRevisions(revisions))
    for (const id of revision.events) if (!lastOf.has(id)) lastOf.set(id, revision)
  return (id) => latest([published, ...(lastOf.has(id) ? [lastOf.get(id)?.date ?? published] : [])])
}

/** The date of the story's last change. */
export function storyChange({ published, revised, revisions }: Dated): FuzzyDate {
  return latest([published, revised, ...revisions.map(({ date }) => date)])
}

/** The one that begins last; of several that begin together the first. @param dates at least one */
export function latest(dates: readonly [FuzzyDate, ...(readonly FuzzyDate[])]): FuzzyDate {
  return dates.reduce((last, date) => (outerExtent(date).startMs > outerExtent(last).startMs ? date : last))
}

/** Which published reports do several events go back to? */
import type { SourceId } from '../base/brand.ts'
import type { EventRow } from '../indexing/eventIndex.ts'
import type { Story } from '../story/story.ts'

export interface Root {
  /** The event that is the publication. */
  readonly row: EventRow
  /** Events first reported by it; at least two, ascending. */
  readonly reported: readonly EventRow[]
}

/** Roots in row order. One event alone makes no root: a line through a single sheet says nothing. */
export function findRoots(story: Story): readonly Root[] {
  const bySource = new Map<SourceId, EventRow[]>()
  story.events.forEach((event, row) => {
    if (event.reported === null) return
    const rows = bySource.get(event.reported.source)
    if (rows === undefined) bySource.set(event.reported.source, [row])
    else rows.push(row)
  })
  return story.events.flatMap((event, row) => {
    const reported = event.publishes === null ? undefined : bySource.get(event.publishes)
    return reported !== undefined && reported.length > 1 ? [{ row, reported }] : []
  })
}

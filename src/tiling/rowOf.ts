/** What are the columns of one event? The same numbers as indexColumns.ts has for it, and its standing. */
import { DATE_KIND } from '../core/indexing/eventIndex.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import { standings } from '../core/story/storyFile.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import { outerExtent, type Extent, type FuzzyDate } from '../core/time/fuzzyDate.ts'
import { howKnown, howKnownKinds } from '../core/time/howKnown.ts'
import { certainPart } from '../core/time/spanBounds.ts'

export function rowOf({ when, standing }: Pick<TimelineEvent, 'when' | 'standing'>): TileRow {
  const date = when?.date ?? null
  const { startMs, endMs } = date === null ? { startMs: NaN, endMs: NaN } : outerExtent(date)
  return {
    startMs,
    endMs,
    lane: howKnownKinds.indexOf(howKnown(date)),
    dateKind: date === null ? DATE_KIND.undated : DATE_KIND[date.kind],
    standing: standings.indexOf(standing.is),
    parts: date === null ? [] : partsOf(date).flatMap((part) => [part.startMs, part.endMs]),
  }
}

/** See DateParts of eventIndex.ts. */
function partsOf(date: FuzzyDate): readonly Extent[] {
  if (date.kind !== 'span') return date.extents.length === 1 ? [] : date.extents
  const certain = certainPart(date)
  return certain === null ? [] : [certain]
}

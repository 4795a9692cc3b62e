/** What are the columns of one event? The same numbers as an index has for it, and its standing. */
import { dateNumbers } from '../core/indexing/dateNumbers.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import { standings } from '../core/story/storyFile.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'
import type { FuzzyDate } from '../core/time/fuzzyDate.ts'

/** @param date by which it stands; null: undated */
export function rowOf(date: FuzzyDate | null, { standing }: Pick<TimelineEvent, 'standing'>): TileRow {
  const { parts, ...columns } = dateNumbers(date)
  return {
    ...columns,
    standing: standings.indexOf(standing.is),
    parts: parts.flatMap((part) => [part.startMs, part.endMs]),
  }
}

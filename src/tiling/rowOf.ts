/** What are the columns of one event? The same numbers as an index has for it, and its standing. */
import { dateNumbers } from '../core/indexing/dateNumbers.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import { standings } from '../core/story/storyFile.ts'
import type { TileRow } from '../core/tiles/tileColumns.ts'

export function rowOf({ when, standing }: Pick<TimelineEvent, 'when' | 'standing'>): TileRow {
  const { parts, ...columns } = dateNumbers(when?.date ?? null)
  return {
    ...columns,
    standing: standings.indexOf(standing.is),
    parts: parts.flatMap((part) => [part.startMs, part.endMs]),
  }
}

/** Does an event of a tile fall in a range of dates? By the same rule as one of an index. */
import type { EventIndex } from '../indexing/eventIndex.ts'
import { matchDate, type Match } from '../indexing/matchDate.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { TileColumns } from './tileColumns.ts'

export function matchRow(columns: TileColumns, row: number, range: Extent): Match {
  // matchDate asks for bounds, kinds and parts, and these are the same columns.
  return matchDate(columns as unknown as EventIndex, row, range)
}

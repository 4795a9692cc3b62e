/** Does any event that passes the filter touch a stretch of time? */
import type { Extent } from '../time/fuzzyDate.ts'
import type { EventIndex, RowValues } from './eventIndex.ts'
import { MATCH } from './matchDate.ts'

/** @param matches a MATCH for each row; undated events touch nothing */
export function hasMatchIn(
  { rowCount, startMs, endMs }: Pick<EventIndex, 'rowCount' | 'startMs' | 'endMs'>,
  matches: RowValues,
  window: Extent,
): boolean {
  for (let row = 0; row < rowCount; row++)
    if (
      (startMs[row] ?? NaN) < window.endMs &&
      (endMs[row] ?? NaN) > window.startMs &&
      (matches[row] ?? MATCH.none) !== MATCH.none
    )
      return true
  return false
}

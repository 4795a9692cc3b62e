/** Which of the two layouts suits what a filter leaves: every event one by one, or blocks of time with counts? */
import type { Matches } from '../indexing/findMatches.ts'
import type { EventIndex } from '../indexing/eventIndex.ts'
import type { ShownLanes } from '../indexing/shownLanes.ts'
import type { LaneLayout, WholeInput } from './laneLayout.ts'
import { lanesOf, layOutLanes, MAX_WHOLE } from './layOutLanes.ts'

/** manyRows.ts, which comes only with stories that need it. */
export interface ManyRows {
  readonly layOut: (input: WholeInput) => LaneLayout
  /** As showLanes of shownLanes.ts. */
  readonly showLanes: (index: EventIndex, matches: Matches, shownCount: number) => ShownLanes
}

/**
 * @param shownCount events that pass the filter
 * @param many null for a story that has few events in all
 */
export function layOutEvents(input: WholeInput, shownCount: number, many: ManyRows | null): LaneLayout {
  if (shownCount <= MAX_WHOLE || many === null) return layOutLanes(input, lanesOf(input))
  return many.layOut(input)
}

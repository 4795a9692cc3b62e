/** Which of the two layouts suits what a filter leaves: every event one by one, or blocks of time with counts? */
import type { findManyInSteps, findManyRows } from '../indexing/findManyRows.ts'
import type { LaneLayout, WholeInput } from './laneLayout.ts'
import { lanesOf, layOutLanes, MAX_WHOLE } from './layOutLanes.ts'

/** manyRows.ts, which comes only with stories that need it. */
export interface ManyRows {
  readonly layOut: (input: WholeInput) => LaneLayout
  readonly find: typeof findManyRows
  readonly findInSteps: typeof findManyInSteps
}

/**
 * @param shownCount events that pass the filter
 * @param many null for a story that has few events in all
 */
export function layOutEvents(input: WholeInput, shownCount: number, many: ManyRows | null): LaneLayout {
  if (shownCount <= MAX_WHOLE || many === null) return layOutLanes(input, lanesOf(input))
  return many.layOut(input)
}

/** Which of the two layouts suits what a filter leaves: every event one by one, or blocks of time with counts? */
import type { LaneLayout, WholeInput } from './laneLayout.ts'
import { lanesOf, layOutLanes, MAX_WHOLE } from './layOutLanes.ts'

/** layOutMany.ts, which comes only with stories that need it. */
export type LayOutMany = (input: WholeInput) => LaneLayout

/**
 * @param shownCount events that pass the filter
 * @param layOutMany null for a story that has few events in all
 */
export function layOutEvents(
  input: WholeInput,
  shownCount: number,
  layOutMany: LayOutMany | null,
): LaneLayout {
  if (shownCount <= MAX_WHOLE || layOutMany === null) return layOutLanes(input, lanesOf(input))
  return layOutMany(input)
}

/**
 * Where in their lane do undated events stand?
 * They follow one another like words in a line, in their order. What comes after the last line gets no row, also where
 * a shorter one would fit: the order is all that is known of them.
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { Px } from '../time/units.ts'
import type { LayoutInput } from './laneLayout.ts'
import { LABEL } from './metrics.ts'

/** Room for the broken ring with a chevron on either side. */
export const UNDATED_SIGN_PX: Px = 30
/** Between two undated events, px: wide enough to read them as two. */
const UNDATED_GAP_PX: Px = 36

export interface UndatedPlace {
  readonly line: number
  readonly x: Px
}

/** @param shown undated rows that pass the filter, in reading order */
export function placeUndatedRows(
  shown: Iterable<EventRow>,
  input: LayoutInput,
  maxLines: number,
): ReadonlyMap<EventRow, UndatedPlace> {
  const places = new Map<EventRow, UndatedPlace>()
  let x = 12
  let line = 0
  for (const row of shown) {
    const label = input.labelOf(row)
    const titlePx = input.metrics.titleForm === 'full' ? label.fullPx : label.shortPx
    const widthPx = Math.min(
      input.widthPx - 24,
      UNDATED_SIGN_PX + LABEL.standingPx + Math.max(titlePx, label.orderPx),
    )
    if (x > 12 && x + widthPx > input.widthPx - 12) {
      x = 12
      if (++line === maxLines) break
    }
    places.set(row, { line, x })
    x += widthPx + UNDATED_GAP_PX
  }
  return places
}

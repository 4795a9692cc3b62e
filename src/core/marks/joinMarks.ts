/**
 * Where does the line run that joins the marks of one event in several lanes?
 *
 *   Jane Doe     ● 7 Apr ✓ Title
 *                │
 *   Ann Other    ● 7 Apr ✓ Title
 */
import type { Px } from '../time/units.ts'
import type { PlacedMark } from './placedMark.ts'
import { anchorOf } from './signAnchor.ts'

export interface MarkJoin {
  readonly x: Px
  readonly y1: Px
  readonly y2: Px
}

/** @param marks of one event, from top to bottom; null: there are not two */
export function joinOf(marks: readonly Pick<PlacedMark, 'sign' | 'y'>[]): MarkJoin | null {
  const first = marks[0]
  const last = marks[marks.length - 1]
  if (first === undefined || last === undefined || first === last) return null
  return { x: anchorOf(first.sign), y1: first.y, y2: last.y }
}

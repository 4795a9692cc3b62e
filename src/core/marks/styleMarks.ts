/** Which marks are selected? The only step that opening an event reruns. */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { PlacedMark } from './placedMark.ts'

export interface StyledMark extends PlacedMark {
  readonly isSelected: boolean
}

export function styleMarks(
  marks: readonly PlacedMark[],
  state: { readonly selected: EventRow | null },
): readonly StyledMark[] {
  return marks.map((mark) => ({
    ...mark,
    isSelected: mark.row === state.selected,
  }))
}

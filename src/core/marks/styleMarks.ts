/** Which marks are selected or hovered? The only step that a moving pointer reruns. */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { PlacedMark } from './placedMark.ts'

export interface StyledMark extends PlacedMark {
  readonly isSelected: boolean
  readonly isHovered: boolean
}

export function styleMarks(
  marks: readonly PlacedMark[],
  state: { readonly selected: EventRow | null; readonly hovered: EventRow | null },
): readonly StyledMark[] {
  return marks.map((mark) => ({
    ...mark,
    isSelected: mark.row === state.selected,
    isHovered: mark.row === state.hovered,
  }))
}

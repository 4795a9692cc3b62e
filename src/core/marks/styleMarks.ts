/** Which marks are selected, hovered or lit up? The only step that a moving pointer reruns. */
import type { EventId } from '../base/brand.ts'
import type { Story } from '../story/story.ts'
import type { PlacedMark } from './placedMark.ts'

export interface StyledMark extends PlacedMark {
  readonly isSelected: boolean
  readonly isHovered: boolean
}

export function styleMarks(
  marks: readonly PlacedMark[],
  story: Story,
  state: { readonly selected: EventId | null; readonly hovered: EventId | null },
): readonly StyledMark[] {
  return marks.map((mark) => {
    const id = story.events[mark.row]?.id ?? null
    return { ...mark, isSelected: id === state.selected, isHovered: id === state.hovered }
  })
}

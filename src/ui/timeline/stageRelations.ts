/** From what is focused, or else selected, lines run to the events it has to do with; none while the stage is moved. */
import type { RowRelation } from '../../core/indexing/briefColumn.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { drawRelations, placeRelations } from '../../core/marks/placeRelations.ts'
import type { StageSource, TimelineDrawing } from './timelineDrawing.ts'

/** Starts to watch. `show` is to be told of each new drawing. */
export function watchRelations(stage: HTMLElement): {
  readonly show: (source: StageSource, isInPlace: boolean) => void
  readonly stop: () => void
} {
  let source: StageSource | null = null
  let marks: TimelineDrawing['marks'] = []
  const draw = (): void => {
    const focused = stage.querySelector<HTMLElement>('.marks .mark-button:focus-visible')
    const text = focused?.dataset['row']
    const row = text === undefined ? marks.find(({ isSelected }) => isSelected)?.row : Number(text)
    const relations =
      row === undefined || source === null ? [] : placeRelations(row, marks, relationsIn(source))
    const { lines, heads } = drawRelations(relations)
    stage.querySelector('.relation-line')?.setAttribute('d', lines)
    stage.querySelector('.relation-head')?.setAttribute('d', heads)
  }
  // The focus has moved on only after it was lost.
  const later = (): void => void requestAnimationFrame(draw)
  stage.addEventListener('focusin', draw)
  stage.addEventListener('focusout', later)
  return {
    show: (next, isInPlace) => {
      source = next
      marks = isInPlace ? next.drawing.marks : []
      draw()
    },
    stop: () => {
      stage.removeEventListener('focusin', draw)
      stage.removeEventListener('focusout', later)
    },
  }
}

/** What an event says of others that are known. */
function relationsIn({ events, rowOf }: StageSource): (row: EventRow) => readonly RowRelation[] {
  return (row) =>
    (events.at(row)?.relations ?? []).flatMap(({ is, to }) => {
      const other = rowOf(to)
      return other === null ? [] : [{ is, to: other }]
    })
}

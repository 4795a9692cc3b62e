/** From what is under the pointer a line runs up to the axis; while the stage moves, nothing is meant by what passes there. */
import type { TimelineDrawing } from './timelineDrawing.ts'

/** Starts to watch. `show` is to be told of each new drawing. */
export function watchHover(stage: HTMLElement): {
  readonly show: (drawing: TimelineDrawing) => void
  readonly stop: () => void
} {
  let drawing: TimelineDrawing | null = null
  const draw = (): void => {
    const row = stage.querySelector<HTMLElement>('.marks button:hover')?.dataset['row']
    const mark =
      drawing?.isMoving === false ? drawing.marks.find((one) => String(one.row) === row) : undefined
    const isDrawn = mark !== undefined && mark.lane !== 'undated'
    const text = isDrawn ? `M${mark.box.x + 3},0V${mark.y - 8}` : ''
    stage.querySelector('.drop-line')?.setAttribute('d', text)
  }
  stage.addEventListener('pointerover', draw)
  stage.addEventListener('pointerleave', draw)
  return {
    show: (next) => {
      drawing = next
      draw()
    },
    stop: () => {
      stage.removeEventListener('pointerover', draw)
      stage.removeEventListener('pointerleave', draw)
    },
  }
}

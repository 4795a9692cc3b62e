/**
 * From what is under the pointer a line runs up to the axis, and down to wherever the event stands else: its marks in
 * several lanes look as one, under the pointer, with the focus and when it is open. While the stage is moved, nothing
 * is meant by what passes there.
 */
import { joinOf } from '../../core/marks/joinMarks.ts'
import { anchorOf } from '../../core/marks/signAnchor.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

/** Starts to watch. `show` is to be told of each new drawing. */
export function watchHover(stage: HTMLElement): {
  readonly show: (drawing: TimelineDrawing, isInPlace: boolean) => void
  readonly stop: () => void
} {
  let marks: TimelineDrawing['marks'] = []
  const find = (selector: string): HTMLElement | null => stage.querySelector<HTMLElement>(selector)
  const draw = (): void => {
    // Nobody can be meant while all moves, and need not be looked for.
    const canBeMeant = marks.length > 0
    const under = canBeMeant ? find('.marks :is(button, [data-twin]):hover') : null
    const focused = canBeMeant ? find('.marks button:focus-visible') : null
    const pointed = under?.dataset['row'] ?? under?.dataset['twin'] ?? null
    const marksOf = (row: string | null | undefined): TimelineDrawing['marks'] =>
      marks.filter((mark) => String(mark.row) === row && mark.kind !== 'undated')
    const hovered = marksOf(pointed)
    const [first] = hovered
    const line =
      hovered.length === 1 && first !== undefined ? `M${anchorOf(first.sign)},0V${first.y - 8}` : ''
    const ownJoin = joinOf(hovered)
    const focusJoin = joinOf(marksOf(focused?.dataset['row']))
    const joined = [
      ownJoin === null ? '' : `M${ownJoin.x},0V${ownJoin.y2}`,
      focusJoin === null ? '' : `M${focusJoin.x},${focusJoin.y1}V${focusJoin.y2}`,
    ]
    find('.drop-line')?.setAttribute('d', line + joined.join(''))
    const openJoin = joinOf(marks.filter(({ isSelected, kind }) => isSelected && kind !== 'undated'))
    const open = openJoin === null ? '' : `M${openJoin.x},${openJoin.y1}V${openJoin.y2}`
    find('.join-line')?.setAttribute('d', open)
    if (find('[data-twin], [data-pointed], [data-focused]') === null) return
    for (const [name, row] of [
      ['data-pointed', pointed],
      ['data-focused', focused?.dataset['row']],
    ] as const)
      for (const element of stage.querySelectorAll<HTMLElement>(`[${name}], [data-twin], .marks button`)) {
        const { twin, row: own } = element.dataset
        const isMeant = row !== null && row !== undefined && (twin ?? own) === row
        if (element.hasAttribute(name) !== isMeant) element.toggleAttribute(name, isMeant)
      }
  }
  const events = ['pointerover', 'pointerleave', 'focusin', 'focusout'] as const
  for (const name of events) stage.addEventListener(name, draw)
  return {
    show: (drawing, isInPlace) => {
      marks = isInPlace ? drawing.marks : []
      draw()
    },
    stop: () => {
      for (const name of events) stage.removeEventListener(name, draw)
    },
  }
}

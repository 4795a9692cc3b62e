/** Moves what on the page keeps its size while the stage under it is shifted and stretched. */
import { shiftOfCluster, shiftOfMark } from '../../core/marks/shiftOf.ts'
import { isInPlace, type StageView } from '../../core/marks/stage.ts'
import { MARGIN_PX } from '../../core/marks/stageLines.ts'
import { shiftPx, type StageShift } from '../../core/marks/stageShift.ts'
import { shiftElement, shiftOfElement } from './shiftElement.ts'
import { shortPx } from './shortPx.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export interface Mover {
  readonly element: HTMLElement
  /** From where to where it stands as React has put it, px. */
  readonly fromPx: number
  readonly toPx: number
  readonly shift: StageShift
}

/** For one drawing, at rest and while the window goes over it: gives everything on the stage its place. */
export type MoveParts = (view: StageView) => void

/** On these everything stands where React has put it. */
const settled = new WeakSet<HTMLElement>()

/**
 * The parts are looked for when they have to be moved: most drawings are only ever seen at rest.
 * @param periods names of periods: they are stagePen's, which has to place them at rest too
 */
export function openMovers(
  stage: HTMLElement,
  drawing: TimelineDrawing,
  periods: readonly Mover[],
): MoveParts {
  let parts: readonly Mover[] | null = null
  let shown: StageView | null = null
  const move = ({ element, fromPx, toPx, shift }: Mover, view: StageView): void => {
    const before = shiftOfElement(element)
    const px = shortPx(shiftPx(shift, view))
    if (px === before) return
    const isSeen = (byPx: number): boolean =>
      toPx + byPx > view.leftPx - MARGIN_PX && fromPx + byPx < view.leftPx + view.widthPx + MARGIN_PX
    // Where the drawing is new, what was shifted for the one before is out of its place.
    if (shown !== null && !isSeen(px) && !isSeen(before)) return
    shiftElement(element, px)
  }
  return (view) => {
    // Of a stage that is wider than the window, what keeps to the window's edges is never where it was placed.
    const isAtRest = !drawing.isMoving && isInPlace(view)
    if (isAtRest && settled.has(stage)) return
    parts ??= [...periods, ...findParts(stage, drawing)]
    for (const part of parts) move(part, view)
    // What is out of view may be left out of place, but for the first view of a drawing.
    if (!isAtRest) settled.delete(stage)
    else if (shown === null) settled.add(stage)
    shown = view
  }
}

function findParts(stage: HTMLElement, drawing: TimelineDrawing): readonly Mover[] {
  return [
    ...findButtons(stage, drawing),
    ...findTwins(stage, drawing),
    ...findNotes(stage, drawing),
    ...findDates(stage),
  ]
}

/** Marks and clusters: each with its place in the list, whose items carry them. */
function findButtons(stage: HTMLElement, { marks, clusters, scale }: TimelineDrawing): readonly Mover[] {
  const markOf = new Map(marks.flatMap((mark) => (mark.isTwin ? [] : [[String(mark.row), mark]])))
  const clusterOf = new Map(clusters.map((cluster) => [String(cluster.firstRow), cluster]))
  return [...stage.querySelectorAll<HTMLElement>('.marks button')].flatMap((button) => {
    const element = button.parentElement
    const row = button.dataset['row'] ?? ''
    const cluster = button.classList.contains('cluster-button') ? clusterOf.get(row) : undefined
    const mark = cluster === undefined ? markOf.get(row) : undefined
    const box = (cluster ?? mark)?.box
    if (element === null || box === undefined) return []
    const place = { element, fromPx: box.x, toPx: box.x + box.width }
    if (cluster !== undefined) return [{ ...place, shift: shiftOfCluster(cluster, scale) }]
    return mark === undefined ? [] : [{ ...place, shift: shiftOfMark(mark, scale) }]
  })
}

/** Of events in several lanes. */
function findTwins(stage: HTMLElement, { marks, scale }: TimelineDrawing): readonly Mover[] {
  const twins = marks.filter(({ isTwin, isGhost }) => isTwin && !isGhost)
  return [...stage.querySelectorAll<HTMLElement>('.twin')].flatMap((element, i) => {
    const mark = twins[i]
    if (mark === undefined) return []
    const { x, width } = mark.box
    return [{ element, fromPx: x, toPx: x + width, shift: shiftOfMark(mark, scale) }]
  })
}

function findNotes(stage: HTMLElement, { roots }: TimelineDrawing): readonly Mover[] {
  const noted = roots.flatMap(({ x, note }) => (note === null ? [] : [{ x, note }]))
  return [...stage.querySelectorAll<HTMLElement>('.root-note')].flatMap((element, i) => {
    const root = noted[i]
    if (root === undefined) return []
    const { x, note } = root
    return [{ element, fromPx: x, toPx: note.x + note.maxPx, shift: { kind: 'time', x } as const }]
  })
}

function findDates(stage: HTMLElement): readonly Mover[] {
  return [...stage.querySelectorAll<HTMLElement>('.axis-minor')].map((element) => {
    const x = Number(element.dataset['x'])
    return { element, fromPx: x, toPx: x, shift: { kind: 'time', x } }
  })
}

/** Moves what on the page keeps its size while the stage under it is shifted and stretched. */
import { shiftOfCluster, shiftOfMark } from '../../core/marks/shiftOf.ts'
import type { StageView } from '../../core/marks/stage.ts'
import { MARGIN_PX } from '../../core/marks/stageLines.ts'
import { shiftPx, type StageShift } from '../../core/marks/stageShift.ts'
import { slide } from '../shared/slide.ts'
import { shiftElement, shiftOfElement } from './shiftElement.ts'
import { shortPx } from './shortPx.ts'
import type { StageDock } from './stageDock.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export interface Mover {
  readonly element: HTMLElement
  /** From where to where it stands as React has put it, px. */
  readonly fromPx: number
  readonly toPx: number
  readonly shift: StageShift
}

/** Of one drawing, at rest and while the window goes over it. */
export interface Movers {
  /** A step: the stage and everything on it gets its place. */
  readonly show: (view: StageView) => void
  /** From now on the page's stage stands where it is: everything is on it again. */
  readonly rest: () => void
}

/** @param periods names of periods: they are stagePen's, which has to place them at rest too */
export function openMovers(
  stage: HTMLElement,
  dock: StageDock,
  drawing: TimelineDrawing,
  periods: readonly Mover[],
): Movers {
  const parts = [
    ...findButtons(stage, drawing),
    ...findTwins(stage, drawing),
    ...findNotes(stage, drawing),
    ...findDates(stage),
  ]
  const held = drawing.isMoving ? parts.filter(canBeHeld) : []
  const free = parts.filter((part) => !held.includes(part))
  /** What a pan moves on the stage. */
  const inPan = free.filter(({ shift }) => shift.kind !== 'time')
  // From the first step on.
  for (const { element } of inPan) element.style.translate ||= '0px'
  /** A pan moves the stage and nothing on it. */
  const isStill = drawing.isMoving && inPan.length === 0
  let writeName: ((index: number) => void) | null = null
  let shown: StageView | null = null
  /** So far the window has only panned: then what keeps to its moment is where it was placed. */
  let isPan = true

  // What was held for the drawing before.
  dock.release()
  const hold = (): void => {
    for (const { element, shift } of held) if (shift.kind === 'edge') dock.hold(element, -shift.leftPx)
    if (isStill) writeName = dock.holdNames(periods.map(({ element }) => element))
  }
  const move = ({ element, fromPx, toPx, shift }: Mover, view: StageView): void => {
    const before = shiftOfElement(element)
    const px = shortPx(shiftPx(shift, view))
    if (px === before) return
    const isSeen = (byPx: number): boolean =>
      toPx + byPx > view.leftPx - MARGIN_PX && fromPx + byPx < view.leftPx + view.widthPx + MARGIN_PX
    // Where the drawing is new, what was shifted for the one before is out of its place.
    if (shown !== null && !isSeen(px) && !isSeen(before)) return
    shiftElement(element, px, shift.kind !== 'time')
  }
  const movePeriods = (view: StageView): void => {
    let written = -1
    periods.forEach(({ element, shift }, i) => {
      const isKept = isPan && keepsToEdge(shift, view)
      // The name that keeps to the edge is written there, over its own, which goes by.
      if (isKept && writeName !== null) written = i
      // One that has gone out of view need not give way to the next.
      const isGone = isPan && !isKept && shift.kind === 'period' && shift.x + shift.widthPx < view.leftPx
      shiftElement(element, i === written || isGone ? 0 : shortPx(shiftPx(shift, view)), true)
    })
    writeName?.(written)
  }
  const rest = (): void => {
    if (!isPan) return
    isPan = false
    writeName = null
    if (shown === null) return
    const { leftPx } = shown
    for (const [part, px] of dock.release()) shiftElement(part, shortPx(px + leftPx), true)
    slide(stage, -leftPx, false)
  }
  return {
    show: (view) => {
      if (view.stretch !== 1) rest()
      else if (shown === null) hold()
      movePeriods(view)
      const moved = isPan ? (shown === null ? free : inPan) : parts
      for (const part of moved) move(part, view)
      slide(stage, -view.leftPx, isStill && isPan)
      shown = view
    },
    rest,
  }
}

/** What has the focus shows that by itself. */
function canBeHeld({ element, shift }: Mover): boolean {
  return shift.kind === 'edge' && !element.contains(document.activeElement)
}

/** Whether the window's edge, not its own beginning, is where the name of a period stands now. */
function keepsToEdge(shift: StageShift, view: StageView): boolean {
  return shift.kind === 'period' && view.leftPx > shift.x && shiftPx(shift, view) === view.leftPx - shift.x
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

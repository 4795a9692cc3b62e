/**
 * Moves a stage under its window, step by step, without React.
 * A pan shifts the stage, and puts what keeps to the window's edges back there. A zoom draws the lines anew, which are
 * few paths however many signs there are, and puts each label and box where its moment has gone: all keep their size.
 */
import {
  drawAxis,
  drawClusters,
  drawDensity,
  drawRoots,
  drawShapes,
  isAtEdge,
  shapeKinds,
} from '../../core/marks/drawShapes.ts'
import { LABEL } from '../../core/marks/metrics.ts'
import type { PlacedCluster, PlacedRoot } from '../../core/marks/placedMark.ts'
import { signExtentPx } from '../../core/marks/signExtent.ts'
import { pinLabel, viewStage, type StageView } from '../../core/marks/stage.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import { holds, markStates, type MarkState } from './StageShapes.tsx'
import { gridBottomPx, type TimelineDrawing } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'

type Drawn = HTMLElement | SVGElement

/** Something that keeps its size while the stage is stretched. */
interface Mover {
  readonly element: Drawn
  /** How far it stands from where React has put it, px. */
  readonly shiftPx: (view: StageView) => number
  /** It keeps to an edge of the window, so a pan moves it too. */
  readonly isPinned: boolean
}

/** Returns what follows the window. The stage is drawn for `drawing` from the first call on. */
export function takePen(stage: HTMLElement, drawing: TimelineDrawing): (window: TimeWindow) => void {
  const movers = [
    ...findButtons(stage, drawing),
    ...findAxisWords(stage, drawing),
    ...findNotes(stage, drawing.roots),
  ]
  const pinned = movers.filter(({ isPinned }) => isPinned)
  const drawLines = linesOf(stage.parentElement ?? stage, drawing)
  let drawnStretch = NaN
  return (window) => {
    const view = viewStage(drawing.scale, window, drawing.widthPx)
    stage.style.transform = view.leftPx === 0 ? '' : `translateX(${-view.leftPx}px)`
    const isStretched = view.stretch !== drawnStretch
    for (const { element, shiftPx } of isStretched ? movers : pinned) shift(element, shiftPx(view))
    if (isStretched) drawLines(view.stretch)
    drawnStretch = view.stretch
  }
}

/** Marks and clusters: each with its place in the list, whose items carry them. */
function findButtons(stage: HTMLElement, { marks, clusters }: TimelineDrawing): readonly Mover[] {
  const markOf = new Map(marks.map((mark) => [String(mark.row), mark]))
  const clusterOf = new Map(clusters.map((cluster) => [String(cluster.firstRow), cluster]))
  return [...stage.querySelectorAll<HTMLElement>('.marks button')].flatMap((button) => {
    const element = button.parentElement
    const row = button.dataset['row'] ?? ''
    const cluster = button.classList.contains('cluster-button') ? clusterOf.get(row) : undefined
    if (element === null) return []
    if (cluster !== undefined) return [clusterMover(element, cluster)]
    const mark = markOf.get(row)
    return mark === undefined ? [] : [markMover(element, mark)]
  })
}

function clusterMover(element: HTMLElement, cluster: PlacedCluster): Mover {
  const isPinned = isAtEdge(cluster)
  const middlePx = cluster.box.x + cluster.box.width / 2
  return {
    element,
    isPinned,
    shiftPx: ({ stretch, leftPx }) => (isPinned ? leftPx : middlePx * (stretch - 1)),
  }
}

function markMover(element: HTMLElement, { lane, label, sign, box }: StyledMark): Mover {
  if (lane === 'undated') return { element, isPinned: true, shiftPx: ({ leftPx }) => leftPx }
  if (label?.side === 'above') {
    const [, endPx] = signExtentPx(sign)
    const insetPx = lane === 'lasted' ? 0 : LABEL.insetPx
    return { element, isPinned: true, shiftPx: (view) => pinLabel(label, endPx, insetPx, view) - label.x }
  }
  const discs = sign.flatMap((part) =>
    part.kind === 'disc' ? [part.x] : part.kind === 'rule' ? [part.x2] : [],
  )
  const ownPx = discs.length === 0 ? box.x : label?.side === 'left' ? Math.min(...discs) : Math.max(...discs)
  return { element, isPinned: false, shiftPx: ({ stretch }) => ownPx * (stretch - 1) }
}

/** Names of periods stay in view until the next one pushes them out. */
function findAxisWords(stage: HTMLElement, { ticks }: TimelineDrawing): readonly Mover[] {
  const textsOf = (className: string): readonly SVGElement[] => [
    ...stage.querySelectorAll<SVGElement>(className),
  ]
  const tickXOf = (element: SVGElement): number => Number(element.dataset['x'])
  const minor = textsOf('.axis-minor').map((element) => {
    const x = tickXOf(element)
    return { element, isPinned: false, shiftPx: ({ stretch }: StageView) => x * (stretch - 1) }
  })
  const major = textsOf('.axis-major').map((element) => {
    const x = tickXOf(element)
    const next = ticks.major.find((tick) => tick.x > x)
    const widthPx = (element.textContent?.length ?? 0) * MAJOR_LETTER_PX + 16
    return {
      element,
      isPinned: true,
      shiftPx: ({ stretch, leftPx }: StageView) =>
        Math.max(x * stretch, Math.min(leftPx, (next?.x ?? Infinity) * stretch - widthPx)) - x,
    }
  })
  return [...minor, ...major]
}

/** As in core/time/axisTicks.ts. */
const MAJOR_LETTER_PX = 8

function findNotes(stage: HTMLElement, roots: readonly PlacedRoot[]): readonly Mover[] {
  const noted = roots.filter(({ note }) => note !== null)
  return [...stage.querySelectorAll<HTMLElement>('.root-note')].flatMap((element, i) => {
    const x = noted[i]?.x
    return x === undefined
      ? []
      : [{ element, isPinned: false, shiftPx: ({ stretch }: StageView) => x * (stretch - 1) }]
  })
}

/** Draws every line on the stage and beside it. */
function linesOf(surface: HTMLElement, drawing: TimelineDrawing): (stretch: number) => void {
  const paths = new Map(
    [...surface.querySelectorAll<SVGElement>('[data-path]')].map((path) => [path.dataset['path'], path]),
  )
  const { marks, clusters, densities, roots, ticks, scale } = drawing
  const byState: Readonly<Record<MarkState, readonly StyledMark[]>> = {
    plain: marks.filter((mark) => !mark.isGhost && !mark.isSelected),
    ghost: marks.filter((mark) => mark.isGhost),
    selected: marks.filter((mark) => mark.isSelected && !mark.isGhost),
  }
  const knownDays = marks.flatMap((mark) =>
    mark.isGhost ? [] : mark.sign.flatMap((part) => (part.kind === 'disc' ? [part.x] : [])),
  )
  const hovered = marks.find((mark) => mark.isHovered && !mark.isGhost && mark.lane !== 'undated')
  const axisSizes = { axisPx: AXIS_PX, bottomPx: gridBottomPx(drawing) }
  const write = (name: string, text: string): void => {
    const path = paths.get(name)
    if (path === undefined || (written.get(path) ?? '') === text) return
    written.set(path, text)
    path.setAttribute('d', text)
  }
  return (stretch) => {
    const toX = (x: number): number => x * stretch
    for (const [name, text] of Object.entries(drawAxis(ticks, knownDays, toX, axisSizes))) write(name, text)
    write('density', densities.map((density) => drawDensity(density, toX)).join(''))
    const root = drawRoots(roots, toX)
    write('rootLine', root.line)
    write('rootRing', root.ring)
    write('dropLine', hovered === undefined ? '' : `M${toX(hovered.box.x + 3)},0V${hovered.y - 8}`)
    for (const hold of holds)
      for (const state of markStates) {
        // At an edge of the window a sign is drawn from where that edge was when it was placed.
        const edgePx = hold === 'right' ? scale.widthPx : 0
        const shapes = drawShapes(
          byState[state],
          hold,
          hold === 'time' ? toX : (x) => x - edgePx,
          scale.widthPx * stretch,
        )
        for (const kind of shapeKinds) write(`${hold}-${state}-${kind}`, shapes[kind] ?? '')
      }
    const free = drawClusters(
      clusters.filter((cluster) => !isAtEdge(cluster)),
      toX,
    )
    const fixed = drawClusters(clusters.filter(isAtEdge), (x) => x)
    write('clusterBox', free.box)
    write('clusterEdge', free.edge)
    write('edgeBox', fixed.box)
    write('edgeEdge', fixed.edge)
  }
}

/** What stands in each path, so that the same is not written twice. */
const written = new WeakMap<SVGElement, string>()

function shift(element: Drawn, px: number): void {
  const text = Math.abs(px) < 0.01 ? '' : `${px}px`
  if (element.style.translate !== text) element.style.translate = text
}

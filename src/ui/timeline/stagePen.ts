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
  type Ends,
  type Hold,
} from '../../core/marks/drawShapes.ts'
import { signExtentPx } from '../../core/marks/signExtent.ts'
import { viewStage, type StageView } from '../../core/marks/stage.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import { markStates, type MarkState } from './StageShapes.tsx'
import { gridBottomPx, type TimelineDrawing } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'

/** Something that keeps its size while the stage is stretched. */
export interface Mover {
  readonly element: HTMLElement
  /** From where to where it stands as React has put it, px. */
  readonly fromPx: number
  readonly toPx: number
  /** How far it is to stand from there, px. */
  readonly shiftPx: (view: StageView) => number
}

interface StagePen {
  /** The stage is drawn for its drawing from the first call on. */
  readonly follow: (window: TimeWindow) => void
  /** Draws the line from what is under the pointer up to the axis. */
  readonly drawHovered: () => void
}

/** Beyond the window's edges, so far what is out of sight is kept up with, px. */
const MARGIN_PX = 240

/** Marks stand where they are to be until something moves; how they are moved comes after the first picture. */
let findMarks: ((stage: HTMLElement, drawing: TimelineDrawing) => readonly Mover[]) | undefined

export async function fetchMovers(): Promise<void> {
  findMarks = (await import('./stageMovers.ts')).findMarks
}

/** For one drawing; the next one takes a pen of its own. */
export function takePen(stage: HTMLElement, drawing: TimelineDrawing): StagePen {
  const periods = findPeriods(stage, drawing)
  let marks: readonly Mover[] | undefined
  const axis = stage.querySelector<HTMLElement>('.axis')
  const lines = linesOf(stage.parentElement ?? stage, drawing)
  let drawn: StageView | null = null

  const move = ({ element, fromPx, toPx, shiftPx }: Mover, view: StageView): void => {
    const before = shifted.get(element) ?? 0
    const px = Math.round(shiftPx(view) * 100) / 100
    if (px === before) return
    const isSeen = (shift: number): boolean =>
      toPx + shift > view.leftPx - MARGIN_PX && fromPx + shift < view.leftPx + view.widthPx + MARGIN_PX
    // Where the drawing is new, what was shifted for the one before is out of its place.
    if (drawn !== null && !isSeen(px) && !isSeen(before)) return
    shifted.set(element, px)
    element.style.translate = px === 0 ? '' : `${px}px`
  }
  const follow = (window: TimeWindow): void => {
    const view = viewStage(drawing.scale, window, drawing.widthPx)
    stage.style.transform = view.leftPx === 0 ? '' : `translateX(${-view.leftPx}px)`
    marks ??= findMarks?.(stage, drawing)
    for (const mover of [...periods, ...(marks ?? [])]) move(mover, view)
    const isStretched = view.stretch !== drawn?.stretch
    if (isStretched && axis !== null) axis.style.width = `${drawing.widthPx * view.stretch}px`
    if (drawn !== null && !isStretched && lines.reach(drawn, view)) return
    lines.draw(view)
    drawn = view
  }
  const drawHovered = (): void => {
    const button = stage.querySelector<HTMLElement>('.marks button:hover')
    lines.drawHovered(button?.dataset['row'], drawn?.stretch ?? 1)
  }
  return { follow, drawHovered }
}

/** Names of periods stay in view until the next one pushes them out. Where the stage is stretched, so is the axis. */
function findPeriods(stage: HTMLElement, { ticks }: TimelineDrawing): readonly Mover[] {
  return [...stage.querySelectorAll<HTMLElement>('.axis-major')].map((element) => {
    const x = Number(element.dataset['x'])
    const next = ticks.major.find((tick) => tick.x > x)
    const widthPx = (element.textContent?.length ?? 0) * MAJOR_LETTER_PX + 16
    return {
      element,
      fromPx: -Infinity,
      toPx: Infinity,
      shiftPx: ({ stretch, leftPx }: StageView) =>
        Math.max(0, Math.min(leftPx, (next?.x ?? Infinity) * stretch - widthPx) - x * stretch),
    }
  })
}

/** As in core/time/axisTicks.ts. */
const MAJOR_LETTER_PX = 8

interface Lines {
  readonly draw: (view: StageView) => void
  /** Whether what was drawn for one view does for another of the same stretch. */
  readonly reach: (drawn: StageView, view: StageView) => boolean
  readonly drawHovered: (row: string | undefined, stretch: number) => void
}

/** Every line on the stage and beside it: all of them as they were placed, near the window while it is stretched. */
function linesOf(surface: HTMLElement, drawing: TimelineDrawing): Lines {
  const paths = new Map(
    [...surface.querySelectorAll<SVGElement>('[data-path]')].map((path) => [path.dataset['path'], path]),
  )
  const { marks, clusters, densities, roots, ticks, scale } = drawing
  const byState: Readonly<Record<MarkState, readonly StyledMark[]>> = {
    plain: marks.filter((mark) => !mark.isGhost && !mark.isSelected),
    ghost: marks.filter((mark) => mark.isGhost),
    selected: marks.filter((mark) => mark.isSelected && !mark.isGhost),
  }
  const extents = new Map(marks.map((mark) => [mark, signExtentPx(mark.sign)]))
  const knownDays = marks.flatMap((mark) =>
    mark.isGhost ? [] : mark.sign.flatMap((part) => (part.kind === 'disc' ? [part.x] : [])),
  )
  const axisSizes = { axisPx: AXIS_PX, bottomPx: gridBottomPx(drawing) }
  const write = (name: string, text: string): void => {
    const path = paths.get(name)
    if (path === undefined || (written.get(path) ?? '') === text) return
    written.set(path, text)
    path.setAttribute('d', text)
  }
  const writeSigns = (hold: Hold, toX: (x: number) => number, from: number, to: number, ends: Ends): void => {
    for (const state of markStates) {
      const near = byState[state].filter((mark) => {
        const [left, right] = extents.get(mark) ?? [NaN, NaN]
        return right >= from && left <= to
      })
      const shapes = drawShapes(near, hold, toX, ends)
      for (const kind of shapeKinds) write(`${hold}-${state}-${kind}`, shapes[kind] ?? '')
    }
  }
  const free = clusters.filter((cluster) => !isAtEdge(cluster))
  // At an edge of the window a sign is drawn from where that edge was when it was placed.
  writeSigns('left', (x) => x - scale.leftPx, -Infinity, Infinity, scale)
  writeSigns('right', (x) => x - scale.rightPx, -Infinity, Infinity, scale)
  const atEdge = drawClusters(clusters.filter(isAtEdge), (x) => x - scale.leftPx)
  write('edgeBox', atEdge.box)
  write('edgeEdge', atEdge.edge)
  return {
    draw: ({ stretch, leftPx, widthPx }) => {
      const toX = (x: number): number => x * stretch
      const [from, to] =
        stretch === 1
          ? [-Infinity, Infinity]
          : [(leftPx - MARGIN_PX) / stretch, (leftPx + widthPx + MARGIN_PX) / stretch]
      const isNear = (x: number): boolean => x >= from && x <= to
      const near = {
        major: ticks.major.filter(({ x }) => isNear(x)),
        minor: ticks.minor.filter(({ x }) => isNear(x)),
        fine: ticks.fine.filter(isNear),
      }
      for (const [name, text] of Object.entries(drawAxis(near, knownDays.filter(isNear), toX, axisSizes)))
        write(name, text)
      const bars = densities.map(({ bars, ...density }) => ({
        ...density,
        bars: bars.filter(({ x, width }) => x + width >= from && x <= to),
      }))
      write('density', bars.map((density) => drawDensity(density, toX)).join(''))
      const root = drawRoots(roots, toX)
      write('rootLine', root.line)
      write('rootRing', root.ring)
      writeSigns('time', toX, from, to, {
        leftPx: Math.max(scale.leftPx, from) * stretch,
        rightPx: Math.min(scale.rightPx, to) * stretch,
      })
      const boxes = drawClusters(free, toX)
      write('clusterBox', boxes.box)
      write('clusterEdge', boxes.edge)
      write('dropLine', '')
    },
    reach: (drawn, view) => drawn.stretch === 1 || Math.abs(view.leftPx - drawn.leftPx) < MARGIN_PX,
    drawHovered: (row, stretch) => {
      const mark = marks.find((candidate) => String(candidate.row) === row && candidate.lane !== 'undated')
      write('dropLine', mark === undefined ? '' : `M${(mark.box.x + 3) * stretch},0V${mark.y - 8}`)
    },
  }
}

/** How far each element was moved from where React has put it, px. */
const shifted = new WeakMap<HTMLElement, number>()

/** What stands in each path, so that the same is not written twice. */
const written = new WeakMap<SVGElement, string>()

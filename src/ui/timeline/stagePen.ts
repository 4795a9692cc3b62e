/**
 * Moves a stage under its window, step by step, without React, wherever nobody paints it (paintedStage.ts).
 * A pan shifts the stage; what keeps to the window's edges is put back (stageMovers.ts). A zoom draws the lines anew,
 * which are few paths however many signs there are, and puts each label and box where its moment has gone: all keep
 * their size.
 */
import { shiftOfPeriod } from '../../core/marks/shiftOf.ts'
import { layLines, MARGIN_PX, type PathTexts } from '../../core/marks/stageLines.ts'
import { viewStage, type StageView } from '../../core/marks/stage.ts'
import { shiftPx } from '../../core/marks/stageShift.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import type { Carried } from '../shared/liveWindow.ts'
import { shiftElement } from './shiftElement.ts'
import { shortPx } from './shortPx.ts'
import type { StageMotion } from './stageMotion.ts'
import type { MoveParts, Mover } from './stageMovers.ts'
import { contentOf, type StageSource, type TimelineDrawing } from './timelineDrawing.ts'

/**
 * Draws the stage for its drawing and a window, from the first call on; says who else shows the window, where it need
 * not.
 */
type StagePen = (window: TimeWindow) => Carried | null | undefined

/** For one drawing; the next one takes a pen of its own. @param motion once it is here */
export function takePen(stage: HTMLElement, source: StageSource, motion: () => StageMotion | null): StagePen {
  const { drawing } = source
  const periods = findPeriods(stage, drawing)
  let moveParts: MoveParts | null = null
  const lines = linesOf(stage.parentElement ?? stage, drawing)
  let isPlaced = false
  /** What the SVG shows. */
  let drawn: StageView | null = null

  return (window) => {
    const view = viewStage(drawing.scale, window, drawing.widthPx)
    const carried = motion()?.show(source, window, view)
    // What keeps to the window's edges is the page's, whoever shows the rest; a new drawing has it elsewhere.
    if (carried && isPlaced) return carried
    moveParts ??= motion()?.openMovers(drawing, periods) ?? null
    stage.style.transform = `translateX(${-view.leftPx}px)`
    if (moveParts) moveParts(view)
    else for (const { element, shift } of periods) shiftElement(element, shortPx(shiftPx(shift, view)))
    isPlaced = true
    if (view.stretch !== drawn?.stretch || !lines.reach(drawn, view)) {
      lines.draw(view)
      drawn = view
    }
    return carried
  }
}

/** The lines of a drawing as it is, for once. @param surface in which the stage lies */
export function drawLines(surface: HTMLElement, drawing: TimelineDrawing, window: TimeWindow): void {
  linesOf(surface, drawing).draw(viewStage(drawing.scale, window, drawing.widthPx))
}

/** Names of periods stay in view until the next one leaves no room for them. */
function findPeriods(stage: HTMLElement, { ticks }: TimelineDrawing): readonly Mover[] {
  return [...stage.querySelectorAll<HTMLElement>('.axis-major')].map((element) => {
    const shift = shiftOfPeriod(Number(element.dataset['x']), element.textContent ?? '', ticks)
    return { element, fromPx: -Infinity, toPx: Infinity, shift }
  })
}

interface Lines {
  readonly draw: (view: StageView) => void
  /** Whether what was drawn for one view does for another of the same stretch. */
  readonly reach: (drawn: StageView, view: StageView) => boolean
}

/** Every line on the stage and beside it, in the elements that React has placed for them. */
function linesOf(surface: HTMLElement, drawing: TimelineDrawing): Lines {
  const elements = new Map(
    [...surface.querySelectorAll<SVGElement>('[data-path]')].map((path) => [path.dataset['path'], path]),
  )
  const write = (paths: PathTexts): void => {
    for (const [name, text] of paths) {
      const path = elements.get(name)
      if (path === undefined || (written.get(path) ?? '') === text) continue
      written.set(path, text)
      path.setAttribute('d', text)
    }
  }
  const lines = layLines(contentOf(drawing))
  write(lines.drawEdges())
  return {
    draw: (view) => write(lines.draw(view)),
    reach: (drawn, view) => drawn.stretch === 1 || Math.abs(view.leftPx - drawn.leftPx) < MARGIN_PX,
  }
}

/** What stands in each path, so that the same is not written twice. */
const written = new WeakMap<SVGElement, string>()

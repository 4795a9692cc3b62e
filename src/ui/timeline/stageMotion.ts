/** What a stage needs while it moves, loaded after the first picture: until then everything stands where it is to be. */
import type { StageView } from '../../core/marks/stage.ts'
import { findMovers } from './stageMovers.ts'
import { openPainter } from './stagePainter.ts'
import type { Mover } from './stagePen.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export interface StageMotion {
  /** What is placed, in the order of the page. */
  readonly findMovers: (drawing: TimelineDrawing) => readonly Mover[]
  /**
   * A step of a motion.
   * @param movers what was moved to where this view has it
   * @returns whether a canvas shows the lines, so that the SVG need not
   */
  readonly paint: (drawing: TimelineDrawing, movers: readonly Mover[], view: StageView) => boolean
  /** The motion is over: the SVG is seen again. */
  readonly rest: () => void
  readonly close: () => void
}

export function openMotion(stage: HTMLElement): StageMotion {
  const painter = openPainter(stage)
  return {
    findMovers: (drawing) => findMovers(stage, drawing),
    paint: (drawing, movers, view) => painter?.paint(drawing, movers, view) === true,
    rest: () => painter?.rest(),
    close: () => painter?.close(),
  }
}

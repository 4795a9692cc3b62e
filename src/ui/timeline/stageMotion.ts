/** What a stage needs while it moves, loaded after the first picture: until then everything stands where it is to be. */
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import type { Carried, LiveWindow } from '../shared/liveWindow.ts'
import { openGlide } from './clockGlide.ts'
import { watchHover } from './stageHover.ts'
import { findMovers, type Mover } from './stageMovers.ts'
import { openPainter } from './stagePainter.ts'
import { watchRelations } from './stageRelations.ts'
import type { StageSource, TimelineDrawing } from './timelineDrawing.ts'

export interface StageMotion {
  /** What is placed, in the order of the page. */
  readonly findMovers: (drawing: TimelineDrawing) => readonly Mover[]
  /** A step of a motion. @returns null: nobody else shows it, so that the page has to */
  readonly show: (source: StageSource, window: TimeWindow) => Carried | null
  /** What is shown now: something in it may be under the pointer, focused or selected. */
  readonly watch: (source: StageSource) => void
  /** A drawing of React's has come: from one clock to another its marks go to their new places. */
  readonly glide: (source: StageSource, live: LiveWindow) => void
  /** The motion is over: the page is seen again. */
  readonly rest: () => void
  readonly close: () => void
}

/** @param surface in which the stage lies */
export function openMotion(surface: HTMLElement, stage: HTMLElement): StageMotion {
  const painter = openPainter(surface, stage)
  const hover = watchHover(stage)
  const relations = watchRelations(stage)
  const glide = openGlide(surface, stage)
  return {
    watch: (source) => {
      hover.show(source.drawing)
      relations.show(source)
    },
    glide: glide.show,
    findMovers: (drawing) => findMovers(stage, drawing),
    show: (source, window) => painter?.show(source, window) ?? null,
    rest: () => painter?.rest(),
    close: () => {
      glide.stop()
      hover.stop()
      relations.stop()
      painter?.close()
    },
  }
}

/** What a stage needs while it moves, loaded after the first picture: until then everything stands where it is to be. */
import { isInPlace, isNearlyInPlace, type StageView } from '../../core/marks/stage.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import type { Carried, LiveWindow } from '../shared/liveWindow.ts'
import { openGlide } from './clockGlide.ts'
import { watchHover } from './stageHover.ts'
import { openPaintedStage } from './paintedStage.ts'
import { openMovers, type MoveParts, type Mover } from './stageMovers.ts'
import { watchRelations } from './stageRelations.ts'
import type { StageSource, TimelineDrawing } from './timelineDrawing.ts'

export interface StageMotion {
  /** What moves the page's parts of a drawing. @param periods names of periods */
  readonly openMovers: (drawing: TimelineDrawing, periods: readonly Mover[]) => MoveParts
  /**
   * A window of a drawing, at rest or while it moves. @param view of this window
   * @returns null: nobody else shows it, so that the page has to
   */
  readonly show: (source: StageSource, window: TimeWindow, view: StageView) => Carried | null
  /** A drawing of React's has come: from one clock to another its marks go to their new places. */
  readonly glide: (source: StageSource, live: LiveWindow) => void
  readonly close: () => void
}

/** @param surface in which the stage lies */
export function openMotion(surface: HTMLElement, stage: HTMLElement): StageMotion {
  const painted = openPaintedStage(surface, stage)
  const hover = watchHover(stage)
  const relations = watchRelations(stage)
  const glide = openGlide(surface, stage)
  let shown: StageSource | null = null
  let isAway = false
  /**
   * Tells who points at what, and joins it, what there is. Held by a press alone, everything stands where it stood at
   * rest and is meant by whoever points at it; what has left its place and only passes there again is not.
   * @param isPainted instead of being moved: it is seen elsewhere than it stands
   */
  const watch = (source: StageSource, view: StageView, isPainted: boolean): void => {
    const wasAway = isAway
    isAway = (source.drawing.isMoving || isPainted) && (wasAway || !isInPlace(view))
    if (source === shown && isAway === wasAway) return
    surface.toggleAttribute('data-away', isAway)
    hover.show(source.drawing, !isAway)
    relations.show(source, !isAway)
  }
  /**
   * Where nothing moved, a drawing that comes is at rest: the window follows it. What a gesture has left differs by less
   * than can be seen from the drawing that follows that.
   */
  const isMoved = (source: StageSource, view: StageView): boolean => {
    if (source.drawing.isMoving) return true
    if (painted?.isMoving !== true) return source === shown && !isNearlyInPlace(view)
    return source === shown ? !isInPlace(view) : !isNearlyInPlace(view)
  }
  return {
    glide: glide.show,
    openMovers: (drawing, periods) => openMovers(stage, drawing, periods),
    show: (source, window, view) => {
      const isAtRest = !isMoved(source, view)
      const carried = isAtRest ? null : (painted?.show(source, window) ?? null)
      if (isAtRest) painted?.rest()
      watch(source, view, carried !== null)
      shown = source
      return carried
    },
    close: () => {
      glide.stop()
      hover.stop()
      relations.stop()
      painted?.close()
    },
  }
}

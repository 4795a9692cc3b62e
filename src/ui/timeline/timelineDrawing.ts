/** What is a drawing whose every place is worked out? */
import type { EventId } from '../../core/base/brand.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { LaneLayout } from '../../core/marks/laneLayout.ts'
import type { LayoutMetrics } from '../../core/marks/metrics.ts'
import type { PlacedCluster, PlacedDensity, PlacedRoot } from '../../core/marks/placedMark.ts'
import type { StageContent } from '../../core/marks/stageLines.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { EventList } from '../../core/story/eventBrief.ts'
import type { AxisTicks } from '../../core/time/axisTicks.ts'
import type { TimeScale } from '../../core/time/timeScale.ts'
import type { TimeWindow, WindowLimits } from '../../core/time/timeWindow.ts'
import type { MarkWords } from './MarkButtons.tsx'
import { AXIS_PX } from './timelineSizes.ts'

export interface TimelineDrawing {
  /** Of the stage, on which everything has its place: at rest the window, in a motion more on either side. */
  readonly scale: TimeScale
  /** Of the window. */
  readonly widthPx: number
  /** A motion runs, or may begin. */
  readonly isMoving: boolean
  readonly layout: LaneLayout
  readonly metrics: LayoutMetrics
  readonly marks: readonly StyledMark[]
  readonly clusters: readonly PlacedCluster[]
  readonly densities: readonly PlacedDensity[]
  readonly roots: readonly PlacedRoot[]
  readonly ticks: AxisTicks
  readonly limits: WindowLimits
}

/** What is shown at rest, and whence the same for another window comes. */
export interface StageSource {
  readonly drawing: TimelineDrawing
  /** A stage around a window that moves. */
  readonly drawAround: (window: TimeWindow) => TimelineDrawing
  readonly wordsOf: (row: EventRow) => MarkWords
  /** Others, by the same ids, where another clock was chosen. */
  readonly events: EventList
  readonly rootWords: (root: PlacedRoot) => { readonly lead: string; readonly rest: string }
  /** Row of an event; null where that is not known. */
  readonly rowOf: (id: EventId) => EventRow | null
  /** Of titles. */
  readonly language: string
}

/** What has lines on the stage. */
export function contentOf(drawing: TimelineDrawing): StageContent {
  return { ...drawing, ends: drawing.scale, axisPx: AXIS_PX, bottomPx: bottomOf(drawing) }
}

/** Where the undated lane begins, px from the top of the stage: there lines of time end, since it has no place on the axis. */
export function bottomOf({ layout }: Pick<TimelineDrawing, 'layout'>): number {
  const undated = layout.lanes.find((lane) => lane.kind === 'undated')
  return AXIS_PX + (undated?.topPx ?? layout.heightPx)
}

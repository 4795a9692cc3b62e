/** What does a layout answer? Which lanes there are, and what stands where in them at one resolution, wherever the window is. */
import type { EventIndex, EventRow, RowColumns, RowValues } from '../indexing/eventIndex.ts'
import type { Matches } from '../indexing/findMatches.ts'
import type { ShownLanes } from '../indexing/shownLanes.ts'
import type { EventBrief, EventList } from '../story/eventBrief.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { TimeWindow } from '../time/timeWindow.ts'
import type { CivilMs, DurationMs, Px } from '../time/units.ts'
import type { RowClaim } from './assignRows.ts'
import type { EventLabel } from './eventLabel.ts'
import type { LaneName } from './laneName.ts'
import type { LayoutMetrics } from './metrics.ts'
import type { PlacedDensity, PlacedLabel } from './placedMark.ts'
import type { SignPart } from './signPart.ts'

export interface LaneBand {
  readonly kind: LaneName
  readonly topPx: Px
  readonly heightPx: Px
  /** y of the first row's top edge. */
  readonly rowsTopPx: Px
  readonly rowPx: Px
  /** From a row's top edge to the line on which signs are centred; whole, since pages snap texts to px. */
  readonly signPx: Px
  /** Its rows, where they are of several heights; not given: all are as above. */
  readonly lines?: readonly LaneLine[]
  /** Events that pass the filter, and those that do not. */
  readonly shownCount: number
  readonly hiddenCount: number
  /** Row of the lane in which clusters stand; null without any. */
  readonly clusterRow: number | null
}

/** One row of a lane. */
export interface LaneLine {
  /** Of its top edge from that of the first row. */
  readonly topPx: Px
  readonly heightPx: Px
  /** As of a lane. */
  readonly signPx: Px
}

/** The row of a number from 0. */
export function lineOf({ lines, rowPx, signPx }: LaneBand, row: number): LaneLine {
  return lines?.[row] ?? { topPx: row * rowPx, heightPx: rowPx, signPx }
}

/** Events that have no row of their own, counted together: those of one bucket of time in one lane. */
export interface LaidCluster {
  readonly key: string
  readonly lane: LaneName
  readonly count: number
  /** The first and the last of them by time. */
  readonly firstRow: EventRow
  readonly lastRow: EventRow
  readonly has: (row: EventRow) => boolean
  /** When the first and the last of them begin (see anchorMs). */
  readonly startMs: CivilMs
  readonly endMs: CivilMs
  /** The stretch of time that it stands for; the same wherever the window is. null: the undated ones. */
  readonly bucket: TimeWindow | null
  /** They began before the window and go on in it: the box stands at its edge. */
  readonly isEarlier: boolean
}

/** How many events begin in each of equal stretches of a bucket in which nothing is drawn on its own. */
export interface LaidDensity {
  readonly lane: LaneName
  readonly startMs: CivilMs
  readonly binMs: DurationMs
  readonly counts: readonly number[]
}

export interface LaneLayout {
  readonly lanes: readonly LaneBand[]
  readonly heightPx: Px
  /** Lanes in which an event is drawn on its own, from top to bottom; needed only where there may be several. */
  readonly lanesOf?: (row: EventRow) => readonly LaneName[]
  /** Row of its lane in which an event stands; -1: it is not drawn on its own. @param lane needed only as above */
  readonly rowOf: (row: EventRow, lane?: LaneName) => number
  /** Where something begins that the event's label must end before; Infinity: nothing does. */
  readonly limitMs: (row: EventRow, lane?: LaneName) => CivilMs
  /** Where something ends that the label must begin after; -Infinity: nothing does. */
  readonly fromMs: (row: EventRow, lane?: LaneName) => CivilMs
  /** For undated events, x of the item; NaN for others. */
  readonly undatedX: (row: EventRow) => Px
  /** Events drawn on their own whose marks may touch the window, and the undated ones; in reading order. */
  readonly rowsIn: (window: TimeWindow) => readonly EventRow[]
  /** Clusters with an event in the window, lane by lane, by time; and the undated one. */
  readonly clustersIn: (window: TimeWindow) => readonly LaidCluster[]
  readonly densityIn: (window: TimeWindow) => readonly LaidDensity[]
  /** The same as bars, one entry for each lane that has some in view. */
  readonly barsIn: (scale: TimeScale) => readonly PlacedDensity[]
}

/** How events are drawn that stand by their reports: see drawByReport.ts, which is not part of the first view. */
export interface ReportDrawing {
  /** More rows, and on a narrow drawing higher ones. */
  readonly adaptMetrics: (metrics: LayoutMetrics) => LayoutMetrics
  readonly placeSign: (
    event: EventBrief,
    when: NonNullable<EventBrief['when']>,
    scale: TimeScale,
  ) => readonly SignPart[]
  /** Above the sign, where rows are high enough for that. @param bandY top of the row */
  readonly placeLabel: (
    sign: readonly SignPart[],
    label: EventLabel,
    bandY: Px,
    scale: TimeScale,
  ) => PlacedLabel
  /** With what hangs from the report. @param claim of a known day alone; @param widthPx of the label */
  readonly widenClaim: (
    claim: RowClaim,
    event: EventBrief | undefined,
    widthPx: Px,
    toPx: (timeMs: CivilMs) => Px,
    metrics: LayoutMetrics,
  ) => RowClaim
}

export interface LayoutInput {
  readonly events: EventList
  readonly index: RowColumns
  /** A MATCH for each row. */
  readonly matches: RowValues
  readonly labelOf: (row: EventRow) => EventLabel
  readonly resolution: DurationMs
  readonly widthPx: Px
  readonly metrics: LayoutMetrics
  /** Where labels of ranges without a start stand: the first moment the story knows. */
  readonly storyStartMs: CivilMs
  /** Reports from which the line of a root runs down. */
  readonly rootRows: ReadonlySet<EventRow>
  /** undefined: they stand by when they happened. */
  readonly byReport?: ReportDrawing | undefined
}

/** What is laid out where all rows are at hand. */
export interface WholeInput extends LayoutInput {
  readonly index: EventIndex
  readonly matches: Matches
  readonly shownLanes: ShownLanes
}

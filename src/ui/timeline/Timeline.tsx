/** The timeline: axis, lanes with their names, signs, and the buttons that stand over them. */
import { useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { LaneLayout } from '../../core/marks/laneLayout.ts'
import type { LayoutMetrics } from '../../core/marks/metrics.ts'
import type { PlacedCluster, PlacedDensity, PlacedRoot } from '../../core/marks/placedMark.ts'
import type { StyledMark } from '../../core/marks/styleMarks.ts'
import type { AxisTicks } from '../../core/time/axisTicks.ts'
import type { TimeWindow, WindowLimits } from '../../core/time/timeWindow.ts'
import { Axis } from './Axis.tsx'
import { LaneHeadings } from './LaneHeadings.tsx'
import { MarkButtons, type MarkWords } from './MarkButtons.tsx'
import { MarkShapes } from './MarkShapes.tsx'
import { RootNote } from './RootNote.tsx'
import './timeline.css'
import { AXIS_PX } from './timelineSizes.ts'
import { useTimelineKeys, type TimelineKeys } from './useTimelineKeys.ts'
import { useZoomGesture } from './useZoomGesture.ts'

/** A drawing whose every place is worked out. */
export interface TimelineDrawing {
  readonly widthPx: number
  readonly layout: LaneLayout
  readonly metrics: LayoutMetrics
  readonly marks: readonly StyledMark[]
  readonly clusters: readonly PlacedCluster[]
  readonly densities: readonly PlacedDensity[]
  readonly roots: readonly PlacedRoot[]
  readonly ticks: AxisTicks
  readonly window: TimeWindow
  readonly limits: WindowLimits
}

interface TimelineProps extends Omit<TimelineKeys, 'marks' | 'clusters'> {
  readonly drawing: TimelineDrawing
  /** The element whose width the drawing has. */
  readonly frameRef: RefObject<HTMLDivElement | null>
  readonly listRef: RefObject<HTMLOListElement | null>
  readonly wordsOf: (row: EventRow) => MarkWords
  readonly clusterWords: (cluster: PlacedCluster) => string
  readonly rootWords: (root: PlacedRoot) => { readonly lead: string; readonly rest: string }
  readonly language: string
  readonly detailsId: string
  /** What stands in the drawing's place while it is empty. */
  readonly empty: ReactNode
  readonly onOpen: (row: EventRow) => void
  readonly onOpenCluster: (cluster: PlacedCluster) => void
  readonly onHover: (row: EventRow | null) => void
  readonly onWindow: (window: TimeWindow) => void
}

export function Timeline(props: TimelineProps): ReactElement {
  const { drawing, frameRef, listRef, shownRows } = props
  const [isDragging, setIsDragging] = useState(false)
  const surface = useRef<HTMLDivElement>(null)
  useZoomGesture(surface, {
    window: drawing.window,
    limits: drawing.limits,
    widthPx: drawing.widthPx,
    onWindow: props.onWindow,
    onGesture: setIsDragging,
  })
  const keys = useTimelineKeys(listRef, { ...props, marks: drawing.marks, clusters: drawing.clusters })
  const heightPx = AXIS_PX + drawing.layout.heightPx
  const knownDays = drawing.marks.flatMap((mark) =>
    mark.isGhost ? [] : mark.sign.flatMap((part) => (part.kind === 'disc' ? [part.x] : [])),
  )
  return (
    <section className={`timeline heading-${drawing.metrics.heading}`} aria-label="Timeline">
      {drawing.marks
        .filter((mark) => mark.isSelected && !mark.isGhost)
        .map(({ row, band }) => (
          <div key={row} className="selected-wash" style={{ top: band.y, height: band.height }} />
        ))}
      <LaneHeadings layout={drawing.layout} />
      <div ref={frameRef} className="timeline-frame">
        <div
          ref={surface}
          className={`timeline-surface${isDragging ? ' is-dragging' : ''}`}
          style={{ height: heightPx }}
        >
          <svg className="timeline-shapes" width={drawing.widthPx} height={heightPx} aria-hidden="true">
            <Axis
              ticks={drawing.ticks}
              widthPx={drawing.widthPx}
              heightPx={gridBottom(drawing)}
              knownDays={knownDays}
            />
            <g transform={`translate(0,${AXIS_PX})`}>
              <MarkShapes {...drawing} />
            </g>
          </svg>
          {drawing.roots.map((root) => (
            <RootNote key={root.row} root={root} topPx={AXIS_PX} words={props.rootWords(root)} />
          ))}
          <MarkButtons
            {...props}
            {...keys}
            marks={drawing.marks}
            clusters={drawing.clusters}
            topPx={AXIS_PX}
            shownCount={shownRows.length}
            positionOf={(row) => shownRows.countBefore(row) + 1}
          />
          {props.empty}
        </div>
      </div>
    </section>
  )
}

/** Lines of time end where the undated lane begins: it has no place on the axis. */
function gridBottom({ layout }: TimelineDrawing): number {
  const undated = layout.lanes.find((lane) => lane.kind === 'undated')
  return AXIS_PX + (undated?.topPx ?? layout.heightPx)
}

/** The timeline: axis, lanes with their names, signs, and the buttons that stand over them. */
import { useRef, type ComponentType, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { PlacedCluster } from '../../core/marks/placedMark.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import type { ReportWords } from '../../core/wording/eventWords.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { Axis } from './Axis.tsx'
import type { LaneBand } from '../../core/marks/laneLayout.ts'
import { LaneHeadings, type LaneHeading } from './LaneHeadings.tsx'
import { MarkButtons } from './MarkButtons.tsx'
import type { MarkTwinsProps } from './MarkTwins.tsx'
import { RootNote } from './RootNote.tsx'
import { groundOf, StageGround } from './StageGround.tsx'
import { EdgeShapes, StageShapes } from './StageShapes.tsx'
import './timeline.css'
import type { StageSource } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'
import { useStage } from './useStage.ts'
import { useTimelineKeys, type TimelineKeys } from './useTimelineKeys.ts'
import { useGestures } from './useGestures.ts'

export interface TimelineProps
  extends Omit<TimelineKeys, 'layout' | 'marks' | 'clusters' | 'isMoving'>, StageSource {
  readonly live: LiveWindow
  /** undefined: events stand by when they happened. */
  readonly reportWords?: ReportWords | undefined
  /** The element whose width the window has. */
  readonly frameRef: RefObject<HTMLDivElement | null>
  readonly listRef: RefObject<HTMLOListElement | null>
  readonly clusterWords: (cluster: PlacedCluster) => string
  /** What stands beside lanes; not given: they are by how well dates are known. */
  readonly headingOf?: ((lane: LaneBand) => LaneHeading) | undefined
  /** Draws events in their other lanes; needed only where they have several. */
  readonly Twins?: ComponentType<MarkTwinsProps> | undefined
  readonly detailsId: string
  /** What stands in the drawing's place while it is empty. */
  readonly empty: ReactNode
  readonly onOpen: (row: EventRow) => void
  readonly onOpenCluster: (cluster: PlacedCluster) => void
  /** A step of a gesture. */
  readonly onWindow: (window: TimeWindow) => void
  /** A mouse was pressed where nothing stands, or was let go. */
  readonly onPress: (isDown: boolean) => void
}

export function Timeline(props: TimelineProps): ReactElement {
  const { drawing, live, frameRef, listRef, shownRows, Twins } = props
  const { scale, layout } = drawing
  const surface = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  useStage(surface, stage, props, live)
  useGestures(surface, live, {
    limits: drawing.limits,
    widthPx: drawing.widthPx,
    onWindow: props.onWindow,
    onPress: props.onPress,
  })
  const keys = useTimelineKeys(listRef, { ...props, ...drawing })
  const heightPx = AXIS_PX + layout.heightPx
  const bands = drawing.marks.flatMap((mark) => (mark.isSelected && !mark.isGhost ? [mark.band] : []))
  return (
    <section className={`timeline heading-${drawing.metrics.heading}`} aria-label="Timeline">
      {bands.map(({ y, height }) => (
        <div key={y} className="selected-wash" style={{ top: y, height }} />
      ))}
      <LaneHeadings layout={layout} names={props.reportWords?.laneNames} headingOf={props.headingOf} />
      <div ref={frameRef} className="timeline-frame">
        <div ref={surface} className="timeline-surface" style={{ height: heightPx }}>
          <div ref={stage} className="stage" style={{ width: drawing.widthPx }}>
            <StageGround layout={layout} bands={bands} {...groundOf(scale)} />
            <svg className="timeline-shapes" width={drawing.widthPx} height={heightPx} aria-hidden="true">
              <StageShapes topPx={AXIS_PX} />
            </svg>
            <Axis ticks={drawing.ticks} rightPx={scale.rightPx} />
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
            {Twins !== undefined && <Twins {...props} marks={drawing.marks} topPx={AXIS_PX} />}
          </div>
          <svg className="timeline-shapes" width={drawing.widthPx} height={heightPx} aria-hidden="true">
            <EdgeShapes topPx={AXIS_PX} widthPx={drawing.widthPx} />
          </svg>
          <div className="stage-axis" style={{ top: AXIS_PX - 1 }} />
          <div className="stage-shield" />
          {props.empty}
        </div>
      </div>
    </section>
  )
}

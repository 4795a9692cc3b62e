/** The timeline with its overview: the steps of the pipe, and what gestures, keys and buttons do to the window. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { PlacedCluster, PlacedRoot } from '../core/marks/placedMark.ts'
import { revealWindow } from '../core/marks/revealWindow.ts'
import { styleMarks } from '../core/marks/styleMarks.ts'
import { formatEdtf } from '../core/time/formatEdtf.ts'
import { clampWindow, spanOf, stepWindow, zoomWindow, type TimeWindow } from '../core/time/timeWindow.ts'
import { DAY_MS } from '../core/time/units.ts'
import { describeCluster } from '../core/wording/clusterWords.ts'
import { formatWindowWords } from '../core/wording/dayWords.ts'
import { describeRoot } from '../core/wording/rootWords.ts'
import { formatEventCount } from '../core/wording/storyWords.ts'
import type { WindowMove } from '../ui/overview/Overview.tsx'
import { useElementWidth } from '../ui/shared/useElementSize.ts'
import { useMediaQuery } from '../ui/shared/useMediaQuery.ts'
import { Timeline, type TimelineProps } from '../ui/timeline/Timeline.tsx'
import type { TimelineDrawing } from '../ui/timeline/timelineDrawing.ts'
import { useLiveWindow } from './useLiveWindow.ts'
import {
  useMarkWords,
  useRestWindow,
  useTimelineMarks,
  type FoundEvents,
  type StoryIndex,
} from './useTimelineMarks.ts'
import { later } from './later.tsx'
import { loadOverview } from './laterParts.ts'
import { PartBoundary } from './PartBoundary.tsx'
import { useWindowMotion } from './useWindowMotion.ts'

const OverviewView = later(loadOverview, <div className="overview-waiting" />)

/** What differs where lanes are not by how well dates are known. */
export type LaneArrangement = Pick<TimelineProps, 'headingOf' | 'Twins' | 'laneTitle' | 'clusterWords'>

export interface TimelineViewProps {
  /** How wide the drawing will be, if that has been measured before it stands there, px. */
  readonly firstWidthPx?: number
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly openRow: EventRow | null
  readonly chosenWindow: TimeWindow | null
  readonly arrangement?: LaneArrangement
  readonly detailsId: string
  readonly empty: ReactNode
  readonly onWindow: (window: TimeWindow | null) => void
  readonly onOpenRow: (row: EventRow) => void
  readonly onList: () => void
  readonly onDates: (from: string, to: string) => void
  readonly onSay: (sentence: string) => void
}

/** A press of a button zooms by this, and moves by this share of the window. */
const ZOOM_STEP = 2
const PAN_SHARE = 0.5
/** A cluster that was opened fills this share of the window. */
const CLUSTER_SHARE = 0.7

export function TimelineView(props: TimelineViewProps): ReactElement {
  const { storyIndex, found, openRow, onWindow, onSay } = props
  const { limits, index } = storyIndex
  const frameRef = useRef<HTMLDivElement>(null)
  const listRef = useRef<HTMLOListElement>(null)
  const widthPx = useElementWidth(frameRef, props.firstWidthPx)
  const isLow = useMediaQuery('(max-height: 940px)')
  // Where app.css takes the gutter away.
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const isCompact = isLow || openRow !== null
  const surroundings = useMemo(
    () => ({ heading: isNarrow ? 'above' : 'side', isCompact }) as const,
    [isNarrow, isCompact],
  )

  const rest = useRestWindow(storyIndex, props.chosenWindow, widthPx)
  const { live, held, step, pass, press, release, tell } = useLiveWindow(rest.window, onWindow)
  /** null: back to the first view. */
  const setWindow = useCallback(
    (window: TimeWindow | null) => {
      onWindow(window === null ? null : clampWindow(window, limits))
      release()
    },
    [onWindow, release, limits],
  )
  const { pipe, stageAround } = useTimelineMarks(storyIndex, found, rest.window, held, widthPx, surroundings)
  useLayoutEffect(() => tell(pipe.scale, pipe.widthPx))
  const wordsOf = useMarkWords(storyIndex, found)
  const draw = useCallback(
    (stage: typeof pipe, isMoving: boolean): TimelineDrawing => {
      const marks = styleMarks(stage.placed.marks, { selected: openRow })
      return { ...stage, ...stage.placed, marks, limits, isMoving }
    },
    [openRow, limits],
  )
  const drawing = useMemo(() => draw(pipe, held !== null), [draw, pipe, held])

  const { goTo, stop } = useWindowMotion(live, pass)
  const latest = useRef(setWindow)
  useEffect(() => {
    latest.current = setWindow
  })

  const moveTo = (window: TimeWindow, onEnd?: () => void): void => {
    const target = clampWindow(window, limits)
    goTo(target, () => {
      setWindow(target)
      onEnd?.()
    })
    onSay(`Showing ${formatWindowWords(target.startMs, target.endMs)}.`)
  }
  const showAll = (): void => {
    goTo(rest.fitted, () => setWindow(null))
    onSay('Showing the whole story.')
  }
  const zoomAt = (zoomFactor: number, row: EventRow | null): void => {
    const mark = drawing.marks.find((candidate) => candidate.row === row)
    const { startMs, endMs } = live.get()
    const anchorMs = mark === undefined ? (startMs + endMs) / 2 : pipe.scale.pxToTime(mark.box.x + 8)
    moveTo(zoomWindow(live.get(), zoomFactor, anchorMs))
  }
  const reveal = useCallback(
    (row: EventRow) => {
      const extent = { startMs: index.startMs[row] ?? NaN, endMs: index.endMs[row] ?? NaN }
      const target = revealWindow(live.get(), extent, limits)
      if (target !== null) goTo(target, () => latest.current(target))
    },
    [index, limits, live, goTo],
  )
  // An event opened from elsewhere (previous, next, a relation) comes into view; one that a link opened is where the
  // link has its window.
  const openBefore = useRef(openRow)
  useEffect(() => {
    if (openRow !== null && openRow !== openBefore.current) reveal(openRow)
    openBefore.current = openRow
  }, [openRow, reveal])

  const onMove = (move: WindowMove): void => {
    const moves: Readonly<Record<WindowMove, () => void>> = {
      earlier: () => moveTo(stepWindow(live.get(), -PAN_SHARE)),
      later: () => moveTo(stepWindow(live.get(), PAN_SHARE)),
      in: () => zoomAt(ZOOM_STEP, openRow),
      out: () => zoomAt(1 / ZOOM_STEP, openRow),
      all: showAll,
    }
    moves[move]()
  }
  const onOpenCluster = ({ startMs, endMs, count, lastRow, bucket, isEarlier }: PlacedCluster): void => {
    if (bucket === null) return props.onList()
    if (count === 1 && !isEarlier) return props.onOpenRow(lastRow)
    if (isEarlier || spanOf(live.get()) <= limits.minSpanMs * 1.01 || endMs - startMs < DAY_MS) {
      props.onDates(dayOf(startMs), dayOf(endMs))
      onSay(`${formatEventCount(count)} of these days in the list.`)
      return
    }
    const marginMs = ((endMs - startMs) * (1 / CLUSTER_SHARE - 1)) / 2
    moveTo({ startMs: startMs - marginMs, endMs: endMs + marginMs })
  }
  const onStep = (window: TimeWindow): void => {
    stop()
    step(clampWindow(window, limits))
  }
  const rootWords = (root: PlacedRoot): { readonly lead: string; readonly rest: string } =>
    describeRoot(storyIndex.events.at(root.row)?.when?.date, root.count)

  return (
    <>
      <Timeline
        frameRef={frameRef}
        listRef={listRef}
        drawing={drawing}
        drawAround={(window) => draw(stageAround(window), true)}
        live={live}
        wordsOf={wordsOf}
        events={storyIndex.events}
        clusterWords={describeCluster}
        rootWords={rootWords}
        rowOf={storyIndex.rowOf}
        {...props.arrangement}
        language={storyIndex.frame.language}
        reportWords={storyIndex.byReport?.words}
        detailsId={props.detailsId}
        empty={props.empty}
        shownRows={found.shownRows}
        selectedRow={openRow}
        onOpen={props.onOpenRow}
        onOpenCluster={onOpenCluster}
        onWindow={onStep}
        onPress={press}
        onReveal={reveal}
        onZoom={zoomAt}
        onShowAll={showAll}
        onPage={(windows, onEnd) => moveTo(stepWindow(live.get(), windows), onEnd)}
        onSay={onSay}
      />
      <PartBoundary part="The overview" resetKey="">
        <OverviewView
          {...{ storyIndex, found, limits, live, onMove }}
          window={rest.window}
          isHeld={held !== null}
          onDrag={onStep}
          onWindow={(window) => {
            stop()
            setWindow(window)
          }}
        />
      </PartBoundary>
    </>
  )
}

/** The civil day that holds a moment, as EDTF. */
function dayOf(timeMs: number): string {
  return formatEdtf(Math.floor(timeMs / DAY_MS) * DAY_MS)
}

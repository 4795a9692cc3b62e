/** The timeline in lanes of actors: who has a lane, what it is called, and the pipe of any timeline under it. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import type { ActorLanes, LaneOwner } from '../core/indexing/actorLanes.ts'
import type { ActorChoice } from '../core/indexing/chooseActors.ts'
import type { CountedActorLanes } from '../core/indexing/countedActors.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { LaneBand, LaneLayout, LayoutInput } from '../core/marks/laneLayout.ts'
import type { LaneName } from '../core/marks/laneName.ts'
import { layOutActors, ownerOf } from '../core/marks/layOutActors.ts'
import {
  describeActorLane,
  describeActorLanes,
  describeInLane,
  describeMoreLanes,
  lanesFailed,
  lanesRefused,
  lanesWaiting,
  nameActorLane,
  type LaneCounts,
} from '../core/wording/actorLaneWords.ts'
import { describeCluster } from '../core/wording/clusterWords.ts'
import { laneWords } from '../core/wording/storyWords.ts'
import { spellControls } from '../core/wording/visibleControls.ts'
import { Bidi } from '../ui/shared/Bidi.tsx'
import '../ui/timeline/actorLanes.css'
import { headingOfKind, type LaneHeading } from '../ui/timeline/LaneHeadings.tsx'
import { MarkTwins } from '../ui/timeline/MarkTwins.tsx'
import { choiceOf, finderOf, numbersOf } from './actorLaneFinder.ts'
import { MeasuredTimeline } from './MeasuredTimeline.tsx'
import { runInSlices } from './runInSlices.ts'
import type { LaneArrangement, TimelineViewProps } from './TimelineView.tsx'
import type { ActorLaneSource } from './tiles/tiledActorLanes.ts'
import type { FoundEvents, StoryIndex, WholeRows } from './useTimelineMarks.ts'

/** Lanes of so few events are found while the picture is made, as it takes a few milliseconds. */
const AT_ONCE = 50_000

interface ActorTimelineProps extends Omit<TimelineViewProps, 'firstWidthPx' | 'arrangement'> {
  /** Actors that the filter asks for: they have lanes before all others. */
  readonly chosen: readonly string[]
}

export function ActorTimeline(props: ActorTimelineProps): ReactElement {
  const { drawn } = props.found
  if (drawn.kind === 'rows') return <WholeActorTimeline {...props} rows={drawn.rows} />
  // Without lanes of actors the switch does not lead here.
  return drawn.actors === null ? (
    <MeasuredTimeline {...props} />
  ) : (
    <TiledActorTimeline {...props} source={drawn.actors} />
  )
}

/** Of a story in memory. */
function WholeActorTimeline({
  rows,
  ...props
}: ActorTimelineProps & { readonly rows: WholeRows }): ReactElement {
  const { found, chosen } = props
  const { index } = rows
  const [isUnfolded, setIsUnfolded] = useState(false)
  const choice = useMemo(
    () => choiceOf(numbersOf(index, chosen), found.shown, isUnfolded),
    [index, chosen, found.shown, isUnfolded],
  )
  const drawn = useFoundLanes(found, rows, choice)
  if (drawn === null) return <p className="view-waiting">{lanesWaiting}</p>
  return <ActorLanesFrame {...{ props, drawn, choice }} onUnfold={() => setIsUnfolded(true)} />
}

/** Of a story in tiles. */
function TiledActorTimeline({
  source,
  ...props
}: ActorTimelineProps & { readonly source: ActorLaneSource }): ReactElement {
  const { found, chosen, storyIndex } = props
  const { actors } = storyIndex.frame
  const [isUnfolded, setIsUnfolded] = useState(false)
  const choice = useMemo(() => {
    const ids = [...actors.keys()]
    const first = chosen.map((actor) => ids.findIndex((id) => id === actor))
    return choiceOf(first, found.shown, isUnfolded)
  }, [actors, chosen, found.shown, isUnfolded])
  const { drawn, isRefused, onRetry } = useTiledLanes(found, source, choice)
  const trouble = onRetry && (
    <>
      {lanesFailed.sentence}{' '}
      <button type="button" className="text-button" onClick={onRetry}>
        {lanesFailed.again}
      </button>
    </>
  )
  if (drawn !== null)
    return <ActorLanesFrame {...{ props, drawn, choice, trouble }} onUnfold={() => setIsUnfolded(true)} />
  if (!isRefused) return <p className="view-waiting">{trouble ?? lanesWaiting}</p>
  return (
    <>
      <p className="lanes-note">{lanesRefused}</p>
      <MeasuredTimeline {...props} />
    </>
  )
}

/** What is drawn: all of it belongs together. */
interface DrawnLanes {
  /** With the layout in lanes of actors. */
  readonly inLanes: FoundEvents
  readonly lanes: NamedLanes
  /** It is what was asked for, and not what stands until that is there. */
  readonly isPresent: boolean
}

type NamedLanes = LaneCounts & {
  readonly lanes: readonly { readonly owner: LaneOwner; readonly undatedCount: number }[]
}

interface ActorLanesFrameProps {
  readonly props: ActorTimelineProps
  readonly drawn: DrawnLanes
  readonly choice: ActorChoice
  readonly trouble?: ReactNode
  readonly onUnfold: () => void
}

function ActorLanesFrame({ props, drawn, choice, trouble, onUnfold }: ActorLanesFrameProps): ReactElement {
  const { storyIndex, openRow } = props
  const { lanes, inLanes, isPresent } = drawn
  // A root is one line through all its sheets, and these stand in many lanes: in the details it is told in words.
  const withoutRoots = useMemo(() => ({ ...storyIndex, roots: [] }), [storyIndex])
  const arrangement = useMemo(() => arrange(storyIndex, lanes), [storyIndex, lanes])
  const frame = useRef<HTMLDivElement>(null)
  useOpenedInView(frame, openRow)
  const canUnfold = !choice.isUnfolded && lanes.otherActorCount > 0
  return (
    <div ref={frame} className="actor-lanes" aria-busy={!isPresent}>
      <p className="lanes-note">
        {trouble ?? describeActorLanes(lanes)}{' '}
        {canUnfold && (
          <button type="button" className="text-button" onClick={onUnfold}>
            {describeMoreLanes(Math.min(lanes.otherActorCount, choice.most - choice.few))}
          </button>
        )}
      </p>
      <MeasuredTimeline {...props} storyIndex={withoutRoots} found={inLanes} arrangement={arrangement} />
    </div>
  )
}

interface FoundLanes {
  readonly found: FoundEvents
  readonly rows: WholeRows
  readonly lanes: ActorLanes
}

/** Until the lanes of a large story are found, those from before with the events from before; null: there are none. */
function useFoundLanes(found: FoundEvents, rows: WholeRows, choice: ActorChoice): DrawnLanes | null {
  const { index, matches } = rows
  const finder = finderOf(index)
  const [last, setLast] = useState<FoundLanes | null>(null)
  const lanes = index.rowCount <= AT_ONCE ? finder.find(matches, choice) : finder.known(matches, choice)
  const present = useMemo(() => (lanes === null ? null : { found, rows, lanes }), [found, rows, lanes])
  if (present !== null && present !== last) setLast(present)
  useEffect(() => {
    if (lanes !== null) return
    return runInSlices(finder.findInSteps(matches, choice), (done) => setLast({ found, rows, lanes: done }))
  }, [finder, lanes, found, rows, matches, choice])
  const drawn = present ?? (last?.rows.index === index ? last : null)
  const isPresent = present !== null
  return useMemo(() => {
    if (drawn === null) return null
    const lay = (input: LayoutInput): LaneLayout =>
      layOutActors({ ...input, ...drawn.rows }, drawn.lanes, drawn.found.shown)
    const inLanes = { ...drawn.found, drawn: { kind: 'rows' as const, rows: drawn.rows, lay } }
    return { inLanes, lanes: drawn.lanes, isPresent }
  }, [drawn, isPresent])
}

/** Lanes that were read, or that could not be. */
interface ReadLanes {
  readonly source: ActorLaneSource
  readonly choice: ActorChoice
  /** `failed`: they could not be fetched; null: they are of too many events. */
  readonly lanes: CountedActorLanes | 'failed' | null
}

interface LastLanes {
  readonly source: ActorLaneSource
  readonly found: FoundEvents
  readonly lanes: CountedActorLanes
}

interface TiledLanes {
  /** Until lanes have been read, those from before; null: there are none. */
  readonly drawn: DrawnLanes | null
  readonly isRefused: boolean
  /** null: nothing failed. */
  readonly onRetry: (() => void) | null
}

function useTiledLanes(found: FoundEvents, source: ActorLaneSource, choice: ActorChoice): TiledLanes {
  const now = useMemo(() => source.now(choice), [source, choice])
  const [read, setRead] = useState<ReadLanes | null>(null)
  const [tries, setTries] = useState(0)
  /** The last that were drawn. */
  const [last, setLast] = useState<LastLanes | null>(null)
  useEffect(() => {
    if (now !== null) return
    let isGone = false
    let stop = (): void => undefined
    const tell = (lanes: ReadLanes['lanes']): void => {
      if (!isGone) setRead({ source, choice, lanes })
    }
    source.find(choice).then(
      (steps) => {
        if (steps === null) tell(null)
        else if (!isGone) stop = runInSlices(steps, tell)
      },
      () => tell('failed'),
    )
    return () => {
      isGone = true
      stop()
    }
  }, [now, source, choice, tries])
  const answer = read?.source === source && read.choice === choice ? read.lanes : undefined
  const lanes = now ?? (typeof answer === 'object' ? answer : null)
  const present = useMemo(() => (lanes === null ? null : { source, found, lanes }), [source, found, lanes])
  if (present !== null && present !== last) setLast(present)
  const isRefused = now === null && answer === null
  const shown = present ?? last
  const isPresent = present !== null
  const drawn = useMemo((): DrawnLanes | null => {
    if (shown?.found.drawn.kind !== 'counts' || isRefused) return null
    const { found: of, source: from, lanes: those } = shown
    const lay = (input: LayoutInput): LaneLayout => from.lay(input, those)
    return { inLanes: { ...of, drawn: { ...shown.found.drawn, lay } }, lanes: those, isPresent }
  }, [shown, isRefused, isPresent])
  const onRetry = answer === 'failed' ? () => setTries((count) => count + 1) : null
  return { drawn, isRefused, onRetry }
}

/** Lanes may be higher than the screen: an event that is opened from elsewhere is scrolled to, in one of its lanes. */
function useOpenedInView(frame: RefObject<HTMLElement | null>, openRow: EventRow | null): void {
  const before = useRef(openRow)
  useEffect(() => {
    const isNew = openRow !== null && openRow !== before.current
    before.current = openRow
    if (!isNew) return
    const marks = [
      ...(frame.current?.querySelectorAll(`[data-row="${openRow}"], [data-twin="${openRow}"]`) ?? []),
    ]
    const isInView = (mark: Element): boolean => {
      const { top, bottom } = mark.getBoundingClientRect()
      return top >= 0 && bottom <= window.innerHeight
    }
    if (!marks.some(isInView)) marks[0]?.scrollIntoView({ block: 'center' })
  }, [frame, openRow])
}

/** What the lanes are called. */
function arrange({ frame, byReport }: StoryIndex, { lanes, otherActorCount }: NamedLanes): LaneArrangement {
  const actors = [...frame.actors.values()]
  const names = byReport?.words.laneNames
  const undated = names?.undated ?? laneWords.undated.name
  const undatedOf = new Map(lanes.map(({ owner, undatedCount }) => [owner, undatedCount]))
  const nameOf = (owner: LaneOwner): string =>
    nameActorLane(owner, (number) => actors[number]?.name ?? '', otherActorCount)
  const titleOf = (lane: LaneName): string => {
    const owner = ownerOf(lane)
    return owner === null ? undated : spellControls(nameOf(owner))
  }
  const headingOf = (lane: LaneBand): LaneHeading => {
    const owner = ownerOf(lane.kind)
    if (owner === null) return headingOfKind(lane, names)
    const counts = describeActorLane(lane.shownCount, lane.hiddenCount, [undatedOf.get(owner) ?? 0, undated])
    return { name: <Bidi text={nameOf(owner)} />, counts, title: `${titleOf(lane.kind)}: ${counts}` }
  }
  return {
    headingOf,
    laneTitle: titleOf,
    Twins: MarkTwins,
    clusterWords: (cluster) => {
      const words = describeCluster(cluster)
      return ownerOf(cluster.lane) === null ? words : describeInLane(titleOf(cluster.lane), words)
    },
  }
}

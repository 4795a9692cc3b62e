/** The timeline in lanes of actors: who has a lane, what it is called, and the pipe of any timeline under it. */
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react'
import type { ActorChoice, ActorLanes, LaneOwner } from '../core/indexing/actorLanes.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { LaneBand, LayoutInput } from '../core/marks/laneLayout.ts'
import type { LaneName } from '../core/marks/laneName.ts'
import { layOutActors, ownerOf } from '../core/marks/layOutActors.ts'
import {
  describeActorLane,
  describeActorLanes,
  describeInLane,
  describeMoreLanes,
  lanesWaiting,
  nameActorLane,
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
import type { FoundEvents, StoryIndex, WholeRows } from './useTimelineMarks.ts'

/** Lanes of so few events are found while the picture is made, as it takes a few milliseconds. */
const AT_ONCE = 50_000

interface ActorTimelineProps extends Omit<TimelineViewProps, 'firstWidthPx' | 'arrangement'> {
  /** Actors that the filter asks for: they have lanes before all others. */
  readonly chosen: readonly string[]
}

export function ActorTimeline({ chosen, ...props }: ActorTimelineProps): ReactElement {
  const { drawn } = props.found
  return drawn.kind === 'rows' ? (
    <ActorLaneTimeline {...props} chosen={chosen} rows={drawn.rows} />
  ) : (
    <MeasuredTimeline {...props} />
  )
}

function ActorLaneTimeline({
  chosen,
  rows,
  ...props
}: ActorTimelineProps & { readonly rows: WholeRows }): ReactElement {
  const { storyIndex, found } = props
  const { index } = rows
  const [isUnfolded, setIsUnfolded] = useState(false)
  const choice = useMemo(
    () => choiceOf(numbersOf(index, chosen), found.shown, isUnfolded),
    [index, chosen, found.shown, isUnfolded],
  )
  const drawn = useFoundLanes(found, rows, choice)
  // A root is one line through all its sheets, and these stand in many lanes: in the details it is told in words.
  const withoutRoots = useMemo(() => ({ ...storyIndex, roots: [] }), [storyIndex])
  const inLanes = useMemo((): FoundEvents | null => {
    if (drawn === null) return null
    const { found: of, rows: at, lanes } = drawn
    const lay = (input: LayoutInput) => layOutActors({ ...input, ...at }, lanes, of.shown)
    return { ...of, drawn: { kind: 'rows', rows: at, lay } }
  }, [drawn])
  const lanes = drawn?.lanes ?? null
  const arrangement = useMemo(
    (): LaneArrangement | null => (lanes === null ? null : arrange(storyIndex, lanes)),
    [storyIndex, lanes],
  )
  const frame = useRef<HTMLDivElement>(null)
  useOpenedInView(frame, props.openRow)
  if (lanes === null || inLanes === null || arrangement === null)
    return <p className="view-waiting">{lanesWaiting}</p>
  const canUnfold = !isUnfolded && lanes.otherActorCount > 0
  return (
    <div ref={frame} className="actor-lanes" aria-busy={drawn?.found !== found}>
      <p className="lanes-note">
        {describeActorLanes(lanes)}{' '}
        {canUnfold && (
          <button type="button" className="text-button" onClick={() => setIsUnfolded(true)}>
            {describeMoreLanes(Math.min(lanes.otherActorCount, choice.most - choice.few))}
          </button>
        )}
      </p>
      <MeasuredTimeline {...props} storyIndex={withoutRoots} found={inLanes} arrangement={arrangement} />
    </div>
  )
}

/** What is drawn: all of it belongs together. */
interface FoundLanes {
  readonly found: FoundEvents
  readonly rows: WholeRows
  readonly lanes: ActorLanes
}

/** Until the lanes of a large story are found, those from before with the events from before; null: there are none. */
function useFoundLanes(found: FoundEvents, rows: WholeRows, choice: ActorChoice): FoundLanes | null {
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
  return present ?? (last?.rows.index === index ? last : null)
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
function arrange({ frame, byReport }: StoryIndex, { lanes, otherActorCount }: ActorLanes): LaneArrangement {
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

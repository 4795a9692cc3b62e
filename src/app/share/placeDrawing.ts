/**
 * The drawing in view, placed for a picture of its own width: the steps of useTimelineMarks.ts once, for the window that the
 * reader chose or the first view.
 */
import { MOST_ACTOR_LANES, type LaneOwner } from '../../core/indexing/actorLanes.ts'
import type { DrawnLanes } from '../../core/exporting/drawLanes.ts'
import type { TextLook } from '../../core/exporting/picture.ts'
import type { Measure } from '../../core/exporting/setText.ts'
import { fitWindow } from '../../core/marks/fitStory.ts'
import type { LaneBand, LaneLayout, LayoutInput } from '../../core/marks/laneLayout.ts'
import { layOutActors, ownerOf } from '../../core/marks/layOutActors.ts'
import { MAX_WHOLE } from '../../core/marks/layOutLanes.ts'
import { metricsFor } from '../../core/marks/metrics.ts'
import { placeMarks } from '../../core/marks/placeMarks.ts'
import { signsOf, type SignName } from '../../core/marks/signNames.ts'
import type { StandingKind } from '../../core/story/story.ts'
import { buildAxisTicks } from '../../core/time/axisTicks.ts'
import { resolutionOf } from '../../core/time/resolution.ts'
import { buildTimeScale } from '../../core/time/timeScale.ts'
import { clampWindow } from '../../core/time/timeWindow.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import { describeActorLane, nameActorLane } from '../../core/wording/actorLaneWords.ts'
import { describeRoot } from '../../core/wording/rootWords.ts'
import { laneWords } from '../../core/wording/storyWords.ts'
import { headingOfKind } from '../../ui/timeline/LaneHeadings.tsx'
import { measureText, type TextStyle } from '../../ui/timeline/measureText.ts'
import { finderOf } from '../actorLaneFinder.ts'
import type { FoundEvents, StoryIndex } from '../useTimelineMarks.ts'

/** A little wider than the page's: widths are rather taken too large than too small here. */
const GUTTER_PX = 104

export interface PlacedDrawing extends DrawnLanes {
  /** What its marks are signed with. */
  readonly signs: readonly SignName[]
  readonly standings: readonly StandingKind[]
}

/** @param roomPx gutter and lanes together */
export function placeDrawing(
  story: StoryIndex,
  found: FoundEvents,
  state: ViewState,
  roomPx: number,
): PlacedDrawing {
  const { events, index, extent, labelOf, byReport, countBegun, limits } = story
  const widthPx = roomPx - GUTTER_PX
  const fitted = state.window ?? fitWindow({ events, countBegun, labelOf }, extent, widthPx)
  const scale = buildTimeScale(clampWindow(fitted, limits), widthPx)
  const plain = metricsFor(widthPx, { heading: 'side', isCompact: false })
  const arranged = arrangeLanes(story, found, state)
  const { roots } = arranged
  const input: LayoutInput = {
    events,
    index,
    labelOf,
    widthPx,
    matches: found.matches,
    metrics: byReport?.drawing.adaptMetrics(plain) ?? plain,
    rootRows: new Set(roots.map(({ row }) => row)),
    byReport: byReport?.drawing,
    storyStartMs: extent.startMs,
    resolution: resolutionOf(scale.msPerPx),
  }
  const layout = arranged.lay(input)
  const placed = placeMarks(input, layout, roots, scale)
  const shown = placed.marks.flatMap(({ row, isGhost }) => (isGhost ? [] : (events.at(row) ?? [])))
  return {
    scale,
    placed,
    measure,
    ticks: buildAxisTicks(scale),
    lanes: layout.lanes,
    lanesPx: layout.heightPx,
    gutterPx: GUTTER_PX,
    headingOf: arranged.headingOf,
    hasCounts: placed.clusters.length > 0,
    wordsOf: (row) => ({ ...labelOf(row), standing: events.at(row)?.standing.is ?? 'reported' }),
    rootWords: (root) => describeRoot(events.at(root.row)?.when?.date, root.count),
    // By the clock of reports signs are made of others, which the story's own facts name.
    signs: byReport === undefined ? shown.flatMap(signsOf) : story.facts.signs,
    standings: shown.map(({ standing }) => standing.is),
  }
}

interface Arranged extends Pick<DrawnLanes, 'headingOf'> {
  readonly lay: (input: LayoutInput) => LaneLayout
  readonly roots: StoryIndex['roots']
}

/** Lanes by how well dates are known, or by actor, as ActorTimeline.tsx has them before more are asked for. */
function arrangeLanes(story: StoryIndex, found: FoundEvents, { lanes, chosen }: ViewState): Arranged {
  const { byReport, roots, frame } = story
  const names = byReport?.words.laneNames
  const { drawn } = found
  if (lanes !== 'actor' || drawn.kind !== 'rows')
    return { roots, lay: drawn.lay, headingOf: (lane) => headingOfKind(lane, names) }
  const { index, matches } = drawn.rows
  const first = chosen.actor.map((actor) => index.facets.actor.values.indexOf(actor))
  const limits = found.shown <= MAX_WHOLE ? { few: 20, most: MOST_ACTOR_LANES } : { few: 12, most: 24 }
  const byActor = finderOf(index).find(matches, { first, ...limits, isUnfolded: false })
  const actors = [...frame.actors.values()]
  const undatedName = names?.undated ?? laneWords.undated.name
  const undatedOf = new Map(byActor.lanes.map(({ owner, undatedCount }) => [owner, undatedCount]))
  const nameOf = (owner: LaneOwner): string =>
    nameActorLane(owner, (number) => actors[number]?.name ?? '', byActor.otherActorCount)
  return {
    roots: [],
    lay: (input) => layOutActors({ ...input, ...drawn.rows }, byActor, found.shown),
    headingOf: (lane: LaneBand) => {
      const owner = ownerOf(lane.kind)
      if (owner === null) return headingOfKind(lane, names)
      const undated = [undatedOf.get(owner) ?? 0, undatedName] as const
      return {
        name: nameOf(owner),
        counts: describeActorLane(lane.shownCount, lane.hiddenCount, undated),
      }
    },
  }
}

/** The sizes for which widths of letters are known. */
const sizesPx: Readonly<Record<TextStyle, number>> = { title: 15, date: 13, small: 12 }

/** Letters keep their shape at every size, or get narrower where they are large. */
const measure: Measure = (text: string, { family, sizePx, weight }: TextLook) => {
  const style = family === 'serif' ? 'title' : weight >= 600 ? 'date' : 'small'
  return (measureText(text, style) * sizePx) / sizesPx[style]
}

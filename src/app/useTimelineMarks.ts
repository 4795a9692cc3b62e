/**
 * The pipe from story to marks, all its memo steps on one screen, each with what reruns it.
 *
 *   opened story ─ labels, limits                  a new file
 *     └─ matches, counts, lanes shown              a filter
 *          ├─ first view                           the width
 *          └─ layouts                              the next resolution
 *               └─ ticks, marks                    a pan or zoom
 */
import { useCallback, useMemo, type ReactNode } from 'react'
import type { EventIndex, EventRow, RowValues } from '../core/indexing/eventIndex.ts'
import { findMatchesOfAnyValue, type Matches } from '../core/indexing/findMatches.ts'
import { findRows } from '../core/indexing/findRows.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import type { ShownLanes } from '../core/indexing/shownLanes.ts'
import type { RowSequence } from '../core/indexing/shownRows.ts'
import type { TimeLanes } from '../core/indexing/timeLane.ts'
import type { EventLabel } from '../core/marks/eventLabel.ts'
import { fitWindow, limitsFor } from '../core/marks/fitStory.ts'
import { holdLanes } from '../core/marks/holdLanes.ts'
import type { LaneBand, LaneLayout, LayoutInput } from '../core/marks/laneLayout.ts'
import { layOutEvents } from '../core/marks/layOutEvents.ts'
import { metricsFor, type Surroundings } from '../core/marks/metrics.ts'
import { placeMarks } from '../core/marks/placeMarks.ts'
import { buildStage } from '../core/marks/stage.ts'
import { buildAxisTicks } from '../core/time/axisTicks.ts'
import { dateFromCivilMs } from '../core/time/civilDay.ts'
import { rangeOf } from '../core/time/dateRange.ts'
import { resolutionOf } from '../core/time/resolution.ts'
import { buildTimeScale, type TimeScale } from '../core/time/timeScale.ts'
import { clampWindow, type TimeWindow, type WindowLimits } from '../core/time/timeWindow.ts'
import type { DurationMs } from '../core/time/units.ts'
import type { Clock, ViewState } from '../core/view/viewState.ts'
import { formatEventName, formatInstead, formatMarkDate, type TitleOf } from '../core/wording/eventWords.ts'
import type { OpenedStory, WholeStory } from '../loading/openedStory.ts'
import type { MarkWords } from '../ui/timeline/MarkButtons.tsx'
import { measureText } from '../ui/timeline/measureText.ts'
import type { ChangeMarks } from './changeMarks.ts'
import type { FacetCounting } from './facetCounts.ts'
import type { ActorLaneSource } from './tiles/tiledActorLanes.ts'
import { keepLately } from './keepLately.ts'
import { useWordHits } from './useWordHits.ts'

/** What of a story does not depend on the view. */
export function useStoryIndex<Story extends OpenedStory>(
  opened: Story,
  clock: Clock = 'both',
  changes: ChangeMarks | null = null,
): StoryIndex<Story> {
  const limits = useMemo(() => limitsFor(opened.facts), [opened])
  const titleOf = useMemo(() => titlesOf(opened), [opened])
  const labelOf = useMemo(() => labelsOf(opened, titleOf, changes), [opened, titleOf, changes])
  return useMemo(
    () => ({ ...opened, clock, extent: opened.facts.extent, limits, titleOf, labelOf, changes }),
    [opened, clock, limits, titleOf, labelOf, changes],
  )
}

export type StoryIndex<Story extends OpenedStory = OpenedStory> = Story & {
  /** By which date its events stand. */
  readonly clock: Clock
  readonly extent: TimeWindow
  readonly limits: WindowLimits
  readonly titleOf: TitleOf
  readonly labelOf: (row: EventRow) => EventLabel
  /** What is marked as changed; null: nothing is asked for. */
  readonly changes: ChangeMarks | null
}

/** Which events the reader asked for, and how many each value of a facet would bring. */
export interface FoundEvents {
  /** A MATCH for each row. */
  readonly matches: RowValues
  readonly shownRows: RowSequence
  /** Of what it is counted how many events each value of a facet would bring. */
  readonly counting: FacetCounting
  readonly shown: number
  readonly possible: number
  /** false: more may be found. */
  readonly isDone: boolean
  /** Said after their number, such as where words were not looked for. */
  readonly note: string
  /** What could not be fetched, and a way to try again; null where nothing is missing. */
  readonly trouble: ReactNode
  /** What is drawn of them: of a story in memory its rows, of one in tiles their counts. */
  readonly drawn:
    | { readonly kind: 'rows'; readonly lay: (input: LayoutInput) => LaneLayout; readonly rows: WholeRows }
    | {
        readonly kind: 'counts'
        readonly lay: (input: LayoutInput) => LaneLayout
        readonly lanes: TimeLanes
        /** In lanes of actors; null: its tiles do not tell them. */
        readonly actors: ActorLaneSource | null
      }
}

/** Rows of a story in memory, and those of them that pass. */
export interface WholeRows {
  readonly index: EventIndex
  readonly matches: Matches
  readonly shownLanes: ShownLanes
}

/** Finds the events of one kind of opened story; a hook. */
export type FindEvents<Story extends OpenedStory> = (
  story: StoryIndex<Story>,
  state: ViewState,
) => FoundEvents

/** Of a story in memory. */
export function useWholeStory(story: StoryIndex<WholeStory>, state: ViewState): FoundEvents {
  const { index, many } = story
  const { chosen, from, to } = state
  const { hits: wordHits, isDone } = useWordHits(story, state.words)
  const ofAnyValue = useMemo(
    () => findMatchesOfAnyValue(index, { range: rangeOf(from, to), wordHits }),
    [index, from, to, wordHits],
  )
  return useMemo(() => {
    const rows = { index, ...(many?.find ?? findRows)(index, ofAnyValue, chosen) }
    const { length: shown, possible } = rows.shownRows
    const lay = (input: LayoutInput): LaneLayout => layOutEvents({ ...input, ...rows }, shown, many)
    const drawn = { kind: 'rows' as const, lay, rows }
    const counting = { kind: 'rows' as const, rows }
    return { ...rows, drawn, counting, shown, possible, isDone, note: '', trouble: null }
  }, [index, ofAnyValue, chosen, many, isDone])
}

/** Where the window stands while nothing moves it. @param widthPx 0 until the page has been measured */
export function useRestWindow(
  { events, countBegun, extent, limits, labelOf }: StoryIndex,
  chosenWindow: TimeWindow | null,
  widthPx: number,
) {
  const drawnPx = Math.max(widthPx, 1)
  const fitted = useMemo(
    () => fitWindow({ events, countBegun, labelOf }, extent, drawnPx),
    [events, countBegun, labelOf, extent, drawnPx],
  )
  const window = useMemo(() => clampWindow(chosenWindow ?? fitted, limits), [chosenWindow, fitted, limits])
  return { window, fitted }
}

/** Drawn on either side of a window that moves, so that most steps draw nothing, px. */
const OVERSCAN_PX = 480

/** Layouts of the last resolutions, which a zoom to and fro passes again. */
const KEPT_LAYOUTS = 8

/**
 * Everything the timeline draws, in px of its stage: at rest the window itself, in motion more on either side.
 * @param heldWindow what the stage of a motion is drawn around
 */
export function useTimelineMarks(
  { events, index, extent, roots, labelOf, byReport }: StoryIndex,
  { matches, drawn }: FoundEvents,
  restWindow: TimeWindow,
  heldWindow: TimeWindow | null,
  widthPx: number,
  surroundings: Surroundings,
) {
  const drawnPx = Math.max(widthPx, 1)
  const metrics = useMemo(() => {
    const plain = metricsFor(drawnPx, surroundings)
    return byReport?.drawing.adaptMetrics(plain) ?? plain
  }, [drawnPx, surroundings, byReport])
  const rootRows = useMemo(() => new Set(roots.map(({ row }) => row)), [roots])
  const layAt = useMemo(() => {
    const given = { events, index, matches, labelOf, metrics, rootRows, byReport: byReport?.drawing }
    const place = { widthPx: drawnPx, storyStartMs: extent.startMs }
    return keepLately(KEPT_LAYOUTS, (resolution: DurationMs) => {
      const input = { ...given, ...place, resolution }
      return { input, layout: drawn.lay(input) }
    })
  }, [events, index, matches, drawn, labelOf, metrics, rootRows, byReport, drawnPx, extent])
  const placeOn = useCallback(
    (scale: TimeScale, leastLanes: readonly LaneBand[]) => {
      const { input, layout: free } = layAt(resolutionOf(scale.msPerPx))
      const layout = holdLanes(free, leastLanes)
      const placed = placeMarks(input, layout, roots, scale)
      return { scale, ticks: buildAxisTicks(scale), metrics, layout, placed, widthPx: drawnPx }
    },
    [layAt, roots, metrics, drawnPx],
  )
  const rest = useMemo(() => placeOn(buildTimeScale(restWindow, drawnPx), []), [placeOn, restWindow, drawnPx])
  const stageAround = useCallback(
    (window: TimeWindow) => placeOn(buildStage(window, restWindow, drawnPx, OVERSCAN_PX), rest.layout.lanes),
    [placeOn, restWindow, drawnPx, rest],
  )
  const pipe = useMemo(
    () => (heldWindow === null ? rest : stageAround(heldWindow)),
    [rest, stageAround, heldWindow],
  )
  return { pipe, stageAround }
}

/** What a screen reader hears and a mark shows of an event. */
export type WordsOf = (row: EventRow) => MarkWords

export function useMarkWords(story: StoryIndex, { matches }: FoundEvents): WordsOf {
  return useMemo(() => {
    const { events, frame, labelOf, titleOf, byReport, changes } = story
    const words = keepLately(KEPT, (row: EventRow): MarkWords | null => {
      const event = events.at(row)
      if (event === undefined) return null
      const { date, order, full, short } = labelOf(row)
      const changed = changes?.of(event.id)
      const isPossible = matches[row] === MATCH.possible
      return {
        full,
        short,
        date,
        order,
        standing: event.standing.is,
        name:
          formatEventName(event, frame, titleOf, isPossible, byReport?.words) +
          (changed ? ` ${changed.sentence}` : ''),
      }
    })
    return (row) => words(row) ?? noWords
  }, [story, matches])
}

const noWords: MarkWords = { full: '', short: '', date: '', order: '', name: '', standing: 'reported' }

function titlesOf({ events, rowOf }: OpenedStory): TitleOf {
  return (id) => {
    const row = rowOf(id)
    return row === null ? null : (events.at(row)?.shortTitle ?? null)
  }
}

/** A year is left out of the days when the whole story lies in it. */
function labelsOf(
  { events, facts, byReport }: OpenedStory,
  titleOf: TitleOf,
  changes: ChangeMarks | null,
): (row: EventRow) => EventLabel {
  const { startMs, endMs } = facts.extent
  const firstYear = dateFromCivilMs(startMs).year
  const contextYear = dateFromCivilMs(endMs - 1).year === firstYear ? firstYear : null
  const labels = keepLately(KEPT, (row: EventRow): EventLabel | null => {
    const event = events.at(row)
    if (event === undefined) return null
    const date = formatMarkDate(event, contextYear)
    const order =
      event.when === null ? (byReport?.words.formatInstead(event) ?? formatInstead(event, titleOf)) : ''
    // An asterisk is a sign that is no date and no standing.
    const changed = changes?.of(event.id)
    const mark = changed ? ` * ${changed.short}` : ''
    const full = event.title + mark
    const short = event.shortTitle + mark
    return {
      date,
      full,
      short,
      order,
      datePx: measureText(date, 'date'),
      fullPx: measureText(full, 'title'),
      shortPx: measureText(short, 'title'),
      orderPx: measureText(order, 'small'),
    }
  })
  return (row) => labels(row) ?? noLabel
}

const noLabel: EventLabel = {
  date: '',
  full: '',
  short: '',
  order: '',
  datePx: 0,
  fullPx: 0,
  shortPx: 0,
  orderPx: 0,
}

/** Most words and labels that are kept; a screen shows some hundred events. */
const KEPT = 4096

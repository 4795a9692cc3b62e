/**
 * The pipe from story to marks, all its memo steps on one screen, each with what reruns it.
 *
 *   opened story ─ labels, limits                  a new file
 *     └─ matches, counts, lanes shown              a filter
 *          └─ first view                           the width
 *               └─ scale, ticks                    a pan or zoom
 *                    └─ layout                     a filter, or the next resolution
 *                         └─ marks                 a pan or zoom
 */
import { useMemo } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { countActors } from '../core/indexing/countFacets.ts'
import { countMatches, findMatchesOfAnyActor, keepActors } from '../core/indexing/findMatches.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import { showLanes } from '../core/indexing/shownLanes.ts'
import { ShownRows } from '../core/indexing/shownRows.ts'
import type { EventLabel } from '../core/marks/eventLabel.ts'
import { fitWindow, limitsFor } from '../core/marks/fitStory.ts'
import { layOutEvents } from '../core/marks/layOutEvents.ts'
import { metricsFor, type Surroundings } from '../core/marks/metrics.ts'
import { placeMarks } from '../core/marks/placeMarks.ts'
import { buildStage } from '../core/marks/stage.ts'
import { buildAxisTicks } from '../core/time/axisTicks.ts'
import { dateFromCivilMs } from '../core/time/civilDay.ts'
import { rangeOf } from '../core/time/dateRange.ts'
import { resolutionOf } from '../core/time/resolution.ts'
import { buildTimeScale } from '../core/time/timeScale.ts'
import { clampWindow, type TimeWindow } from '../core/time/timeWindow.ts'
import type { ViewState } from '../core/view/viewState.ts'
import { formatEventName, formatMarkDate, formatOrder, type TitleOf } from '../core/wording/eventWords.ts'
import type { OpenedStory, WordHits } from '../loading/openedStory.ts'
import type { MarkWords } from '../ui/timeline/MarkButtons.tsx'
import { measureText } from '../ui/timeline/measureText.ts'

/** What of a story does not depend on the view. */
export function useStoryIndex(opened: OpenedStory) {
  const limits = useMemo(() => limitsFor(opened.facts), [opened])
  const titleOf = useMemo(() => titlesOf(opened), [opened])
  const labelOf = useMemo(() => labelsOf(opened, titleOf), [opened, titleOf])
  return useMemo(
    () => ({ ...opened, extent: opened.facts.extent, limits, titleOf, labelOf }),
    [opened, limits, titleOf, labelOf],
  )
}

export type StoryIndex = ReturnType<typeof useStoryIndex>

/** Which events the reader asked for, and how many each actor would bring. @param wordHits of the words in `state` */
export function useMatches({ frame, index }: StoryIndex, state: ViewState, wordHits: WordHits) {
  const { actors, from, to } = state
  const ofAnyActor = useMemo(
    () => findMatchesOfAnyActor(index, { range: rangeOf(from, to), wordHits }),
    [index, from, to, wordHits],
  )
  const counts = useMemo(() => countActors(frame, index, ofAnyActor), [frame, index, ofAnyActor])
  return useMemo(() => {
    const matches = keepActors(index, ofAnyActor, actors)
    const shownRows = new ShownRows(matches)
    const shownLanes = showLanes(index, matches, shownRows.length)
    return { matches, shownRows, shownLanes, counts, ...countMatches(matches) }
  }, [index, ofAnyActor, actors, counts])
}

export type FoundMatches = ReturnType<typeof useMatches>

/** Where the window stands while nothing moves it. @param widthPx 0 until the page has been measured */
export function useRestWindow(
  { events, index, extent, limits, labelOf }: StoryIndex,
  chosenWindow: TimeWindow | null,
  widthPx: number,
) {
  const drawnPx = Math.max(widthPx, 1)
  const fitted = useMemo(
    () => fitWindow({ events, index, labelOf }, extent, drawnPx),
    [events, index, labelOf, extent, drawnPx],
  )
  const window = useMemo(() => clampWindow(chosenWindow ?? fitted, limits), [chosenWindow, fitted, limits])
  return { window, fitted }
}

/** Drawn on either side of a window that moves, so that most steps draw nothing, px. */
const OVERSCAN_PX = 480

/**
 * Everything the timeline draws, in px of its stage: at rest the window itself, in motion more on either side.
 * @param heldWindow what the stage of a motion is drawn around
 */
export function useTimelineMarks(
  { events, index, extent, roots, labelOf, layOutMany }: StoryIndex,
  { matches, shownLanes, shown }: FoundMatches,
  restWindow: TimeWindow,
  heldWindow: TimeWindow | null,
  widthPx: number,
  surroundings: Surroundings,
) {
  const drawnPx = Math.max(widthPx, 1)
  const scale = useMemo(
    () =>
      heldWindow === null
        ? buildTimeScale(restWindow, drawnPx)
        : buildStage(heldWindow, restWindow, drawnPx, OVERSCAN_PX),
    [restWindow, heldWindow, drawnPx],
  )
  const ticks = useMemo(() => buildAxisTicks(scale), [scale])
  const metrics = useMemo(() => metricsFor(drawnPx, surroundings), [drawnPx, surroundings])
  const resolution = resolutionOf(scale.msPerPx)
  const rootRows = useMemo(() => new Set(roots.map(({ row }) => row)), [roots])
  const input = useMemo(
    () => ({
      events,
      index,
      matches,
      shownLanes,
      labelOf,
      resolution,
      metrics,
      rootRows,
      widthPx: drawnPx,
      storyStartMs: extent.startMs,
    }),
    [events, index, matches, shownLanes, labelOf, resolution, metrics, rootRows, drawnPx, extent],
  )
  const layout = useMemo(() => layOutEvents(input, shown, layOutMany), [input, shown, layOutMany])
  const placed = useMemo(() => placeMarks(input, layout, roots, scale), [input, layout, roots, scale])
  return { scale, ticks, metrics, layout, placed, widthPx: drawnPx }
}

/** What a screen reader hears and a mark shows of an event. */
export type WordsOf = (row: EventRow) => MarkWords

export function useMarkWords(story: StoryIndex, { matches }: FoundMatches): WordsOf {
  return useMemo(() => {
    const { events, frame, labelOf, titleOf } = story
    return keepLately((row): MarkWords => {
      const event = events.at(row)
      const { date, order } = labelOf(row)
      const isPossible = matches[row] === MATCH.possible
      return event === undefined
        ? noWords
        : {
            full: event.title,
            short: event.shortTitle,
            date,
            order,
            standing: event.standing.is,
            name: formatEventName(event, frame, titleOf, isPossible),
          }
    })
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
function labelsOf({ events, facts }: OpenedStory, titleOf: TitleOf): (row: EventRow) => EventLabel {
  const { startMs, endMs } = facts.extent
  const firstYear = dateFromCivilMs(startMs).year
  const contextYear = dateFromCivilMs(endMs - 1).year === firstYear ? firstYear : null
  return keepLately((row) => {
    const event = events.at(row)
    if (event === undefined) return noLabel
    const date = formatMarkDate(event, contextYear)
    const order = event.when === null ? formatOrder(event, titleOf) || 'order not known' : ''
    return {
      date,
      full: event.title,
      short: event.shortTitle,
      order,
      datePx: measureText(date, 'date'),
      fullPx: measureText(event.title, 'title'),
      shortPx: measureText(event.shortTitle, 'title'),
      orderPx: measureText(order, 'small'),
    }
  })
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

/** Most results that are kept; a screen shows some hundred events. */
const KEPT = 4096

/** The same answers without working them out again. */
function keepLately<Answer>(work: (row: EventRow) => Answer): (row: EventRow) => Answer {
  const kept = new Map<EventRow, Answer>()
  return (row) => {
    const known = kept.get(row)
    if (known !== undefined) return known
    if (kept.size >= KEPT) kept.clear()
    const answer = work(row)
    kept.set(row, answer)
    return answer
  }
}

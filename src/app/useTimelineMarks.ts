/**
 * The pipe from story to marks, all its memo steps on one screen, each with what reruns it.
 *
 *   story ─ index ─ extent, labels, roots          a new file
 *     └─ matches, counts                           a filter
 *          └─ first view, limits                   the width
 *               └─ scale, ticks                    a pan or zoom
 *                    └─ layout                     a filter, or the next resolution
 *                         └─ marks                 a pan or zoom
 */
import { useMemo } from 'react'
import { buildIndex } from '../core/indexing/buildIndex.ts'
import { countActors } from '../core/indexing/countFacets.ts'
import {
  countMatches,
  findMatches,
  findMatchesOfAnyActor,
  type EventFilter,
} from '../core/indexing/findMatches.ts'
import { MATCH } from '../core/indexing/matchDate.ts'
import type { EventLabel } from '../core/marks/eventLabel.ts'
import { findRoots } from '../core/marks/findRoots.ts'
import { fitWindow, limitsFor, storyExtent } from '../core/marks/fitStory.ts'
import { layOutLanes } from '../core/marks/layOutLanes.ts'
import { metricsFor, type Surroundings } from '../core/marks/metrics.ts'
import { placeMarks } from '../core/marks/placeMarks.ts'
import type { Story } from '../core/story/story.ts'
import { buildAxisTicks } from '../core/time/axisTicks.ts'
import { dateFromCivilMs } from '../core/time/civilDay.ts'
import { rangeOf } from '../core/time/dateRange.ts'
import { resolutionOf } from '../core/time/resolution.ts'
import { buildTimeScale } from '../core/time/timeScale.ts'
import { clampWindow, type TimeWindow } from '../core/time/timeWindow.ts'
import type { ViewState } from '../core/view/viewState.ts'
import { formatEventName, formatMarkDate, formatOrder } from '../core/wording/eventWords.ts'
import type { MarkWords } from '../ui/timeline/MarkButtons.tsx'
import { measureText } from '../ui/timeline/measureText.ts'

/** What of a story does not depend on the view. */
export function useStoryIndex(story: Story) {
  const index = useMemo(() => buildIndex(story), [story])
  const extent = useMemo(() => storyExtent(story, index), [story, index])
  const limits = useMemo(() => limitsFor(story, extent), [story, extent])
  const roots = useMemo(() => findRoots(story), [story])
  const labels = useMemo(() => buildLabels(story, extent), [story, extent])
  return { index, extent, limits, roots, labels }
}

export type StoryIndex = ReturnType<typeof useStoryIndex>

/** Which events the reader asked for, and how many each actor would bring. */
export function useMatches(story: Story, { index }: StoryIndex, state: ViewState) {
  const { actors, from, to, words } = state
  return useMemo(() => {
    const filter: EventFilter = { actors, range: rangeOf(from, to), words }
    const matches = findMatches(story, index, filter)
    const shownRows = [...matches.keys()].filter((row) => matches[row] !== MATCH.none)
    const counts = countActors(story, index, findMatchesOfAnyActor(story, index, filter))
    return { matches, shownRows, counts, ...countMatches(matches) }
  }, [story, index, actors, from, to, words])
}

export type FoundMatches = ReturnType<typeof useMatches>

/** Everything the timeline draws, in px. @param widthPx 0 until the page has been measured */
export function useTimelineMarks(
  story: Story,
  { index, extent, limits, roots, labels }: StoryIndex,
  { matches }: FoundMatches,
  chosenWindow: TimeWindow | null,
  widthPx: number,
  surroundings: Surroundings,
) {
  const drawnPx = Math.max(widthPx, 1)
  const fitted = useMemo(() => fitWindow(story, extent, labels, drawnPx), [story, extent, labels, drawnPx])
  const window = useMemo(() => clampWindow(chosenWindow ?? fitted, limits), [chosenWindow, fitted, limits])
  const scale = useMemo(() => buildTimeScale(window, drawnPx), [window, drawnPx])
  const ticks = useMemo(() => buildAxisTicks(scale), [scale])
  const metrics = useMemo(() => metricsFor(drawnPx, surroundings), [drawnPx, surroundings])
  const resolution = resolutionOf(scale.msPerPx)
  const rootRows = useMemo(() => new Set(roots.map(({ row }) => row)), [roots])
  const input = useMemo(
    () => ({
      story,
      index,
      matches,
      labels,
      resolution,
      metrics,
      rootRows,
      widthPx: drawnPx,
      storyStartMs: extent.startMs,
    }),
    [story, index, matches, labels, resolution, metrics, rootRows, drawnPx, extent],
  )
  const layout = useMemo(() => layOutLanes(input), [input])
  const placed = useMemo(() => placeMarks(input, layout, roots, scale), [input, layout, roots, scale])
  return { window, fitted, scale, ticks, metrics, layout, placed }
}

/** What a screen reader hears and a mark shows of each event. */
export function useMarkWords(
  story: Story,
  { labels }: StoryIndex,
  { matches }: FoundMatches,
): readonly MarkWords[] {
  return useMemo(
    () =>
      story.events.map((event, row) => ({
        full: event.title,
        short: event.shortTitle,
        date: labels[row]?.date ?? '',
        order: labels[row]?.order ?? '',
        name: formatEventName(event, story, matches[row] === MATCH.possible),
        standing: event.standing.is,
      })),
    [story, labels, matches],
  )
}

/** A year is left out of the days when the whole story lies in it. */
function buildLabels(story: Story, extent: TimeWindow): readonly EventLabel[] {
  const firstYear = dateFromCivilMs(extent.startMs).year
  const contextYear = dateFromCivilMs(extent.endMs - 1).year === firstYear ? firstYear : null
  return story.events.map((event) => {
    const date = formatMarkDate(event, contextYear)
    const order = event.when === null ? formatOrder(event, story) || 'order not known' : ''
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

/** The steps from story to overview strip: the pipe's short arm, which no pan reruns. */
import { useMemo } from 'react'
import { placeCounts, placeOverview } from '../core/marks/placeOverview.ts'
import { placeStrip } from '../core/marks/placeStrip.ts'
import { buildAxisTicks } from '../core/time/axisTicks.ts'
import { buildTimeScale } from '../core/time/timeScale.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

/** The strip under the timeline: the story with some air, on a scale that only a new width changes. */
export function useOverview(
  { events, extent, countBegun }: StoryIndex,
  { drawn, shown }: FoundEvents,
  widthPx: number,
) {
  const drawnPx = Math.max(widthPx, 1)
  const strip = useMemo(() => placeStrip({ events, countBegun }, extent), [events, countBegun, extent])
  const scale = useMemo(() => buildTimeScale(strip.window, drawnPx), [strip, drawnPx])
  const ticks = useMemo(() => buildAxisTicks(scale), [scale])
  const placed = useMemo(
    () =>
      drawn.kind === 'rows'
        ? placeOverview(events, drawn.rows.index, drawn.rows.shownLanes, shown, scale)
        : placeCounts(drawn.lanes, scale),
    [events, drawn, shown, scale],
  )
  return { strip, scale, ticks, placed }
}

/** The steps from story to overview strip: the pipe's short arm, which no pan reruns. */
import { useMemo } from 'react'
import { placeCounts, placeOverview } from '../core/marks/placeOverview.ts'
import { buildAxisTicks } from '../core/time/axisTicks.ts'
import { buildTimeScale } from '../core/time/timeScale.ts'
import { spanOf } from '../core/time/timeWindow.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

/** The strip under the timeline: the whole story with some air, on a scale that only a new width changes. */
export function useOverview({ events, extent }: StoryIndex, { drawn, shown }: FoundEvents, widthPx: number) {
  const drawnPx = Math.max(widthPx, 1)
  const scale = useMemo(() => {
    const airMs = spanOf(extent) * OVERVIEW_AIR
    return buildTimeScale({ startMs: extent.startMs - airMs, endMs: extent.endMs + airMs }, drawnPx)
  }, [extent, drawnPx])
  const ticks = useMemo(() => buildAxisTicks(scale), [scale])
  const placed = useMemo(
    () =>
      drawn.kind === 'rows'
        ? placeOverview(events, drawn.rows.index, drawn.rows.shownLanes, shown, scale)
        : placeCounts(drawn.lanes, scale),
    [events, drawn, shown, scale],
  )
  return { scale, ticks, placed }
}

/** Share of the story's length shown before and after it, so that the first window's ends lie inside the strip. */
const OVERVIEW_AIR = 0.6

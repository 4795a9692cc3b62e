/** The overview strip with its steps of the pipe; it comes a moment after the timeline. */
import { useRef, type ReactElement } from 'react'
import type { TimeWindow, WindowLimits } from '../core/time/timeWindow.ts'
import { describeStrip } from '../core/wording/stripWords.ts'
import { Overview, type WindowMove } from '../ui/overview/Overview.tsx'
import type { LiveWindow } from '../ui/shared/liveWindow.ts'
import { useElementWidth } from '../ui/shared/useElementSize.ts'
import { useOverview } from './useOverview.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

interface OverviewViewProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  /** Of the view state. */
  readonly window: TimeWindow
  readonly live: LiveWindow
  /** A motion is to be expected, or runs for which the page was drawn. */
  readonly isHeld: boolean
  readonly limits: WindowLimits
  /** A step of a drag. */
  readonly onDrag: (window: TimeWindow) => void
  readonly onWindow: (window: TimeWindow) => void
  readonly onMove: (move: WindowMove) => void
}

export function OverviewView(props: OverviewViewProps): ReactElement {
  const frameRef = useRef<HTMLDivElement>(null)
  const overview = useOverview(props.storyIndex, props.found, useElementWidth(frameRef))
  return (
    <Overview
      {...props}
      {...overview}
      window={props.window}
      frameRef={frameRef}
      words={describeStrip(overview.strip)}
    />
  )
}

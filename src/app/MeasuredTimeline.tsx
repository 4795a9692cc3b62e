/** The timeline, once it is known how wide it will be: it is not laid out first for a width that nobody sees. */
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { TimelineRuler } from '../ui/timeline/TimelineRuler.tsx'
import { TimelineView, type TimelineViewProps } from './TimelineView.tsx'

export function MeasuredTimeline(props: Omit<TimelineViewProps, 'firstWidthPx'>): ReactElement {
  const frame = useRef<HTMLDivElement>(null)
  const [widthPx, setWidthPx] = useState<number | null>(null)
  // Before anything is painted; 0 where there is no real page (tests).
  useLayoutEffect(() => setWidthPx(frame.current?.clientWidth ?? 0), [])
  return widthPx === null ? (
    <TimelineRuler frameRef={frame} />
  ) : (
    <TimelineView {...props} firstWidthPx={widthPx} />
  )
}

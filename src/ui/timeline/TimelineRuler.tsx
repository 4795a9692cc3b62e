/** As wide as the timeline that will stand in its place, and empty: it is measured, and never painted. */
import type { ReactElement, RefObject } from 'react'
import { useMediaQuery } from '../shared/useMediaQuery.ts'
import './timeline.css'

interface TimelineRulerProps {
  readonly frameRef: RefObject<HTMLDivElement | null>
}

export function TimelineRuler({ frameRef }: TimelineRulerProps): ReactElement {
  const isNarrow = useMediaQuery('(max-width: 639px)')
  return (
    <div className={`timeline timeline-ruler heading-${isNarrow ? 'above' : 'side'}`}>
      <div ref={frameRef} className="timeline-frame" />
    </div>
  )
}

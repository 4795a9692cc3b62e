/** The lanes' names, counts and grounds. */
import { memo, type ReactElement } from 'react'
import type { LaneLayout } from '../../core/marks/laneLayout.ts'
import type { HowKnown } from '../../core/time/howKnown.ts'
import { describeLane, laneWords } from '../../core/wording/storyWords.ts'
import { AXIS_PX } from './timelineSizes.ts'

export const LaneHeadings = memo(function LaneHeadings({
  layout,
  names,
}: {
  readonly layout: LaneLayout
  /** Where lanes have other names than those of known days. */
  readonly names: Readonly<Record<HowKnown, string>> | undefined
}): ReactElement {
  return (
    <div className="lane-headings">
      {layout.lanes.map((lane) => (
        <div
          key={lane.kind}
          className={`lane-band band-${lane.kind}`}
          style={{ top: AXIS_PX + lane.topPx, height: lane.heightPx }}
        >
          <p className="lane-heading">
            <strong>{names?.[lane.kind] ?? laneWords[lane.kind].name}</strong>{' '}
            <span>{describeLane(lane.kind, lane.shownCount, lane.hiddenCount)}</span>
          </p>
        </div>
      ))}
    </div>
  )
})

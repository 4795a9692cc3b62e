/**
 * What lies under everything on the stage: paper, and the lanes' grounds once more.
 * The stage must be opaque: browsers then keep it as one piece while it moves, else each label as one of its own.
 */
import { memo, type ReactElement } from 'react'
import type { LaneLayout } from '../../core/marks/laneLayout.ts'
import type { PlacedMark } from '../../core/marks/placedMark.ts'
import { AXIS_PX } from './timelineSizes.ts'

interface StageGroundProps {
  readonly layout: LaneLayout
  /** Bands of what is selected. */
  readonly bands: readonly PlacedMark['band'][]
}

export const StageGround = memo(function StageGround({ layout, bands }: StageGroundProps): ReactElement {
  return (
    <div className="stage-ground">
      {bands.map(({ y, height }) => (
        <div key={y} className="stage-wash" style={{ top: AXIS_PX + y, height }} />
      ))}
      {layout.lanes.map(({ kind, topPx, heightPx }) => (
        <div
          key={kind}
          className={`lane-band band-${kind}`}
          style={{ top: AXIS_PX + topPx, height: heightPx }}
        />
      ))}
    </div>
  )
})

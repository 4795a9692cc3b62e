/**
 * What lies under everything on the stage: paper, and the lanes' grounds once more.
 * The stage must be opaque: browsers then keep it as one piece while it moves, else each label as one of its own.
 */
import { memo, type ReactElement } from 'react'
import type { LaneLayout } from '../../core/marks/laneLayout.ts'
import type { PlacedMark } from '../../core/marks/placedMark.ts'
import { MAX_STRETCH, MIN_STRETCH } from '../../core/marks/stage.ts'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { AXIS_PX } from './timelineSizes.ts'

interface StageGroundProps {
  readonly layout: LaneLayout
  /** Bands of what is selected. */
  readonly bands: readonly PlacedMark['band'][]
  /** From where to where it lies, px of the stage. */
  readonly leftPx: number
  readonly rightPx: number
}

/** Under the stage, however it is stretched. */
export function groundOf({ leftPx, rightPx }: TimeScale): Pick<StageGroundProps, 'leftPx' | 'rightPx'> {
  return {
    leftPx: Math.floor(Math.min(leftPx * MIN_STRETCH, leftPx * MAX_STRETCH)),
    rightPx: Math.ceil(Math.max(rightPx * MIN_STRETCH, rightPx * MAX_STRETCH)),
  }
}

export const StageGround = memo(function StageGround(props: StageGroundProps): ReactElement {
  const { layout, bands, leftPx, rightPx } = props
  return (
    <div className="stage-ground" style={{ left: leftPx, width: rightPx - leftPx }}>
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

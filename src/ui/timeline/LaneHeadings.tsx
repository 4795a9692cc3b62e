/** The lanes' names, counts and grounds. */
import { memo, type ReactElement, type ReactNode } from 'react'
import type { LaneBand, LaneLayout } from '../../core/marks/laneLayout.ts'
import type { HowKnown } from '../../core/time/howKnown.ts'
import { describeLane, laneWords } from '../../core/wording/storyWords.ts'
import { AXIS_PX } from './timelineSizes.ts'

/** What stands beside a lane. */
export interface LaneHeading {
  readonly name: ReactNode
  readonly counts: string
  /** Both, where they may be cut. */
  readonly title?: string
}

/** Where lanes have other names than those of known days. */
type LaneNames = Readonly<Record<HowKnown, string>> | undefined

interface LaneHeadingsProps {
  readonly layout: LaneLayout
  readonly names: LaneNames
  /** Not given: lanes are by how well dates are known. */
  readonly headingOf: ((lane: LaneBand) => LaneHeading) | undefined
}

export const LaneHeadings = memo(function LaneHeadings({
  layout,
  names,
  headingOf = (lane) => headingOfKind(lane, names),
}: LaneHeadingsProps): ReactElement {
  return (
    <div className="lane-headings">
      {layout.lanes.map((lane) => {
        const { name, counts, title } = headingOf(lane)
        return (
          <div
            key={lane.kind}
            className={`lane-band band-${lane.kind}`}
            style={{ top: AXIS_PX + lane.topPx, height: lane.heightPx }}
          >
            <p className="lane-heading" title={title}>
              <strong>{name}</strong> <span>{counts}</span>
            </p>
          </div>
        )
      })}
    </div>
  )
})

/** @param lane that is by how well its dates are known */
export function headingOfKind(
  { kind, shownCount, hiddenCount }: LaneBand,
  names: LaneNames,
): LaneHeading & { readonly name: string } {
  const known = kind as HowKnown
  return {
    name: names?.[known] ?? laneWords[known].name,
    counts: describeLane(known, shownCount, hiddenCount),
  }
}

/** The switch between lanes; who is about to press it finds lanes of actors worked out. */
import type { ReactElement } from 'react'
import { LaneSwitch, type LaneSwitchProps } from '../ui/timeline/LaneSwitch.tsx'
import { finderOf } from './actorLaneFinder.ts'
import type { FoundEvents } from './useTimelineMarks.ts'

interface LaneSwitchViewProps extends Omit<LaneSwitchProps, 'onNear'> {
  readonly found: FoundEvents
}

export function LaneSwitchView({ found: { drawn }, ...props }: LaneSwitchViewProps): ReactElement {
  return (
    <LaneSwitch
      {...props}
      onNear={() => {
        if (drawn.kind === 'rows') prepare(() => finderOf(drawn.rows.index).prepare())
      }}
    />
  )
}

/** Step by step, so that the page answers in between. @param step whether there is more to do */
function prepare(step: () => boolean): void {
  if (step()) setTimeout(() => prepare(step), 0)
}

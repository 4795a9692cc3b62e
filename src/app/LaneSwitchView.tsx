/** The switch between lanes; who is about to press it finds lanes of actors worked out. */
import { useEffect, useRef, type ReactElement } from 'react'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { ViewState } from '../core/view/viewState.ts'
import { LaneSwitch, type LaneSwitchProps } from '../ui/timeline/LaneSwitch.tsx'
import { choiceOf, finderOf, numbersOf } from './actorLaneFinder.ts'
import { runInSlices } from './runInSlices.ts'
import type { FoundEvents } from './useTimelineMarks.ts'

interface LaneSwitchViewProps extends Omit<LaneSwitchProps, 'lanes' | 'onNear' | 'onLanes'> {
  readonly found: FoundEvents
  readonly state: ViewState
  readonly dispatch: (action: ViewAction) => void
}

export function LaneSwitchView({ found, state, dispatch, ...props }: LaneSwitchViewProps): ReactElement {
  const stop = useRef(nothing)
  useEffect(() => () => stop.current(), [])
  const find = (onFound: () => void): void => {
    stop.current()
    stop.current = findLanes(found, state.chosen.actor, onFound)
  }
  return (
    <LaneSwitch
      {...props}
      lanes={state.lanes}
      onNear={() => find(nothing)}
      onLanes={(lanes) => {
        const choose = (): void => dispatch({ kind: 'lanesChosen', lanes })
        // Until they are worked out, what is on screen stays.
        if (lanes === 'actor') return find(choose)
        stop.current()
        choose()
      }}
    />
  )
}

function nothing(): void {
  // Nobody waits.
}

/** Step by step, so that the page answers in between; at once where they are known. @returns stops it */
function findLanes(
  { drawn, shown }: FoundEvents,
  chosen: readonly string[],
  onFound: () => void,
): () => void {
  if (drawn.kind === 'rows') {
    const { index, matches } = drawn.rows
    const choice = choiceOf(numbersOf(index, chosen), shown, false)
    const finder = finderOf(index)
    if (finder.known(matches, choice) === null)
      return runInSlices(finder.findInSteps(matches, choice), onFound)
  }
  onFound()
  return nothing
}

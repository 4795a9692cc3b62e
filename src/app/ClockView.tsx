/** The switch between the clocks, and what follows from a change: it is said, and the window goes to events. */
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { hasCountIn } from '../core/indexing/hasCountIn.ts'
import { hasMatchIn } from '../core/indexing/hasMatchIn.ts'
import type { TimeWindow } from '../core/time/timeWindow.ts'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { Clock, ViewKind, ViewState } from '../core/view/viewState.ts'
import { clockWords, describeClock } from '../core/wording/clockChoiceWords.ts'
import { ClockSwitch } from '../ui/masthead/ClockSwitch.tsx'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

/** Most stories are in order sooner: to say that they are not would be words that nobody can read, ms. */
const LONG_MS = 250

interface ClockViewProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  /** On screen. */
  readonly view: ViewKind
  readonly state: ViewState
  readonly dispatch: (action: ViewAction) => void
  readonly onSay: (sentence: string) => void
}

export function ClockView({
  storyIndex,
  found,
  view,
  state,
  dispatch,
  onSay,
}: ClockViewProps): ReactElement | null {
  const { clock, names, facts } = storyIndex
  // Where a reader went by a link, by Back or Forward, the window is as the address has it.
  const chosen = useRef<Clock | null>(null)
  const said = useRef(clock)
  /** The window that the reader brought from another clock. */
  const brought = useRef<TimeWindow | null>(null)
  useEffect(() => {
    if (said.current === clock) return
    said.current = clock
    onSay(describeClock(clock, facts.kindCounts))
    brought.current = chosen.current === clock ? state.window : null
    chosen.current = null
  }, [clock, facts, state.window, onSay])
  useEffect(() => {
    const { current: window } = brought
    // Not one that was moved meanwhile.
    const hasEvents = window === null || window !== state.window || hasEventsIn(found, window)
    // As soon as it is known.
    if (hasEvents === null) return
    brought.current = null
    if (!hasEvents) dispatch({ kind: 'windowChanged', window: null })
  }, [clock, found, state.window, dispatch])
  const isWaiting = state.clock !== clock
  useEffect(() => {
    if (isWaiting || chosen.current === null || chosen.current === clock) return
    chosen.current = null
    onSay(clockWords.failed)
  }, [isWaiting, clock, onSay])
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => {
      setIsLong(true)
      onSay(clockWords.waiting)
    }, LONG_MS)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isWaiting, onSay])
  // Elsewhere nothing stands by a date.
  if (view !== 'timeline' && view !== 'list') return null
  return (
    <ClockSwitch
      isWaiting={isLong}
      clock={state.clock}
      offered={names.clocks}
      onClock={(next) => {
        chosen.current = next
        dispatch({ kind: 'clockChosen', clock: next })
      }}
    />
  )
}

/** null: it is not known yet. */
function hasEventsIn({ drawn, matches }: FoundEvents, window: TimeWindow): boolean | null {
  return drawn.kind === 'rows'
    ? hasMatchIn(drawn.rows.index, matches, window)
    : hasCountIn(drawn.lanes, window)
}

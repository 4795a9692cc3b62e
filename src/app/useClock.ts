/** By which clock does the story stand on screen? By the one that was chosen, as soon as its events are in that order. */
import { useEffect, useState } from 'react'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { Clock, ViewState } from '../core/view/viewState.ts'
import type { OpenedStory, WholeStory } from '../loading/openedStory.ts'
import { loadClocks } from './laterParts.ts'

export interface ClockedStory<Story extends OpenedStory> {
  readonly story: Story
  readonly clock: Clock
  /** false: nothing by the chosen clock is here, nor was there anything before. */
  readonly isShown: boolean
}

/** A hook that has the story by the clock of the view. @param dispatch told to go back to `both` where the other could not be had */
export type ClockHook<Story extends OpenedStory> = (
  opened: Story,
  state: ViewState,
  dispatch: (action: ViewAction) => void,
) => ClockedStory<Story>

/** Of a story in memory. Until the order is worked out, what was on screen stays. */
export const useClock: ClockHook<WholeStory> = (opened, { clock }, dispatch) => {
  const [made, setMade] = useState<Partial<Record<Clock, WholeStory>>>({ both: opened })
  const [shown, setShown] = useState<Clock | null>(null)
  const isMissing = made[clock] === undefined
  if (!isMissing && shown !== clock) setShown(clock)
  useEffect(() => {
    if (!isMissing || clock === 'both') return
    const stopping = new AbortController()
    loadClocks()
      .then((storyBy) => storyBy(opened, clock, stopping.signal))
      .then(
        (next) => setMade((before) => ({ ...before, [clock]: next })),
        () => {
          if (!stopping.signal.aborted) dispatch({ kind: 'clockChosen', clock: 'both' })
        },
      )
    return () => stopping.abort()
  }, [opened, clock, isMissing, dispatch])
  const present = isMissing ? shown : clock
  return { story: made[present ?? 'both'] ?? opened, clock: present ?? 'both', isShown: present !== null }
}

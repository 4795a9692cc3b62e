/** By which clock does the story stand on screen? By the one that was chosen, as soon as its events are in that order. */
import { useEffect, useState } from 'react'
import type { Clock } from '../core/view/viewState.ts'
import type { OpenedStory, WholeStory } from '../loading/openedStory.ts'
import { loadClocks } from './laterParts.ts'

export interface ClockedStory<Story extends OpenedStory> {
  readonly story: Story
  readonly clock: Clock
  /** false: nothing by the chosen clock is here, nor was there anything before. */
  readonly isShown: boolean
}

/** A hook that has the story by a clock. @param onFailure told where that could not be */
export type ClockHook<Story extends OpenedStory> = (
  opened: Story,
  clock: Clock,
  onFailure: () => void,
) => ClockedStory<Story>

/** Of a story that has its events in one order only. */
export function useOneClock<Story extends OpenedStory>(story: Story): ClockedStory<Story> {
  return { story, clock: 'both', isShown: true }
}

/** Of a story in memory. Until the order is worked out, what was on screen stays. */
export const useClock: ClockHook<WholeStory> = (opened, clock, onFailure) => {
  const [made, setMade] = useState<ReadonlyMap<Clock, WholeStory>>(() => new Map([['both', opened]]))
  const story = made.get(clock)
  const [shown, setShown] = useState<Clock | null>(null)
  if (story !== undefined && shown !== clock) setShown(clock)
  const isMissing = story === undefined
  useEffect(() => {
    if (!isMissing || clock === 'both') return
    const stopping = new AbortController()
    loadClocks()
      .then((storyBy) => storyBy(opened, clock, stopping.signal))
      .then(
        (next) => setMade((before) => new Map([...before, [clock, next]])),
        () => {
          if (!stopping.signal.aborted) onFailure()
        },
      )
    return () => stopping.abort()
  }, [opened, clock, isMissing, onFailure])
  const present = isMissing ? shown : clock
  return { story: made.get(present ?? 'both') ?? opened, clock: present ?? 'both', isShown: present !== null }
}

/** By which clock does a story in tiles stand? By the one in whose order it was cut. */
import type { OpenedStory } from '../../loading/openedStory.ts'
import type { ClockedStory } from '../useClock.ts'

export function useOneClock<Story extends OpenedStory>(story: Story): ClockedStory<Story> {
  return { story, clock: 'both', isShown: true }
}

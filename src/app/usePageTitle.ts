/** The page's title at every address: the open event, then the story. */
import { useEffect } from 'react'
import type { EventBrief } from '../core/story/eventBrief.ts'
import type { StoryFrame } from '../core/story/story.ts'
import { spellControls } from '../core/wording/visibleControls.ts'

export function usePageTitle(story: StoryFrame, event: Pick<EventBrief, 'title'> | null): void {
  useEffect(() => {
    document.title = spellControls(
      [event?.title, story.title, 'Dateline'].filter((part) => part !== undefined).join(' · '),
    )
  }, [story, event])
}

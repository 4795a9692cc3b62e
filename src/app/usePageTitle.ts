/** The page's title at every address: what is open, then the story. */
import { useEffect } from 'react'
import type { StoryFrame } from '../core/story/story.ts'
import { formatPageTitle } from '../core/wording/pageWords.ts'

/** @param name of what is open; null: the story; undefined: another part says it */
export function usePageTitle(story: StoryFrame, name: string | null | undefined): void {
  useEffect(() => {
    if (name !== undefined) document.title = formatPageTitle(name, story)
  }, [story, name])
}

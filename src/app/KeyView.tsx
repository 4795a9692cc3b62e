/** The key to the signs that this story uses. */
import type { ReactElement } from 'react'
import { listUsedSigns } from '../core/marks/keySigns.ts'
import { standings } from '../core/story/storyFile.ts'
import type { Story } from '../core/story/story.ts'
import { Key } from '../ui/key/Key.tsx'

export function KeyView({ story }: { readonly story: Story }): ReactElement {
  const used = standings.filter((kind) => story.events.some(({ standing }) => standing.is === kind))
  return <Key signs={listUsedSigns(story)} standings={used} />
}

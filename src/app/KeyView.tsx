/** The key to the signs that this story uses. */
import type { ReactElement } from 'react'
import { listUsedSigns } from '../core/marks/keySigns.ts'
import type { StoryFacts } from '../core/marks/storyFacts.ts'
import { standings } from '../core/story/storyFile.ts'
import { Key } from '../ui/key/Key.tsx'

export function KeyView({ facts }: { readonly facts: StoryFacts }): ReactElement {
  const used = standings.filter((kind) => facts.standings.includes(kind))
  return <Key signs={listUsedSigns(facts.signs)} standings={used} />
}

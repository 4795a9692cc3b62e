/** The view as it is, in a frame: its address and what it is called. */
import type { ReactElement } from 'react'
import { formatEmbedSnippet } from '../../core/publishing/embedSnippet.ts'
import { encodeEmbed } from '../../core/view/embedLink.ts'
import type { Theme } from '../../core/view/embedMode.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import { spellControls } from '../../core/wording/visibleControls.ts'
import { EmbedSection, type EmbedHeight } from '../../ui/share/EmbedSection.tsx'
import { basePath } from '../address.ts'
import type { StoryIndex } from '../useTimelineMarks.ts'

/** Until the frame has told its height, px. */
const FIRST_HEIGHT_PX = 600

interface EmbedShareProps {
  readonly storyIndex: Pick<StoryIndex, 'frame' | 'titleOf'>
  readonly state: ViewState
}

export function EmbedShare({ storyIndex, state }: EmbedShareProps): ReactElement {
  const { frame, titleOf } = storyIndex
  const event = state.openEvent === null ? null : (titleOf(state.openEvent) ?? null)
  const title = spellControls(event === null ? frame.title : `${event} · ${frame.title}`)
  const snippetOf = (heightPx: EmbedHeight, theme: Theme | null): string => {
    const { path, query, hash } = encodeEmbed(state, theme)
    const src = new URL(`${basePath}${path}${query}${hash}`, window.location.origin).href
    return formatEmbedSnippet({ src, title, heightPx: heightPx ?? FIRST_HEIGHT_PX }, heightPx === null)
  }
  return <EmbedSection snippetOf={snippetOf} copyText={(text) => navigator.clipboard.writeText(text)} />
}

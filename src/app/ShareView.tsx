/** What is shown, passed on: the link to it. */
import type { ReactElement } from 'react'
import type { ViewState } from '../core/view/viewState.ts'
import { SharePanel } from '../ui/share/SharePanel.tsx'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

export interface ShareViewProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly state: ViewState
  readonly address: string
  /** How many events are shown, in words. */
  readonly matchWords: string
  readonly onCopyLink: () => void
  readonly onClose: () => void
}

export function ShareView({ address, matchWords, onCopyLink, onClose }: ShareViewProps): ReactElement {
  return (
    <SharePanel
      {...{ address, onClose }}
      viewWords={`It opens exactly this view: ${matchWords.charAt(0).toLowerCase()}${matchWords.slice(1)}.`}
      onCopyLink={() => {
        // The note that it was copied stands on the page, which the panel covers.
        onClose()
        onCopyLink()
      }}
    >
      {null}
    </SharePanel>
  )
}

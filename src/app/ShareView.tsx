/** What is shown, passed on: the link to it, a file of it, a citation. */
import type { ReactElement } from 'react'
import type { ViewState } from '../core/view/viewState.ts'
import { takingWords } from '../core/wording/takingWords.ts'
import { SharePanel } from '../ui/share/SharePanel.tsx'
import { ShareSection } from '../ui/share/ShareSection.tsx'
import { addressOf } from './address.ts'
import { later, loaderOf } from './later.tsx'
import { PartBoundary } from './PartBoundary.tsx'
import { CiteView } from './share/useCite.tsx'
import { EmbedShare } from './share/EmbedShare.tsx'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

const SaveView = later(loaderOf(async () => (await import('./share/SaveView.tsx')).SaveView))

export interface ShareViewProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly state: ViewState
  /** How many events are shown, in words. */
  readonly matchWords: string
  readonly onCopyLink: () => void
  readonly onClose: () => void
}

export function ShareView(props: ShareViewProps): ReactElement {
  const { matchWords, onCopyLink, onClose, ...shown } = props
  return (
    <SharePanel
      address={addressOf(shown.state)}
      onClose={onClose}
      viewWords={`It opens exactly this view: ${matchWords.charAt(0).toLowerCase()}${matchWords.slice(1)}.`}
      onCopyLink={() => {
        // The note that it was copied stands on the page, which the panel covers.
        onClose()
        onCopyLink()
      }}
    >
      <ShareSection title={takingWords.title} hint={takingWords.hint}>
        {() => <SaveView {...shown} matchWords={matchWords} />}
      </ShareSection>
      <ShareSection title="Cite" hint="this view, in five formats">
        {() => (
          <PartBoundary part="The citation" resetKey="">
            <CiteView
              cited={{ kind: 'view' }}
              story={shown.storyIndex.frame}
              titleOf={shown.storyIndex.titleOf}
              state={shown.state}
            />
          </PartBoundary>
        )}
      </ShareSection>
      <EmbedShare {...shown} />
    </SharePanel>
  )
}

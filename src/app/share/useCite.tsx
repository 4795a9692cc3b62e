/** Shows how something is cited, over the page, when it is asked for. */
import { useState, type ReactElement } from 'react'
import type { Cited } from '../../core/citing/cited.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import { CiteDialog } from '../../ui/share/CiteDialog.tsx'
import { later, loaderOf } from '../later.tsx'
import { PartBoundary } from '../PartBoundary.tsx'
import type { StoryIndex } from '../useTimelineMarks.ts'

const loadCite = loaderOf(async () => (await import('./CiteView.tsx')).CiteView)
export const CiteView = later(loadCite, <p className="view-waiting">Loading the citation…</p>)

/** The dialog, or nothing, to be rendered; and what opens it. */
export function useCite(
  { frame, titleOf }: StoryIndex,
  state: ViewState,
): { readonly dialog: ReactElement | null; readonly onCite: (cited: Cited) => void } {
  const [cited, setCited] = useState<Cited | null>(null)
  const onClose = (): void => setCited(null)
  const dialog =
    cited === null ? null : (
      <CiteDialog heading={`Cite this ${cited.kind}`} title={titleFor(cited, frame.title)} onClose={onClose}>
        <PartBoundary part="The citation" resetKey={cited.kind} onClose={onClose}>
          <CiteView cited={cited} story={frame} titleOf={titleOf} state={state} />
        </PartBoundary>
      </CiteDialog>
    )
  return { dialog, onCite: setCited }
}

function titleFor(cited: Cited, storyTitle: string): string {
  switch (cited.kind) {
    case 'event':
      return cited.event.title
    case 'statement':
      return cited.statement.text
    case 'source':
      return cited.source.title
    case 'view':
      return storyTitle
  }
}

/** The views beside timeline and list, in which a story is read from its sources, its statements or its changes. */
import { useMemo, type ReactElement } from 'react'
import type { SourceId } from '../core/base/brand.ts'
import type { StoryFrame } from '../core/story/story.ts'
import type { ViewKind, ViewState } from '../core/view/viewState.ts'
import { capitalise } from '../core/wording/phrase.ts'
import { ChangesView } from './ChangesView.tsx'
import { linksFrom, type FurtherViewProps } from './furtherView.ts'
import { useCite } from './share/useCite.tsx'
import { SourcesView } from './SourcesView.tsx'
import { StatementsView } from './StatementsView.tsx'
import { usePageTitle } from './usePageTitle.ts'

export { SinceView } from './SinceView.tsx'

interface FurtherViewsProps extends Omit<FurtherViewProps, 'linkTo' | 'onCite'> {
  readonly view: ViewKind
}

export function FurtherViews({ view, ...props }: FurtherViewsProps): ReactElement {
  const { storyIndex, state, dispatch } = props
  const { frame } = storyIndex
  usePageTitle(frame, state.openEvent === null ? nameOf(view, frame, state) : undefined)
  const { dialog, onCite } = useCite(storyIndex, state)
  const linkTo = useMemo(() => linksFrom(state, dispatch), [state, dispatch])
  const shared = { ...props, linkTo, onCite }
  return (
    <>
      {view === 'sources' ? (
        <SourcesView {...shared} />
      ) : view === 'statements' ? (
        <StatementsView {...shared} />
      ) : (
        <ChangesView {...shared} />
      )}
      {dialog}
    </>
  )
}

/** Of the view, or of the one source that it is about. */
function nameOf(view: ViewKind, { sources }: StoryFrame, { chosen }: ViewState): string {
  const [source, ...others] = view === 'sources' ? chosen.source : []
  const only = others.length === 0 ? sources.get(source as SourceId) : undefined
  return only?.title ?? capitalise(view)
}

/** The views beside timeline and list, in which a story is read from its sources, its statements or its changes. */
import { useMemo, type ReactElement } from 'react'
import type { ViewKind } from '../core/view/viewState.ts'
import { ChangesView } from './ChangesView.tsx'
import { linksFrom, type FurtherViewProps } from './furtherView.ts'
import { SourcesView } from './SourcesView.tsx'
import { StatementsView } from './StatementsView.tsx'

export { SinceView } from './SinceView.tsx'

interface FurtherViewsProps extends Omit<FurtherViewProps, 'linkTo'> {
  readonly view: ViewKind
}

export function FurtherViews({ view, ...props }: FurtherViewsProps): ReactElement {
  const { state, dispatch } = props
  const linkTo = useMemo(() => linksFrom(state, dispatch), [state, dispatch])
  if (view === 'sources') return <SourcesView {...props} linkTo={linkTo} />
  if (view === 'statements') return <StatementsView {...props} linkTo={linkTo} />
  return <ChangesView {...props} linkTo={linkTo} />
}

/** What do the views of sources, statements and changes have in common? */
import type { ReactNode } from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { ViewState } from '../core/view/viewState.ts'
import type { LinkTarget } from '../ui/shared/PageLink.tsx'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

export interface FurtherViewProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly state: ViewState
  readonly dispatch: (action: ViewAction) => void
  /** No event passes the filter; null: some do. */
  readonly empty: ReactNode
  /** To the present view with some of it changed. */
  readonly linkTo: LinkTo
  /** @param what "this statement", as it stands in a sentence */
  readonly onCopyAddress: (address: string, what: string) => void
}

export type LinkTo = (change: Partial<ViewState>) => LinkTarget

/** Opens an event, or one statement of it, beside the present view. */
export function eventLinks(linkTo: LinkTo): (event: EventId, statement?: StatementId | null) => LinkTarget {
  return (openEvent, openStatement = null) => linkTo({ openEvent, openStatement })
}

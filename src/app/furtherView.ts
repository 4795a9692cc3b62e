/** What do the views of sources, statements and changes have in common? */
import type { ReactNode } from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { Cited } from '../core/citing/cited.ts'
import type { ViewAction } from '../core/view/viewAction.ts'
import { initialView, type ViewState } from '../core/view/viewState.ts'
import type { LinkTarget } from '../ui/shared/PageLink.tsx'
import { hrefOf } from './address.ts'
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
  readonly onCite: (cited: Cited) => void
}

export type LinkTo = (change: Partial<ViewState>) => LinkTarget

/** Links from a view to others, which differ from it as they say. */
export function linksFrom(state: ViewState, dispatch: (action: ViewAction) => void): LinkTo {
  return (change) => {
    const to = { ...state, ...change }
    return { href: hrefOf(to), onFollow: () => dispatch({ kind: 'linkFollowed', state: to }) }
  }
}

const { openEvent, openStatement, chosen, from, to, words } = initialView

/** To all that one actor or source has to do with, whatever the filter was: the open event makes room for it. */
export const withoutFilter: Partial<ViewState> = { openEvent, openStatement, chosen, from, to, words }

/** Opens an event, or one statement of it, beside the present view. */
export function eventLinks(linkTo: LinkTo): (event: EventId, statement?: StatementId | null) => LinkTarget {
  return (event, statement = null) => linkTo({ openEvent: event, openStatement: statement })
}

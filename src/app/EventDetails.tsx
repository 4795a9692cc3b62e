/** The open event: all of it, as soon as it is there, and where it stands among the others. */
import { useRef, type ReactElement, type RefObject } from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { EventBrief } from '../core/story/eventBrief.ts'
import { noneChosen } from '../core/story/facetKinds.ts'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { ViewState } from '../core/view/viewState.ts'
import { Details } from '../ui/details/Details.tsx'
import { linksFrom, withoutFilter } from './furtherView.ts'
import { useCite } from './share/useCite.tsx'
import { useShownDetail } from './useEventDetail.ts'
import { useThread } from './useThread.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

export { findEntry } from './focusBack.ts'

export interface EventDetailsProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly openRow: EventRow
  readonly openStatement: StatementId | null
  readonly detailsId: string
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  readonly hrefOf: (event: EventId, statement: StatementId | null) => string
  readonly state: ViewState
  readonly dispatch: (action: ViewAction) => void
  readonly onOpen: (event: EventId) => void
  readonly onCopyLink: (statement: StatementId | null) => void
  readonly onClose: () => void
}

export function EventDetails(props: EventDetailsProps): ReactElement {
  const { storyIndex, found, openRow, onClose, state, dispatch } = props
  const { events, frame, titleOf } = storyIndex
  const { shownRows } = found
  const { shown, isFormer, failure, retry } = useShownDetail(storyIndex, openRow)
  const thread = useThread(storyIndex, shown)
  const { dialog, onCite } = useCite(storyIndex, state)
  // The focus waits for the heading of the open event.
  const nobodysRef = useRef<HTMLHeadingElement>(null)
  if (shown === null) return <DetailsWaiting failure={failure} onRetry={retry} onClose={onClose} />
  const { detail, row: shownRow } = shown
  const { id } = detail.event
  const linkTo = linksFrom(state, dispatch)
  const eventAt = (row: EventRow | null): EventBrief | null =>
    row === null ? null : (events.at(row) ?? null)
  const details = (
    <Details
      key={id}
      {...props}
      {...detail}
      onCite={onCite}
      headingRef={isFormer ? nobodysRef : props.headingRef}
      story={frame}
      titleOf={titleOf}
      id={props.detailsId}
      position={shownRows.has(shownRow) ? shownRows.countBefore(shownRow) + 1 : null}
      shownCount={shownRows.length}
      previous={eventAt(shownRows.next(shownRow, -1))}
      next={eventAt(shownRows.next(shownRow, 1))}
      changes={storyIndex.changes?.of(id)?.lines ?? []}
      thread={thread}
      toSource={(source) =>
        storyIndex.names.facets.includes('source')
          ? linkTo({ ...withoutFilter, view: 'sources', chosen: { ...noneChosen, source: [source] } })
          : null
      }
      toActor={(actor) =>
        linkTo({ ...withoutFilter, view: 'statements', chosen: { ...noneChosen, actor: [actor] } })
      }
    />
  )
  return (
    <>
      {details}
      {dialog}
    </>
  )
}

function DetailsWaiting({
  failure,
  onRetry,
  onClose,
}: {
  readonly failure: string | null
  readonly onRetry: () => void
  readonly onClose: () => void
}): ReactElement {
  if (failure === null) return <p className="details-waiting">Loading the event…</p>
  return (
    <div className="details-waiting" role="alert">
      <p>The rest of this event could not be loaded: {failure}.</p>
      <button type="button" className="frame-button" onClick={onRetry}>
        Try again
      </button>{' '}
      <button type="button" className="frame-button" onClick={onClose}>
        Close
      </button>
    </div>
  )
}

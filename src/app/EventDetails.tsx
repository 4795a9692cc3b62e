/** The open event: all of it, as soon as it is there, and where it stands among the others. */
import { useRef, type ReactElement, type RefObject } from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { EventBrief } from '../core/story/eventBrief.ts'
import { Details } from '../ui/details/Details.tsx'
import { useShownDetail } from './useEventDetail.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

export interface EventDetailsProps {
  readonly storyIndex: StoryIndex
  readonly found: FoundEvents
  readonly openRow: EventRow
  readonly openStatement: StatementId | null
  readonly detailsId: string
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  readonly hrefOf: (event: EventId, statement: StatementId | null) => string
  readonly onOpen: (event: EventId) => void
  readonly address: string
  readonly onCite: (citation: string) => void
  readonly onCopyLink: (statement: StatementId | null) => void
  readonly onClose: () => void
}

export function EventDetails(props: EventDetailsProps): ReactElement {
  const { storyIndex, found, openRow, onClose } = props
  const { events, frame, titleOf } = storyIndex
  const { shownRows } = found
  const { shown, isFormer, failure, retry } = useShownDetail(storyIndex, openRow)
  // The focus waits for the heading of the open event.
  const nobodysRef = useRef<HTMLHeadingElement>(null)
  if (shown === null) return <DetailsWaiting failure={failure} onRetry={retry} onClose={onClose} />
  const { detail, row: shownRow } = shown
  const eventAt = (row: EventRow | null): EventBrief | null =>
    row === null ? null : (events.at(row) ?? null)
  return (
    <Details
      key={detail.event.id}
      {...props}
      {...detail}
      headingRef={isFormer ? nobodysRef : props.headingRef}
      story={frame}
      titleOf={titleOf}
      id={props.detailsId}
      position={shownRows.has(shownRow) ? shownRows.countBefore(shownRow) + 1 : null}
      shownCount={shownRows.length}
      previous={eventAt(shownRows.next(shownRow, -1))}
      next={eventAt(shownRows.next(shownRow, 1))}
    />
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

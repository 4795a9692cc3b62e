/** Where the details stand: beside the story on a wide screen, over it as a modal sheet on a narrow one. */
import {
  useDeferredValue,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { useMediaQuery } from '../ui/shared/useMediaQuery.ts'
import { areFontsHere } from './firstFonts.ts'
import { later } from './later.tsx'
import { loadDetails } from './laterParts.ts'
import { PartBoundary } from './PartBoundary.tsx'
import { useEventDetail } from './useEventDetail.ts'
import type { FoundEvents, StoryIndex } from './useTimelineMarks.ts'

const Details = later(loadDetails, <p className="details-waiting">Loading the event…</p>)

/** There the details stand beside the story; elsewhere in a sheet that covers it. */
const BESIDE = '(min-width: 900px)'

interface DetailsFrameProps {
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

export function DetailsFrame(props: DetailsFrameProps): ReactElement | null {
  const { storyIndex, found, openRow, onClose } = props
  const { events, frame, titleOf } = storyIndex
  const { shownRows } = found
  const { detail, failure, retry } = useEventDetail(storyIndex, openRow)
  const isBeside = useMediaQuery(BESIDE)
  const brief = events.at(openRow)
  if (brief === undefined) return null
  const eventAt = (row: EventRow | null) => (row === null ? null : (events.at(row) ?? null))
  const content = (
    <PartBoundary part="The details of this event" resetKey={brief.id} onClose={onClose}>
      {detail === null ? (
        <DetailsWaiting failure={failure} onRetry={retry} onClose={onClose} />
      ) : (
        <Details
          {...props}
          {...detail}
          story={frame}
          titleOf={titleOf}
          key={brief.id}
          id={props.detailsId}
          position={shownRows.has(openRow) ? shownRows.countBefore(openRow) + 1 : null}
          shownCount={shownRows.length}
          previous={eventAt(shownRows.next(openRow, -1))}
          next={eventAt(shownRows.next(openRow, 1))}
        />
      )}
    </PartBoundary>
  )
  return isBeside ? (
    <aside
      className="details-aside"
      aria-label="Event"
      onKeyDown={(key) => {
        if (key.key === 'Escape') onClose()
      }}
    >
      {content}
    </aside>
  ) : (
    <Sheet onClose={onClose}>{content}</Sheet>
  )
}

/**
 * The rest of the page. Where a link opens a sheet, the sheet is painted first: nobody sees what it covers, and laying
 * that out before would take as long again.
 */
export function BehindDetails({
  isOpen,
  children,
}: {
  readonly isOpen: boolean
  readonly children: ReactNode
}): ReactElement | null {
  const isBeside = useMediaQuery(BESIDE)
  const isPainted = useDeferredValue(true, false)
  return isPainted || isBeside || !isOpen ? <div className="page-main">{children}</div> : null
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

function Sheet({
  onClose,
  children,
}: {
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  // What is being read keeps its letters: fonts that come later would break its lines anew.
  const [isBeforeFonts] = useState(() => !areFontsHere())
  // Before the picture, so that no frame shows the page without the sheet that covers it.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`details-sheet${isBeforeFonts ? ' is-before-fonts' : ''}`}
      aria-label="Event"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}

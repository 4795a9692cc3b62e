/** Where the details stand: beside the story on a wide screen, over it as a modal sheet on a narrow one. */
import { useEffect, useRef, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { EventId, StatementId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { Story } from '../core/story/story.ts'
import { useMediaQuery } from '../ui/shared/useMediaQuery.ts'
import { later } from './later.tsx'
import { loadDetails } from './laterParts.ts'
import { PartBoundary } from './PartBoundary.tsx'
import type { FoundMatches } from './useTimelineMarks.ts'

const Details = later(loadDetails, <p className="details-waiting">Loading the event…</p>)

interface DetailsFrameProps {
  readonly story: Story
  readonly found: FoundMatches
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
  const { story, found, openRow, onClose } = props
  const isBeside = useMediaQuery('(min-width: 900px)')
  const event = story.events[openRow]
  if (event === undefined) return null
  const position = found.shownRows.indexOf(openRow)
  const before = found.shownRows.findLast((row) => row < openRow)
  const after = found.shownRows.find((row) => row > openRow)
  const content = (
    <PartBoundary part="The details of this event" resetKey={event.id} onClose={onClose}>
      <Details
        {...props}
        key={event.id}
        id={props.detailsId}
        event={event}
        position={position < 0 ? null : position + 1}
        shownCount={found.shownRows.length}
        previous={before === undefined ? null : (story.events[before] ?? null)}
        next={after === undefined ? null : (story.events[after] ?? null)}
      />
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

function Sheet({
  onClose,
  children,
}: {
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="details-sheet"
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

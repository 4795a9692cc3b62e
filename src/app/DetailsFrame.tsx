/** Where the details stand: beside the story on a wide screen, over it as a modal sheet on a narrow one. */
import { useDeferredValue, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { useMediaQuery } from '../ui/shared/useMediaQuery.ts'
import type { EventDetailsProps } from './EventDetails.tsx'
import { hasText } from './before.ts'
import { areFontsHere } from './firstFonts.ts'
import { later } from './later.tsx'
import { loadDetails } from './laterParts.ts'
import { PartBoundary } from './PartBoundary.tsx'

const EventDetails = later(loadDetails, <p className="details-waiting">Loading the event…</p>)

/** There the details stand beside the story; elsewhere in a sheet that covers it. */
const BESIDE = '(min-width: 900px)'

export function DetailsFrame(props: EventDetailsProps): ReactElement | null {
  const { storyIndex, openRow, onClose } = props
  const isBeside = useMediaQuery(BESIDE)
  // Where the event stood as text, nothing comes in.
  const [look] = useState(() => (hasText() ? ' is-at-once' : ''))
  const brief = storyIndex.events.at(openRow)
  if (brief === undefined) return null
  const content = (
    <PartBoundary part="The details of this event" resetKey={brief.id} onClose={onClose}>
      <EventDetails {...props} />
    </PartBoundary>
  )
  return isBeside ? (
    <aside
      className={`details-aside${look}`}
      aria-label="Event"
      onKeyDown={(key) => {
        if (key.key === 'Escape') onClose()
      }}
    >
      {content}
    </aside>
  ) : (
    <Sheet look={look} onClose={onClose}>
      {content}
    </Sheet>
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

function Sheet({
  look,
  onClose,
  children,
}: {
  readonly look: string
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
      className={`details-sheet${look}${isBeforeFonts ? ' is-before-fonts' : ''}`}
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

/** What is cited, and how, over the page until it is closed. */
import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Bidi } from '../shared/Bidi.tsx'
import { Icon } from '../shared/Icon.tsx'
import './sharePanel.css'

interface CiteDialogProps {
  /** "Cite this event" */
  readonly heading: string
  /** The title of what is cited. */
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function CiteDialog({ heading, title, onClose, children }: CiteDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    // A press beside it closes it too, where the browser knows how.
    element?.setAttribute('closedby', 'any')
    element?.showModal()
    // Gives the focus back to the button that opened it.
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="share-panel"
      aria-labelledby={headingId}
      onClose={onClose}
      onCancel={(event) => event.stopPropagation()}
      onKeyDown={(key) => {
        // The dialog alone is closed by it, not what stands below.
        if (key.key === 'Escape') key.stopPropagation()
      }}
    >
      <div className="share-body">
        <header className="share-head">
          <h2 id={headingId}>{heading}</h2>
          <button type="button" className="square-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <p className="cite-what">
          <Bidi text={title} />
        </p>
        {children}
      </div>
    </dialog>
  )
}

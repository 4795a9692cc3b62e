/** All ways to pass on what is shown: its link first, the others folded below it. */
import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Icon } from '../shared/Icon.tsx'
import './sharePanel.css'

interface SharePanelProps {
  /** The whole address of the view as it is. */
  readonly address: string
  /** What the link opens besides the story: the filter, the event that is open. */
  readonly viewWords: string
  readonly onCopyLink: () => void
  readonly onClose: () => void
  /** `ShareSection`s. */
  readonly children: ReactNode
}

export function SharePanel({
  address,
  viewWords,
  onCopyLink,
  onClose,
  children,
}: SharePanelProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    // A press beside it closes it too, where the browser knows how.
    element?.setAttribute('closedby', 'any')
    element?.showModal()
    // Gives the focus back to the button that opened it.
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className="share-panel" aria-labelledby="share-heading" onClose={onClose}>
      <div className="share-body">
        <header className="share-head">
          <h2 id="share-heading">Share this view</h2>
          <button type="button" className="square-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <label className="share-link">
          <span className="share-hint">{viewWords}</span>
          <input
            className="field"
            readOnly
            dir="ltr"
            value={address}
            aria-label="Link to this view"
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <button type="button" className="frame-button" onClick={onCopyLink}>
          Copy link
        </button>
        {children}
      </div>
    </dialog>
  )
}

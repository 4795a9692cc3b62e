/** Says that a link was copied; where the browser refuses, shows it to be copied by hand. */
import { useEffect, useRef, type ReactElement } from 'react'
import { Icon } from '../shared/Icon.tsx'
import './share.css'

export interface CopyResult {
  /** What was to be copied. */
  readonly text: string
  readonly isCopied: boolean
  /** What it opens, as it stands in a sentence: "this event". */
  readonly opens: string
}

interface CopyNoteProps {
  readonly result: CopyResult
  readonly onDismiss: () => void
}

/** Long enough to read the sentence twice, ms. */
const SHOWN_MS = 5000

export function CopyNote({ result, onDismiss }: CopyNoteProps): ReactElement {
  const { opens } = result
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!result.isCopied) {
      field.current?.select()
      return
    }
    const timer = setTimeout(onDismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [result, onDismiss])
  return (
    <div className="copy-note">
      {result.isCopied ? (
        <p>Link copied. It opens {opens}.</p>
      ) : (
        <label>
          <span>The browser did not let us copy. The link to {opens}:</span>
          <input ref={field} className="field" readOnly value={result.text} />
        </label>
      )}
      <button type="button" className="square-button" aria-label="Dismiss" onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** What the reader must know beside the story: parts of a link that could not be followed, faults in the file. */
import type { ReactElement } from 'react'
import { Icon } from '../shared/Icon.tsx'
import './notices.css'

interface NoticeProps {
  readonly lead: string
  readonly sentences: readonly string[]
  readonly onDismiss: () => void
}

/** Sentences shown at once; the rest unfold. */
const FIRST_COUNT = 3

export function Notice({ lead, sentences, onDismiss }: NoticeProps): ReactElement {
  const rest = sentences.slice(FIRST_COUNT)
  return (
    <div className="notice" role="status">
      <div>
        <p className="notice-lead">{lead}</p>
        <ul>
          {sentences.slice(0, FIRST_COUNT).map((sentence, i) => (
            <li key={i}>{sentence}</li>
          ))}
        </ul>
        {rest.length > 0 && (
          <details>
            <summary>{rest.length} more</summary>
            <ul>
              {rest.map((sentence, i) => (
                <li key={i}>{sentence}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <button type="button" className="square-button" aria-label="Dismiss this notice" onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** Something that the view needs could not be fetched; what there is stays. */
import type { ReactElement } from 'react'
import './notices.css'

interface TroubleNoticeProps {
  readonly sentence: string
  readonly onRetry: () => void
}

export function TroubleNotice({ sentence, onRetry }: TroubleNoticeProps): ReactElement {
  return (
    <div className="notice" role="alert">
      <p className="notice-lead">{sentence}</p>
      <button type="button" className="frame-button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}

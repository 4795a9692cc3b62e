/** The page when there is no story: what failed, where, and what to do. */
import type { ReactElement } from 'react'
import './notices.css'

interface FaultScreenProps {
  readonly title: string
  readonly sentences: readonly string[]
  readonly details: readonly string[]
  readonly onRetry: () => void
}

export function FaultScreen({ title, sentences, details, onRetry }: FaultScreenProps): ReactElement {
  return (
    <main className="fault">
      <p className="shell-wordmark">Dateline</p>
      <h1>{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {details.length > 0 && (
        <ul className="fault-details">
          {details.map((detail, i) => (
            <li key={i}>{detail}</li>
          ))}
        </ul>
      )}
      <button type="button" className="frame-button" onClick={onRetry}>
        Retry
      </button>
    </main>
  )
}

/** While there is no story yet: over the text of the page, or the shape of what comes, progress when it lasts. */
import { useEffect, useState, type ReactElement } from 'react'
import './notices.css'

interface LoadScreenProps {
  /** Said only once the wait is worth a word; null: nothing to say yet. */
  readonly progressWords: string | null
  /** Said at once: offline, or trying again. */
  readonly urgentWords: string | null
  /** null: nothing to stop. */
  readonly onStop: (() => void) | null
}

/** A wait shorter than this needs no words, ms. */
const QUIET_MS = 1200

export function LoadScreen({ progressWords, urgentWords, onStop }: LoadScreenProps): ReactElement {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="load-bar">
      <p role="status">{urgentWords ?? (isLong ? (progressWords ?? 'Loading the story…') : '')}</p>
      {isLong && onStop !== null && (
        <button type="button" className="frame-button" onClick={onStop}>
          Stop loading
        </button>
      )}
    </div>
  )
}

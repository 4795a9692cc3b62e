/** What changed since the day in the address: one line above every view, and the way to mark nothing. */
import type { ReactElement, ReactNode } from 'react'
import { Bidi } from '../shared/Bidi.tsx'
import './changes.css'

interface SinceNoteProps {
  readonly sentence: string
  /** A link to all changes. */
  readonly link: ReactNode
  readonly onDismiss: () => void
}

export function SinceNote({ sentence, link, onDismiss }: SinceNoteProps): ReactElement {
  return (
    <section className="since-note" aria-label="Changes">
      <p>
        <Bidi text={sentence} /> {link}
      </p>
      <button type="button" className="text-button" onClick={onDismiss}>
        Mark nothing
      </button>
    </section>
  )
}

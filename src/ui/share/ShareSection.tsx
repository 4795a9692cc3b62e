/** One way to pass on what is shown. Folded until somebody wants it; what is in it costs nothing before. */
import { useState, type ReactElement, type ReactNode } from 'react'

interface ShareSectionProps {
  readonly title: string
  /** What it is good for, in a few words beside the title. */
  readonly hint: string
  /** Called when it is unfolded for the first time. */
  readonly children: () => ReactNode
}

export function ShareSection({ title, hint, children }: ShareSectionProps): ReactElement {
  const [isWanted, setIsWanted] = useState(false)
  return (
    <details
      className="share-section"
      onToggle={(event) => {
        if (event.currentTarget.open) setIsWanted(true)
      }}
    >
      <summary>
        <h3>{title}</h3> <span className="share-hint">{hint}</span>
      </summary>
      {isWanted && <div className="share-section-body">{children()}</div>}
    </details>
  )
}

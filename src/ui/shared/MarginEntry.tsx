/** An entry with its date and place in the margin, as in a ledger; on a narrow screen the margin stands above it. */
import type { ReactElement, ReactNode, RefObject } from 'react'
import './marginEntry.css'

interface MarginEntryProps {
  readonly margin: ReactNode
  readonly children: ReactNode
  /** The reader asked for it, or has it open. */
  readonly isMarked?: boolean
}

export function MarginEntry({ margin, children, isMarked = false }: MarginEntryProps): ReactElement {
  return (
    <li className={`margin-entry${isMarked ? ' is-marked' : ''}`}>
      <div className="margin-entry-margin">{margin}</div>
      <div className="margin-entry-body">{children}</div>
    </li>
  )
}

/** What the view shows, in a heading and a sentence or two. */
export function ViewHead({
  title,
  count,
  headingRef,
  children,
}: {
  readonly title: string
  readonly count: string
  /** Where the focus may be led to it. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null>
  readonly children?: ReactNode
}): ReactElement {
  return (
    <header className="view-head">
      <h2 ref={headingRef} tabIndex={headingRef === undefined ? undefined : -1}>
        {title} <span className="view-head-count">{count}</span>
      </h2>
      {children}
    </header>
  )
}

/** A link to another view of the same story: pressed plainly it changes the view, otherwise it is a link like any. */
import type { MouseEvent, ReactElement, ReactNode } from 'react'

/** Where it leads, and what leads there without loading the page anew. */
export interface LinkTarget {
  readonly href: string
  readonly onFollow: () => void
}

interface PageLinkProps {
  readonly to: LinkTarget
  /** The event it opens, so that the focus finds back to it. */
  readonly row?: number | null
  /** What it leads to is what is open. */
  readonly isCurrent?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function PageLink({ to, row, isCurrent, className, children }: PageLinkProps): ReactElement {
  return (
    <a
      className={className}
      href={to.href}
      data-row={row ?? undefined}
      aria-current={isCurrent === true ? 'true' : undefined}
      onClick={(click: MouseEvent) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return
        click.preventDefault()
        to.onFollow()
      }}
    >
      {children}
    </a>
  )
}

/** A link to elsewhere: only through the gate, never with our address, always with the host it leads to. */
import type { ReactElement, ReactNode } from 'react'
import type { Link } from '../../core/story/story.ts'

interface OutLinkProps {
  readonly link: Link
  /** Words of the page to scroll to (a text fragment); null for the page as such. */
  readonly exact?: string | null
  readonly children: ReactNode
}

/** Plain text where the address was refused or is missing. */
export function OutLink({ link, exact = null, children }: OutLinkProps): ReactElement {
  if (link.kind === 'refused') return <span>{children}</span>
  const fragment = exact === null ? '' : `#:~:text=${encodeFragment(exact)}`
  return (
    <a href={`${link.url}${fragment}`} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  )
}

/** Text directives end at commas, dashes and ampersands, which therefore must be encoded (WICG, scroll to text). */
function encodeFragment(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D')
}

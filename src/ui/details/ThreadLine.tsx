/** Which events are next to it in the same matter, beside those that are next to it in time? A thread may go back in time where it branches. */
import type { ReactElement } from 'react'
import type { EventId } from '../../core/base/brand.ts'
import { formatPlaceInThread } from '../../core/wording/threadWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { PageLink } from '../shared/PageLink.tsx'

export interface ThreadPlace {
  /** From 1. */
  readonly position: number
  readonly length: number
  readonly previous: ThreadNeighbour | null
  readonly next: ThreadNeighbour | null
}

interface ThreadNeighbour {
  readonly id: EventId
  readonly title: string
}

interface ThreadLineProps {
  readonly thread: ThreadPlace
  readonly hrefOf: (event: EventId, statement: null) => string
  readonly onOpen: (event: EventId) => void
}

export function ThreadLine({ thread, hrefOf, onOpen }: ThreadLineProps): ReactElement {
  const { previous, next } = thread
  const linkTo = ({ id }: ThreadNeighbour) => ({ href: hrefOf(id, null), onFollow: () => onOpen(id) })
  return (
    <nav className="details-thread" aria-label="This thread">
      <p>{formatPlaceInThread(thread)}</p>
      {previous !== null && (
        <PageLink to={linkTo(previous)}>
          <span aria-hidden="true">← </span>
          <span className="visually-hidden">In this thread, previous:</span> <Bidi text={previous.title} />
        </PageLink>
      )}
      {next !== null && (
        <PageLink className="thread-next" to={linkTo(next)}>
          <span className="visually-hidden">In this thread, next:</span> <Bidi text={next.title} />
          <span aria-hidden="true"> →</span>
        </PageLink>
      )}
    </nav>
  )
}

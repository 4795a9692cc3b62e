/** Which events are next to it in the same matter, beside those that are next to it in time? A thread may go back in time where it branches. */
import type { ReactElement } from 'react'
import type { EventId } from '../../core/base/brand.ts'
import {
  formatLongThread,
  formatPlaceInThread,
  inThreadWords,
  unreadThreadWords,
} from '../../core/wording/threadWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { PageLink } from '../shared/PageLink.tsx'
import type { KnownPlace, ThreadNeighbour, ThreadPlace } from './threadPlace.ts'

interface ThreadLineProps {
  readonly thread: ThreadPlace
  readonly hrefOf: (event: EventId, statement: null) => string
  readonly onOpen: (event: EventId) => void
}

/** Of one height, whatever is known. */
export function ThreadLine({ thread, ...links }: ThreadLineProps): ReactElement {
  return (
    <nav className="details-thread" aria-label="This thread">
      {thread.kind === 'known' ? <KnownPlace {...thread} {...links} /> : <UnknownPlace thread={thread} />}
    </nav>
  )
}

type KnownPlaceProps = KnownPlace & Omit<ThreadLineProps, 'thread'>

function KnownPlace({ position, length, previous, next, hrefOf, onOpen }: KnownPlaceProps): ReactElement {
  const linkTo = ({ id }: ThreadNeighbour) => ({ href: hrefOf(id, null), onFollow: () => onOpen(id) })
  return (
    <>
      <p>{formatPlaceInThread({ position, length })}</p>
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
    </>
  )
}

function UnknownPlace({
  thread,
}: {
  readonly thread: Exclude<ThreadPlace, { readonly kind: 'known' }>
}): ReactElement {
  if (thread.kind === 'coming') return <p>{inThreadWords}</p>
  if (thread.kind === 'long') return <p>{formatLongThread(thread.most)}</p>
  return (
    <>
      <p>{unreadThreadWords}</p>
      <button type="button" className="text-button" onClick={thread.onRetry}>
        Try again
      </button>
    </>
  )
}

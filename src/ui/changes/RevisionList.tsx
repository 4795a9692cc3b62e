/** What changed in the story, newest first: when, what, why, and in which events. */
import type { ReactElement } from 'react'
import type { EventId } from '../../core/base/brand.ts'
import type { Revision } from '../../core/story/story.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { MarginEntry } from '../shared/MarginEntry.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'
import './changes.css'

export interface RevisionItem {
  readonly revision: Revision
  /** "since 20 November 2026" for sure, perhaps, or not; empty where no day is chosen. */
  readonly sinceWords: string
  /** Without those that the filter hides. */
  readonly events: readonly RevisedEvent[]
  /** "2 events are hidden by the filter."; empty: none is. */
  readonly hiddenWords: string
}

export interface RevisedEvent {
  readonly id: EventId
  /** null: of a story in tiles, one that was not looked at yet. */
  readonly title: string | null
  readonly row: number | null
}

interface RevisionListProps {
  readonly items: readonly RevisionItem[]
  readonly language: string
  readonly openEvent: EventId | null
  readonly linkTo: (event: EventId) => LinkTarget
}

export function RevisionList({ items, language, openEvent, linkTo }: RevisionListProps): ReactElement {
  return (
    <ol>
      {items.map(({ revision, sinceWords, events, hiddenWords }, i) => (
        <MarginEntry
          key={i}
          margin={
            <>
              <p className="revision-date">{formatDateWords(revision.date)}</p>
              {sinceWords !== '' && <p>{sinceWords}</p>}
            </>
          }
        >
          <p className="revision-summary" lang={language}>
            <Bidi text={revision.summary} />
          </p>
          {revision.reason !== null && (
            <p className="revision-reason" lang={language}>
              Why: <Bidi text={revision.reason} />
            </p>
          )}
          {revision.events.length === 0 && <p className="revision-none">It names no single event.</p>}
          {events.length > 0 && (
            <ul className="revision-events" aria-label="Events concerned">
              {events.map(({ id, title, row }) => (
                <li key={id}>
                  <PageLink className="page-link" to={linkTo(id)} row={row} isCurrent={id === openEvent}>
                    <span lang={language}>
                      <Bidi text={title ?? id} />
                    </span>
                  </PageLink>
                </li>
              ))}
            </ul>
          )}
          {hiddenWords !== '' && <p className="revision-none">{hiddenWords}</p>}
        </MarginEntry>
      ))}
    </ol>
  )
}

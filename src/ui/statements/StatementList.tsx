/** Statements in the order of reading, each event's beside its date and title. */
import type { ReactElement, ReactNode } from 'react'
import type { EventId, StatementId } from '../../core/base/brand.ts'
import type { Statement, TimelineEvent } from '../../core/story/story.ts'
import { Aside } from '../shared/Aside.tsx'
import { Bidi } from '../shared/Bidi.tsx'
import { MarginEntry } from '../shared/MarginEntry.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'
import './statements.css'

export interface EventStatements {
  readonly event: TimelineEvent
  readonly row: number
  readonly dateWords: string
  /** At least one. */
  readonly statements: readonly Statement[]
}

interface StatementListProps {
  readonly items: readonly EventStatements[]
  readonly language: string
  readonly openEvent: EventId | null
  readonly linkTo: (event: EventId, statement: StatementId | null) => LinkTarget
  /** A statement as a figure: it is the same as in the details. */
  readonly figureOf: (statement: Statement, event: TimelineEvent, toOpen: ReactNode) => ReactNode
}

export function StatementList(props: StatementListProps): ReactElement {
  return (
    <ol className="statement-list">
      {props.items.map(({ event, row, dateWords, statements }) => (
        <MarginEntry
          key={event.id}
          margin={
            <>
              <p>{dateWords}</p>
              <p>
                <PageLink
                  className="page-link"
                  to={props.linkTo(event.id, null)}
                  row={row}
                  isCurrent={event.id === props.openEvent}
                >
                  <span className="visually-hidden">Event:</span>{' '}
                  <span lang={props.language}>
                    <Bidi text={event.title} />
                  </span>
                </PageLink>
              </p>
            </>
          }
        >
          {statements.map((statement) => (
            <div key={statement.id} className="statement-item">
              {props.figureOf(
                statement,
                event,
                <PageLink to={props.linkTo(event.id, statement.id)} row={row}>
                  Open in its event
                  <Aside text={statement.text} />
                </PageLink>,
              )}
            </div>
          ))}
        </MarginEntry>
      ))}
    </ol>
  )
}

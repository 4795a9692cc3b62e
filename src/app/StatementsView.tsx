/** The story from its statements: every quotation and paraphrase in the order of reading, a page at a time where many. */
import { useMemo, useRef, type ReactElement, type ReactNode } from 'react'
import type { ActorId, EventId, StatementId } from '../core/base/brand.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { findStatements, rowsWithStatements } from '../core/indexing/findStatements.ts'
import { noneChosen } from '../core/story/facetKinds.ts'
import { countsOf } from './facetCounts.ts'
import type { Statement, TimelineEvent } from '../core/story/story.ts'
import { initialView } from '../core/view/viewState.ts'
import { actorLinkWords, describeActor } from '../core/wording/actorWords.ts'
import { formatWhen } from '../core/wording/eventWords.ts'
import { describeStatementFilter, describeStatements } from '../core/wording/statementWords.ts'
import { StatementBlock } from '../ui/details/StatementBlock.tsx'
import '../ui/details/details.css'
import { ListPager } from '../ui/list/ListPager.tsx'
import { Bidi } from '../ui/shared/Bidi.tsx'
import { ViewHead } from '../ui/shared/MarginEntry.tsx'
import { PageLink } from '../ui/shared/PageLink.tsx'
import { StatementList, type EventStatements } from '../ui/statements/StatementList.tsx'
import { addressOf } from './address.ts'
import { EventsWaiting } from './EventsWaiting.tsx'
import { eventLinks, withoutFilter, type FurtherViewProps } from './furtherView.ts'
import { useEvents } from './useEvents.ts'
import { usePlace } from './usePlace.ts'

/** Events whose statements stand on one page. */
const PAGE_SIZE = 50

export function StatementsView(props: FurtherViewProps): ReactElement {
  const { storyIndex, state, linkTo } = props
  const { frame, titleOf } = storyIndex
  const listRef = useRef<HTMLDivElement>(null)
  const rows = useRowsToRead(props)
  const { page, pageCount, turnTo } = usePage(props, rows)
  const pageRows = useMemo(() => rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), [rows, page])
  const { events, failure, retry } = useEvents(storyIndex, pageRows)
  const items = (events ?? []).flatMap((event, i): EventStatements[] => {
    const statements = findStatements(event, state, frame)
    const row = pageRows[i]
    return statements.length === 0 || row === undefined
      ? []
      : [{ event, row, statements, dateWords: formatWhen(event, titleOf) }]
  })
  const all = useAllStatements(props)
  const counted = all ?? items.flatMap(({ statements }) => statements)
  const onThisPage = all === null && pageCount > 1 ? ' on this page' : ''
  const filterWords = describeStatementFilter(state)
  const pager = (place: 'above' | 'below'): ReactElement | null =>
    pageCount < 2 ? null : (
      <ListPager
        place={place}
        noun="Statements of events"
        first={page * PAGE_SIZE + 1}
        last={Math.min((page + 1) * PAGE_SIZE, rows.length)}
        total={rows.length}
        size={PAGE_SIZE}
        onPage={(step) => {
          turnTo(Math.max(0, Math.min(pageCount - 1, page + step)))
          if (place === 'below') listRef.current?.scrollIntoView({ block: 'start' })
        }}
      />
    )
  return (
    <div className="ledger" ref={listRef}>
      <section aria-label="Statements">
        <ViewHead
          title="Statements"
          count={events === null ? '' : `${describeStatements(counted, frame)}${onThisPage}`}
        >
          <PersonLine {...props} />
          {filterWords !== '' && <p className="view-head-note">{filterWords}</p>}
        </ViewHead>
        {pager('above')}
        {events === null ? (
          <EventsWaiting failure={failure} retry={retry} />
        ) : items.length === 0 ? (
          <p className="events-waiting">
            {rows.length === 0 ? 'None of these events has a statement.' : 'No statement matches here.'}
          </p>
        ) : (
          <StatementList
            items={items}
            language={frame.language}
            openEvent={state.openEvent}
            linkTo={eventLinks(linkTo)}
            figureOf={(statement, event, toOpen) => figureOf(props, statement, event, toOpen)}
          />
        )}
        {pager('below')}
      </section>
    </div>
  )
}

function figureOf(
  { storyIndex, state, onCopyAddress, onCite }: FurtherViewProps,
  statement: Statement,
  event: TimelineEvent,
  toOpen: ReactNode,
): ReactElement {
  return (
    <StatementBlock
      statement={statement}
      story={storyIndex.frame}
      isOpen={statement.id === state.openStatement}
      onCopyLink={() => onCopyAddress(addressOfStatement(event.id, statement.id), 'this statement')}
      onCite={() => onCite({ kind: 'statement', event, statement })}
    >
      {toOpen}
    </StatementBlock>
  )
}

function addressOfStatement(openEvent: EventId, openStatement: StatementId): string {
  return addressOf({ ...initialView, openEvent, openStatement })
}

interface Rows {
  readonly length: number
  readonly slice: (from: number, to: number) => readonly EventRow[]
}

/** At hand: events with a statement to show. Else those with any, or, where columns are not here, all that pass. */
function useRowsToRead({ storyIndex, found, state }: FurtherViewProps): Rows {
  const { details, frame } = storyIndex
  const { shownRows, matches, drawn } = found
  return useMemo(() => {
    if (details.kind === 'at-hand') {
      const { events } = details.story
      const has = (event: TimelineEvent | undefined): boolean =>
        event !== undefined && findStatements(event, state, frame).length > 0
      return shownRows.slice(0, shownRows.length).filter((row) => has(events[row]))
    }
    return drawn.kind === 'rows' ? rowsWithStatements(drawn.rows.index, matches) : shownRows
  }, [details, frame, shownRows, matches, drawn, state])
}

/** null: not all of them are at hand. */
function useAllStatements({ storyIndex, found, state }: FurtherViewProps): readonly Statement[] | null {
  const { details, frame } = storyIndex
  const { shownRows } = found
  return useMemo(() => {
    if (details.kind !== 'at-hand') return null
    const { events } = details.story
    return shownRows
      .slice(0, shownRows.length)
      .flatMap((row) => (events[row] === undefined ? [] : findStatements(events[row], state, frame)))
  }, [details, frame, shownRows, state])
}

/** The page turned to under this filter. */
function usePage({ storyIndex, state }: FurtherViewProps, rows: Rows) {
  const filter = JSON.stringify([state.chosen, state.from, state.to, state.words])
  const [turned, setTurned] = usePlace(storyIndex.frame, 'page of statements', { filter, page: 0 })
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = turned.filter === filter ? Math.min(turned.page, pageCount - 1) : 0
  return { page, pageCount, turnTo: (to: number) => setTurned({ filter, page: to }) }
}

/** Of whom the statements are, where the filter names one actor: what was said by it, and where it takes part. */
function PersonLine({ storyIndex, found, state, linkTo }: FurtherViewProps): ReactElement | null {
  const { frame, details, names } = storyIndex
  const { speaker, actor } = state.chosen
  const [id, ...others] = new Set([...speaker, ...actor])
  const person = id === undefined ? undefined : frame.actors.get(id as ActorId)
  if (person === undefined || others.length > 0) return null
  const totalOf = (kind: 'actor' | 'speaker'): number =>
    countsOf(found)(kind).find(({ value }) => value === id)?.total ?? 0
  const canSpeak = names.facets.includes('speaker')
  const counts = {
    statements: details.kind === 'at-hand' ? countSaidBy(person.id, details.story.events) : null,
    spokenIn: canSpeak ? totalOf('speaker') : null,
    events: totalOf('actor'),
  }
  const ofActor = { ...noneChosen, actor: [person.id] }
  return (
    <p className="view-head-note person-line">
      <Bidi text={describeActor(person.name, counts)} />{' '}
      {canSpeak && speaker.length === 0 && counts.spokenIn !== 0 && (
        <PageLink to={linkTo({ ...withoutFilter, chosen: { ...noneChosen, speaker: [person.id] } })}>
          {actorLinkWords.onlySaidBy}
        </PageLink>
      )}{' '}
      {actor.length === 0 && (
        <PageLink to={linkTo({ ...withoutFilter, chosen: ofActor })}>{actorLinkWords.saidAbout}</PageLink>
      )}{' '}
      <PageLink to={linkTo({ ...withoutFilter, view: 'timeline', chosen: ofActor })}>
        {actorLinkWords.events}
      </PageLink>
    </p>
  )
}

function countSaidBy(id: ActorId, events: readonly TimelineEvent[]): number {
  return events.flatMap(({ statements }) => statements).filter(({ speaker }) => speaker === id).length
}

/** The same events as words in order, grouped by month: for phones, print and screen readers. */
import type { ReactElement, RefObject } from 'react'
import type { EventId } from '../../core/base/brand.ts'
import type { EventBrief } from '../../core/story/eventBrief.ts'
import { standingWords } from '../../core/wording/standingWords.ts'
import { formatEventCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { DateSign } from '../shared/DateSign.tsx'
import { StandingSign } from '../shared/StandingSign.tsx'
import './list.css'

export interface ListSection {
  readonly heading: string
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly event: EventBrief
  readonly row: number
  /** Day of the month for events on a known day; empty for others. */
  readonly day: string
  readonly dateWords: string
  /** When it happened, where it stands by its report; else empty. */
  readonly ownDateWords: string
  /** "2 sources, 1 statement". */
  readonly countWords: string
  readonly isPossible: boolean
  /** "changed 23 November 2026"; empty: not marked. */
  readonly changedWords: string
}

interface EventListProps {
  readonly sections: readonly ListSection[]
  readonly listRef?: RefObject<HTMLDivElement | null>
  readonly selected: EventId | null
  readonly detailsId: string
  readonly language: string
  /** Opens an event here, or, as an address, leads to its page. */
  readonly onOpen: ((event: EventId) => void) | { readonly hrefOf: (event: EventId) => string }
}

export function EventList(props: EventListProps): ReactElement {
  return (
    <section className="event-list" aria-label="List of events" ref={props.listRef}>
      {props.sections.map(({ heading, items }) => (
        // A heading may come again: some orders of events are not by month.
        <section key={`${heading} ${items[0]?.row}`} className="list-section">
          <h2>
            {heading} <span className="list-count">{formatEventCount(items.length)}</span>
          </h2>
          <ol>
            {items.map((item) => (
              <ListRow key={item.event.id} item={item} {...props} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}

function ListRow({
  item,
  selected,
  detailsId,
  language,
  onOpen,
}: EventListProps & { readonly item: ListItem }): ReactElement {
  const { event } = item
  const isSelected = event.id === selected
  return (
    <li className={`list-row${isSelected ? ' is-selected' : ''}${item.isPossible ? ' is-possible' : ''}`}>
      {typeof onOpen === 'function' ? (
        <button
          type="button"
          className="list-entry"
          data-row={item.row}
          aria-expanded={isSelected}
          aria-controls={isSelected ? detailsId : undefined}
          onClick={() => onOpen(event.id)}
        >
          <ListWords item={item} language={language} />
        </button>
      ) : (
        <a className="list-entry" data-row={item.row} href={onOpen.hrefOf(event.id)}>
          <ListWords item={item} language={language} />
        </a>
      )}
    </li>
  )
}

function ListWords({ item, language }: { readonly item: ListItem; readonly language: string }): ReactElement {
  const { event } = item
  return (
    <>
      <span className="list-sign">
        <DateSign when={event.when} order={event} widthPx={item.day === '' ? 42 : 14} />
        {item.day !== '' && (
          <span className="list-day" aria-hidden="true">
            {item.day}
          </span>
        )}
      </span>{' '}
      <span className="list-words">
        <span className="list-title" lang={language}>
          <Bidi text={event.title} />
        </span>{' '}
        <span className="list-facts">
          <span className="list-standing">
            <StandingSign standing={event.standing.is} /> {standingWords[event.standing.is]}
          </span>{' '}
          <span className={item.day === '' ? 'list-date' : 'visually-hidden'}>{item.dateWords}</span>{' '}
          {item.ownDateWords !== '' && <span className="list-own">{item.ownDateWords}</span>}{' '}
          {item.isPossible && <span className="list-may">may match </span>}
          {item.changedWords !== '' && <span className="list-changed">* {item.changedWords} </span>}
          <span className="list-counts">{item.countWords}</span>
        </span>
      </span>
    </>
  )
}

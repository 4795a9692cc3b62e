/** One event on paper: all that is known of it, with the addresses of its sources written out. */
import type { ReactElement } from 'react'
import { findEventRoots } from '../../core/story/eventRoots.ts'
import type { EventBrief } from '../../core/story/eventBrief.ts'
import type { Account, Link, Source, Statement, StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { describeChain, formatChain } from '../../core/wording/chainWords.ts'
import { consultationWords, formatWording, recordWords } from '../../core/wording/claimWords.ts'
import { formatDateWords } from '../../core/wording/dateWords.ts'
import { describeEventRoots } from '../../core/wording/eventRootWords.ts'
import { formatWhen, type TitleOf } from '../../core/wording/eventWords.ts'
import { capitalise, lowerFirst } from '../../core/wording/phrase.ts'
import { describeStanding } from '../../core/wording/standingSentence.ts'
import { standingWords } from '../../core/wording/standingWords.ts'
import { formatNumberOf } from '../../core/wording/storyWords.ts'
import type { TextPart } from '../../core/wording/textParts.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { StandingSign } from '../shared/StandingSign.tsx'

interface PrintedEventProps {
  readonly event: TimelineEvent
  readonly story: StoryFrame
  readonly titleOf: TitleOf
  readonly address: string
}

export function PrintedEvent({ event, story, titleOf, address }: PrintedEventProps): ReactElement {
  const { when, reported } = event
  const standing = describeStanding(event.standing, story)
  const roots = describeEventRoots(findEventRoots(event, story), story)
  const reportedIn = reported === null ? undefined : story.sources.get(reported.source)
  return (
    <article className="print-event">
      <h3 lang={story.language}>
        <Bidi text={event.title} />
      </h3>
      <p className="print-date">
        {formatWhen(event, titleOf)}. {when !== null && when.note !== null && <Bidi text={when.note} />}{' '}
        {reported !== null && reportedIn !== undefined && (
          <>
            Reported {lowerFirst(formatDateWords(reported.date))}, by <Bidi text={reportedIn.outlet} />.{' '}
          </>
        )}
        {when !== null && <code>{when.date.edtf}</code>}
      </p>
      <p lang={story.language}>
        <Bidi text={event.summary} /> {event.note !== null && <Bidi text={event.note} />}
      </p>
      <p>
        <StandingSign standing={event.standing.is} /> <strong>{standing.lead}</strong>
        <Sentence parts={standing.rest} />
      </p>
      <p>
        <strong>
          <Sentence parts={roots.lead} />
        </strong>{' '}
        <Sentence parts={roots.rest} />
      </p>
      {event.accounts.length > 0 && (
        <ul>
          {event.accounts.map((account, i) => (
            <PrintedAccount key={i} account={account} story={story} />
          ))}
        </ul>
      )}
      {event.statements.map((statement) => (
        <PrintedStatement key={statement.id} statement={statement} story={story} />
      ))}
      <PrintedActors event={event} story={story} />
      {event.sources.length > 0 && (
        <>
          <h4>Sources</h4>
          <ul>
            {event.sources.flatMap((id) => {
              const source = story.sources.get(id)
              return source === undefined ? [] : [<PrintedSource key={id} source={source} />]
            })}
          </ul>
        </>
      )}
      <p className="print-address">{address}</p>
    </article>
  )
}

/** Of an event that has not been read whole. */
export function PrintedBrief({
  event,
  titleOf,
  address,
  language,
}: Pick<PrintedEventProps, 'titleOf' | 'address'> & {
  readonly event: EventBrief
  readonly language: string
}): ReactElement {
  return (
    <article className="print-event">
      <h3 lang={language}>
        <Bidi text={event.title} />
      </h3>
      <p className="print-date">{formatWhen(event, titleOf)}.</p>
      <p>
        <StandingSign standing={event.standing.is} /> {standingWords[event.standing.is]}.{' '}
        {formatNumberOf(event.sources.length, 'source')},{' '}
        {formatNumberOf(event.statements.length, 'statement')}.
      </p>
      <p className="print-address">{address}</p>
    </article>
  )
}

function PrintedAccount({
  account,
  story,
}: {
  readonly account: Account
  readonly story: StoryFrame
}): ReactElement {
  return (
    <li>
      {account.question !== null && (
        <>
          <em>
            <Bidi text={account.question} />
          </em>{' '}
        </>
      )}
      <Bidi text={account.claim} /> {account.date !== null && `${formatDateWords(account.date)}. `}
      {standingWords[account.standing]}:{' '}
      <Bidi text={formatChain(describeChain(account.attributedTo, account.chain, story))} />.{' '}
      {account.note !== null && <Bidi text={account.note} />}
    </li>
  )
}

function PrintedStatement({
  statement,
  story,
}: {
  readonly statement: Statement
  readonly story: StoryFrame
}): ReactElement {
  const { speaker, form, text, language, record, date, chain, note } = statement
  const isQuotation = form === 'quotation'
  const words = <Bidi text={text} lang={language} />
  return (
    <figure className="print-statement">
      {isQuotation ? <blockquote>‘{words}’</blockquote> : <p>{words}</p>}
      <figcaption>
        <Bidi text={formatChain(describeChain(speaker, chain, story))} />. {recordWords[record]}.{' '}
        <Bidi text={formatWording(statement)} /> {date !== null && `${formatDateWords(date)}. `}
        {note !== null && <Bidi text={note} />}
      </figcaption>
    </figure>
  )
}

function PrintedActors({ event, story }: Pick<PrintedEventProps, 'event' | 'story'>): ReactElement | null {
  if (event.actors.length === 0 && event.place === null) return null
  return (
    <p>
      {event.actors.map(({ actor, role }, i) => (
        <span key={`${actor}-${role}`}>
          {i === 0 ? 'Actors: ' : '; '}
          <Bidi text={story.actors.get(actor)?.name ?? actor} /> (<Bidi text={role} />)
        </span>
      ))}
      {event.actors.length > 0 && '. '}
      {event.place !== null && (
        <>
          Place: <Bidi text={event.place} />.
        </>
      )}
    </p>
  )
}

function PrintedSource({ source }: { readonly source: Source }): ReactElement {
  const { outlet, title, authors, issued, link, archive, consulted } = source
  return (
    <li>
      <b>
        <Bidi text={outlet} />
      </b>
      : <Bidi text={title} />
      {authors.length > 0 && (
        <>
          , <Bidi text={authors.join(', ')} />
        </>
      )}
      {issued !== null && `, ${lowerFirst(formatDateWords(issued))}`}.{' '}
      {capitalise(consultationWords[consulted])}.{link !== null && <PrintedLink link={link} />}
      {archive?.kind === 'safe' && <PrintedLink link={archive} />}
    </li>
  )
}

/** Its whole address, whether it may be followed or not. */
function PrintedLink({ link }: { readonly link: Link }): ReactElement {
  return (
    <span className="print-address">
      {link.kind === 'safe' ? link.url : <Bidi text={`${link.text} (${link.reason})`} />}
    </span>
  )
}

function Sentence({ parts }: { readonly parts: readonly TextPart[] }): ReactElement {
  return <>{parts.map((part, i) => (typeof part === 'string' ? part : <Bidi key={i} text={part.name} />))}</>
}

/** One event, whole: when, what, who says so, through whom, in whose words, and what it has to do with others. */
import type { ReactElement, RefObject } from 'react'
import type { ActorId, EventId, SourceId, StatementId } from '../../core/base/brand.ts'
import type { Cited } from '../../core/citing/cited.ts'
import type { EventBrief } from '../../core/story/eventBrief.ts'
import type { RelatedEvent } from '../../core/story/findRelated.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { kindWords } from '../../core/wording/claimWords.ts'
import type { TitleOf } from '../../core/wording/eventWords.ts'
import { describeStanding } from '../../core/wording/standingSentence.ts'
import { formatCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { Icon } from '../shared/Icon.tsx'
import type { LinkTarget } from '../shared/PageLink.tsx'
import { StandingSign } from '../shared/StandingSign.tsx'
import { Accounts } from './Accounts.tsx'
import { Actors } from './Actors.tsx'
import { DateBlock } from './DateBlock.tsx'
import './details.css'
import { Parts } from './Parts.tsx'
import { Related } from './Related.tsx'
import { Roots } from './Roots.tsx'
import { Sources } from './Sources.tsx'
import { StatementBlock } from './StatementBlock.tsx'
import { ThreadLine } from './ThreadLine.tsx'
import type { ThreadPlace } from './threadPlace.ts'

type Neighbour = Pick<EventBrief, 'id' | 'title'>

export interface DetailsProps {
  readonly story: StoryFrame
  readonly event: TimelineEvent
  readonly related: readonly RelatedEvent[]
  readonly titleOf: TitleOf
  readonly openStatement: StatementId | null
  /** From 1, among the events that pass the filter; null: the filter hides it. */
  readonly position: number | null
  readonly shownCount: number
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
  readonly id: string
  readonly headingRef?: RefObject<HTMLHeadingElement | null>
  readonly hrefOf: (event: EventId, statement: StatementId | null) => string
  readonly onOpen: (event: EventId) => void
  readonly onCopyLink: (statement: StatementId | null) => void
  /** Shows how the event, one of its statements or sources is cited. */
  readonly onCite: (cited: Cited) => void
  readonly onClose: () => void
  /** Where the way out leads on a page without script; undefined: it closes the details. */
  readonly storyHref?: string
  /** What changed in the event since the day that the reader chose, newest first. */
  readonly changes: readonly string[]
  /** null: it is in no thread, or that is not known. */
  readonly thread: ThreadPlace | null
  /** To all that rests on a source (null: not to be had), and all that is said by and about an actor. */
  readonly toSource: (source: SourceId) => LinkTarget | null
  readonly toActor: (actor: ActorId) => LinkTarget
}

export function Details(props: DetailsProps): ReactElement {
  const { story, event, position, shownCount } = props
  const standing = describeStanding(event.standing, story)
  const isRelayed = event.statements.some((statement) => statement.wording !== 'original')
  // What was said comes first where the event is that it was said; else what is claimed of the event does.
  const statements = event.statements.map((statement) => (
    <StatementBlock
      key={statement.id}
      statement={statement}
      story={story}
      isOpen={statement.id === props.openStatement}
      onCopyLink={() => props.onCopyLink(statement.id)}
      onCite={() => props.onCite({ kind: 'statement', event, statement })}
    />
  ))
  return (
    <div className="details" id={props.id}>
      <div className="details-bar">
        <p className="details-place">
          {position === null
            ? 'Hidden by the filter'
            : `Event ${formatCount(position)} of ${formatCount(shownCount)}`}
        </p>
        <button type="button" className="text-button" onClick={() => props.onCopyLink(null)}>
          <Icon name="link" /> Copy link
        </button>
        <button type="button" className="text-button" onClick={() => props.onCite({ kind: 'event', event })}>
          Cite
        </button>
        {props.storyHref === undefined ? (
          <button type="button" className="square-button" aria-label="Close" onClick={props.onClose}>
            <Icon name="close" />
          </button>
        ) : (
          <a className="square-button" aria-label="To the story" href={props.storyHref}>
            <Icon name="close" />
          </a>
        )}
      </div>
      <article className="details-body">
        <p className="details-kind">
          {kindWords[event.kind]}
          {event.kind === 'statement' && isRelayed ? ', relayed' : ''}
        </p>
        <h2 ref={props.headingRef} tabIndex={-1} lang={story.language}>
          <Bidi text={event.title} />
        </h2>
        <DateBlock event={event} story={story} titleOf={props.titleOf} />
        {props.changes.map((line) => (
          <p key={line} className="details-changed">
            * <Bidi text={line} />
          </p>
        ))}
        <p className="details-summary" lang={story.language}>
          <Bidi text={event.summary} />
        </p>
        {event.note !== null && (
          <p className="details-note">
            <Bidi text={event.note} />
          </p>
        )}
        <p className="details-standing">
          <StandingSign standing={event.standing.is} />
          <span>
            <strong>{standing.lead}</strong>
            <Parts parts={standing.rest} />
          </span>
        </p>
        <Roots event={event} story={story} />
        {event.kind === 'statement' && statements}
        <Accounts event={event} story={story} />
        {event.kind !== 'statement' && statements}
        <Actors event={event} story={story} toActor={props.toActor} />
        <Sources
          event={event}
          story={story}
          toSource={props.toSource}
          onCite={(source) => props.onCite({ kind: 'source', source })}
        />
        <Related {...props} />
      </article>
      {props.thread !== null && (
        <ThreadLine thread={props.thread} hrefOf={props.hrefOf} onOpen={props.onOpen} />
      )}
      <nav className="details-foot" aria-label="Other events">
        <FootLink direction="previous" to={props.previous} hrefOf={props.hrefOf} onOpen={props.onOpen} />
        <FootLink direction="next" to={props.next} hrefOf={props.hrefOf} onOpen={props.onOpen} />
      </nav>
    </div>
  )
}

interface FootLinkProps extends Pick<DetailsProps, 'hrefOf' | 'onOpen'> {
  readonly direction: 'previous' | 'next'
  readonly to: Neighbour | null
}

function FootLink({ direction, to, hrefOf, onOpen }: FootLinkProps): ReactElement {
  const word = direction === 'previous' ? '← Previous' : 'Next →'
  if (to === null) return <span className={`foot-${direction} foot-none`}>{word}</span>
  return (
    <a
      className={`foot-${direction}`}
      href={hrefOf(to.id, null)}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return
        click.preventDefault()
        onOpen(to.id)
      }}
    >
      <span className="foot-word">{word}</span>
      <span className="foot-title">
        <Bidi text={to.title} />
      </span>
    </a>
  )
}

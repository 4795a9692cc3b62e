/** Which events and statements rest on a source, by the part that it has in each. */
import type { ReactElement } from 'react'
import type { EventId, StatementId } from '../../core/base/brand.ts'
import { sourceRoles, type SourceUse } from '../../core/story/sourceRole.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { formatSome, sourceRoleWords } from '../../core/wording/sourceWords.ts'
import { formatEventCount } from '../../core/wording/storyWords.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'

export interface EventUse {
  readonly event: TimelineEvent
  readonly row: number
  readonly use: SourceUse
  /** "7 April 2026". */
  readonly dateWords: string
}

interface SourceUsesProps {
  /** In reading order. */
  readonly uses: readonly EventUse[]
  /** How many there are in all; null: these. */
  readonly total: number | null
  readonly story: Pick<StoryFrame, 'actors' | 'language'>
  readonly openEvent: EventId | null
  readonly linkTo: (event: EventId, statement: StatementId | null) => LinkTarget
  readonly onMore: (() => void) | null
}

export function SourceUses({ uses, total, onMore, ...props }: SourceUsesProps): ReactElement {
  return (
    <>
      {sourceRoles.map((role) => {
        const ofRole = uses.filter(({ use }) => use.role === role)
        return ofRole.length === 0 ? null : (
          <section key={role} className="source-uses">
            <h4>
              {sourceRoleWords[role]}{' '}
              <span className="view-head-count">{formatEventCount(ofRole.length)}</span>
            </h4>
            <ol>
              {ofRole.map((eventUse) => (
                <UseItem key={eventUse.event.id} {...eventUse} {...props} />
              ))}
            </ol>
          </section>
        )
      })}
      {total !== null && total > uses.length && (
        <p className="source-acts">
          {formatSome(uses.length, total)} read so far.{' '}
          {onMore !== null && (
            <button type="button" className="text-button" onClick={onMore}>
              Read more of them
            </button>
          )}
        </p>
      )}
    </>
  )
}

function UseItem({
  event,
  row,
  use,
  dateWords,
  story,
  openEvent,
  linkTo,
}: EventUse & Pick<SourceUsesProps, 'story' | 'openEvent' | 'linkTo'>): ReactElement {
  return (
    <li>
      <p>
        <PageLink
          className="page-link"
          to={linkTo(event.id, null)}
          row={row}
          isCurrent={event.id === openEvent}
        >
          <span lang={story.language}>
            <Bidi text={event.title} />
          </span>
        </PageLink>{' '}
        <span className="source-use-date">
          {dateWords}
          {use.isPublication && '; the publication itself'}
        </span>
      </p>
      {use.statements.length > 0 && (
        <ul className="source-statements">
          {use.statements.map(({ statement: { id, speaker, text, language } }) => (
            <li key={id}>
              <PageLink to={linkTo(event.id, id)}>
                <span lang={language}>
                  <Bidi text={shorten(text)} />
                </span>
              </PageLink>{' '}
              <span className="source-use-date">
                {speaker === null ? (
                  'Nobody is named'
                ) : (
                  <Bidi text={story.actors.get(speaker)?.name ?? speaker} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** Enough to know a statement by, characters. */
const SHORT_LENGTH = 90

/** Cut between words. */
function shorten(text: string): string {
  if (text.length <= SHORT_LENGTH) return text
  const cut = text.slice(0, SHORT_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT_LENGTH / 2)).replace(/[\s,;:.]+$/, '')}…`
}

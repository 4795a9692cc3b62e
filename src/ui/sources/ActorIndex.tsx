/** The actors of a story: what each said, and in what it takes part. */
import type { ReactElement } from 'react'
import type { Actor } from '../../core/story/story.ts'
import { actorLinkWords, describeActor, type ActorCounts } from '../../core/wording/actorWords.ts'
import { actorKindWords } from '../../core/wording/claimWords.ts'
import { Aside } from '../shared/Aside.tsx'
import { Bidi } from '../shared/Bidi.tsx'
import { MarginEntry } from '../shared/MarginEntry.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'

export interface ActorItem {
  readonly actor: Actor
  readonly counts: ActorCounts
  /** Leads to all that was said by it, and in the events that it takes part in; null: not to be had. */
  readonly toSaidBy: LinkTarget | null
  readonly toSaidAbout: LinkTarget | null
  readonly toEvents: LinkTarget | null
}

export function ActorIndex({ items }: { readonly items: readonly ActorItem[] }): ReactElement {
  return (
    <ol>
      {items.map(({ actor, counts, ...to }) => (
        <MarginEntry
          key={actor.id}
          margin={
            <>
              <h3 className="actor-name">
                <Bidi text={actor.name} />
              </h3>
              <p>{actorKindWords[actor.kind]}</p>
            </>
          }
        >
          <p>
            <Bidi text={describeActor(actor.name, counts)} />
          </p>
          {actor.describedAs !== null && (
            <p className="source-known">
              Described as “<Bidi text={actor.describedAs} />”
            </p>
          )}
          <p className="source-acts">
            {to.toSaidBy !== null && counts.spokenIn !== 0 && (
              <PageLink className="source-events" to={to.toSaidBy}>
                {actorLinkWords.saidBy}
                <Aside text={actor.name} />
              </PageLink>
            )}
            {to.toSaidAbout !== null && counts.events > 0 && (
              <PageLink className="source-events" to={to.toSaidAbout}>
                {actorLinkWords.saidAbout}
                <Aside text={actor.name} />
              </PageLink>
            )}
            {to.toEvents !== null && counts.events > 0 && (
              <PageLink className="source-events" to={to.toEvents}>
                {actorLinkWords.events}
                <Aside text={actor.name} />
              </PageLink>
            )}
          </p>
        </MarginEntry>
      ))}
    </ol>
  )
}

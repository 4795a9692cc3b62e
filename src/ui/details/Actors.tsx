/** Who had to do with it, and in which role. */
import type { ReactElement } from 'react'
import type { ActorId } from '../../core/base/brand.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { Bidi } from '../shared/Bidi.tsx'
import { PageLink, type LinkTarget } from '../shared/PageLink.tsx'

export function Actors({
  event,
  story,
  toActor,
}: {
  readonly event: TimelineEvent
  readonly story: StoryFrame
  readonly toActor: (actor: ActorId) => LinkTarget
}): ReactElement | null {
  if (event.actors.length === 0 && event.place === null) return null
  return (
    <section className="details-section">
      <h3>Actors</h3>
      <dl className="actors">
        {event.actors.map(({ actor, role }) => {
          const known = story.actors.get(actor)
          return (
            <div key={`${actor}-${role}`}>
              <dt>
                <PageLink to={toActor(actor)}>
                  <Bidi text={known?.name ?? actor} />
                </PageLink>
                {known?.kind === 'unnamed' && ', not named'}
              </dt>
              <dd>
                <Bidi text={role} />
              </dd>
            </div>
          )
        })}
        {event.place !== null && (
          <div>
            <dt>
              <Bidi text={event.place} />
            </dt>
            <dd>place</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** Who had to do with it, and in which role. */
import type { ReactElement } from 'react'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { Bidi } from '../shared/Bidi.tsx'

export function Actors({
  event,
  story,
}: {
  readonly event: TimelineEvent
  readonly story: StoryFrame
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
                <Bidi text={known?.name ?? actor} />
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

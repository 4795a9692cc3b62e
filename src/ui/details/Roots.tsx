/** On how many independent roots the event rests, who retells them, and, unfolded, how that is counted. */
import { useMemo, type ReactElement } from 'react'
import { findEventRoots } from '../../core/story/eventRoots.ts'
import type { StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { describeEventRoots, rootCountWords } from '../../core/wording/eventRootWords.ts'
import { Parts } from './Parts.tsx'

export function Roots({
  event,
  story,
}: {
  readonly event: TimelineEvent
  readonly story: StoryFrame
}): ReactElement {
  const { lead, rest } = useMemo(
    () => describeEventRoots(findEventRoots(event, story), story),
    [event, story],
  )
  return (
    <div className="roots" role="group" aria-label="Roots">
      <p>
        <strong>
          <Parts parts={lead} />
        </strong>{' '}
        <Parts parts={rest} />
      </p>
      <details>
        <summary>{rootCountWords.question}</summary>
        <p>{rootCountWords.answer}</p>
      </details>
    </div>
  )
}

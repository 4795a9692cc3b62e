/** Which events are related to one, by its own word or by theirs? */
import type { EventBrief } from './eventBrief.ts'
import type { RelationKind, Story, TimelineEvent } from './story.ts'

export interface RelatedEvent {
  readonly other: Pick<EventBrief, 'id' | 'title'>
  readonly is: RelationKind
  /** The other event says it of this one. */
  readonly isInverse: boolean
}

/** Each other event once for each kind of relation; its own relations first, then what others say, in reading order. */
export function findRelated(event: TimelineEvent, story: Story): readonly RelatedEvent[] {
  const found: RelatedEvent[] = []
  const isKnown = (other: TimelineEvent, is: RelationKind): boolean =>
    found.some((related) => related.other === other && (related.is === is || isMirror(related.is, is)))
  for (const { is, to } of event.relations) {
    const other = story.events.find(({ id }) => id === to)
    if (other !== undefined && !isKnown(other, is)) found.push({ other, is, isInverse: false })
  }
  for (const other of story.events) {
    for (const { is, to } of other.relations)
      if (to === event.id && !isKnown(other, is)) found.push({ other, is, isInverse: true })
  }
  return found
}

/** "A before B" and "B after A" say the same. */
export function isMirror(a: RelationKind, b: RelationKind): boolean {
  return (a === 'before' && b === 'after') || (a === 'after' && b === 'before')
}

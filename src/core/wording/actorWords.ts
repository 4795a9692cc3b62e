/** How is said what an actor said, and in what it takes part? */
import { capitalise } from './phrase.ts'
import { formatEventCount, formatNumberOf } from './storyWords.ts'

export interface ActorCounts {
  /** Statements by the actor; null: only the events that have some are known. */
  readonly statements: number | null
  /** Events in which the actor speaks; null: not known. */
  readonly spokenIn: number | null
  /** Events that involve the actor at all. */
  readonly events: number
}

/** "Said by Matt Sheehan: 2 statements; takes part in 4 events." */
export function describeActor(name: string, { statements, spokenIn, events }: ActorCounts): string {
  const part = events === 0 ? 'takes part in no event' : `takes part in ${formatEventCount(events)}`
  if (spokenIn === null) return `${capitalise(part)}.`
  if (spokenIn === 0) return `Said by ${name}: nothing that is quoted or told; ${part}.`
  const said =
    statements === null
      ? `statements in ${formatEventCount(spokenIn)}`
      : formatNumberOf(statements, 'statement')
  return `Said by ${name}: ${said}; ${part}.`
}

/** Ways from an actor, whoever or whatever it is. */
export const actorLinkWords = {
  saidBy: 'What this speaker said',
  onlySaidBy: 'Only what this speaker said',
  saidAbout: 'All that is said in these events',
  events: 'The events on the timeline',
} as const

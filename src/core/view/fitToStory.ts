/**
 * Does what a link names exist in this story?
 * Old names (aliases) lead to the present ones; what the story lacks is left out and told.
 */
import type { ActorId, EventId, StatementId } from '../base/brand.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'
import type { DecodedLink, Ignored } from './viewLink.ts'

/** What a story calls by name. */
export interface StoryNames {
  readonly actors: { readonly has: (id: ActorId) => boolean }
  /** The event of this id or former id, or that holds the statement of this id or former id. */
  readonly eventNamed: (name: string) => EventId | null
  /** The statement of this id or former id, in that event. */
  readonly statementNamed: (name: string, event: EventId) => StatementId | null
}

export function fitToStory({ state, ignored }: DecodedLink, names: StoryNames): DecodedLink {
  const missing: Ignored[] = []
  const event = state.openEvent === null ? null : names.eventNamed(state.openEvent)
  if (state.openEvent !== null && event === null)
    missing.push({ what: 'event', text: state.openEvent, reason: 'unknown' })

  const statement =
    state.openStatement === null || event === null ? null : names.statementNamed(state.openStatement, event)
  if (state.openStatement !== null && event !== null && statement === null)
    missing.push({ what: 'statement', text: state.openStatement, reason: 'unknown' })

  const actors: ActorId[] = []
  for (const actor of state.actors) {
    if (names.actors.has(actor)) actors.push(actor)
    else missing.push({ what: 'actor', text: actor, reason: 'unknown' })
  }
  const isReversed = startsAfter(state.from, state.to)
  if (isReversed) missing.push({ what: 'to', text: state.to ?? '', reason: 'reversed' })
  return {
    state: {
      ...state,
      openEvent: event,
      openStatement: statement,
      actors,
      to: isReversed ? null : state.to,
    },
    ignored: [...ignored, ...missing],
  }
}

function startsAfter(from: string | null, to: string | null): boolean {
  if (from === null || to === null) return false
  const start = parseEdtf(from)
  const end = parseEdtf(to)
  return start.ok && end.ok && outerExtent(start.value).startMs >= outerExtent(end.value).endMs
}

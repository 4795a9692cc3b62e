/**
 * Does what a link names exist in this story?
 * Old names (aliases) lead to the present ones; what the story lacks is left out and told.
 */
import type { ActorId, EventId, StatementId } from '../base/brand.ts'
import type { Story, TimelineEvent } from '../story/story.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'
import type { DecodedLink, Ignored } from './viewLink.ts'

export function fitToStory({ state, ignored }: DecodedLink, story: Story): DecodedLink {
  const missing: Ignored[] = []
  const event = state.openEvent === null ? null : findEvent(story, state.openEvent)
  if (state.openEvent !== null && event === null)
    missing.push({ what: 'event', text: state.openEvent, reason: 'unknown' })

  const home = event ?? null
  const statement =
    state.openStatement === null || home === null ? null : findStatement(home, state.openStatement)
  if (state.openStatement !== null && home !== null && statement === null)
    missing.push({ what: 'statement', text: state.openStatement, reason: 'unknown' })

  const actors: ActorId[] = []
  for (const actor of state.actors) {
    if (story.actors.has(actor)) actors.push(actor)
    else missing.push({ what: 'actor', text: actor, reason: 'unknown' })
  }
  const isReversed = startsAfter(state.from, state.to)
  if (isReversed) missing.push({ what: 'to', text: state.to ?? '', reason: 'reversed' })
  return {
    state: {
      ...state,
      openEvent: home?.id ?? null,
      openStatement: statement,
      actors,
      to: isReversed ? null : state.to,
    },
    ignored: [...ignored, ...missing],
  }
}

/** By its id, a former id, or the id or former id of one of its statements. */
function findEvent(story: Story, id: EventId): TimelineEvent | null {
  const named = story.events.find((event) => event.id === id || event.aliases.includes(id))
  return named ?? story.events.find((event) => findStatement(event, id) !== null) ?? null
}

function findStatement(event: TimelineEvent, id: string): StatementId | null {
  return (
    event.statements.find((statement) => statement.id === id || statement.aliases.includes(id))?.id ?? null
  )
}

function startsAfter(from: string | null, to: string | null): boolean {
  if (from === null || to === null) return false
  const start = parseEdtf(from)
  const end = parseEdtf(to)
  return start.ok && end.ok && outerExtent(start.value).startMs >= outerExtent(end.value).endMs
}

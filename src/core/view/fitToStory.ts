/**
 * Does what a link names exist in this story?
 * Old names (aliases) lead to the present ones; what the story lacks is left out and told.
 */
import type { ActorId, EventId, SourceId, StatementId } from '../base/brand.ts'
import { facetKinds, type FacetKind } from '../story/facetKinds.ts'
import { records, standings } from '../story/storyFile.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'
import type { DecodedLink, Ignored } from './viewLink.ts'
import type { Clock, LaneKind, ViewState } from './viewState.ts'

/** What a story calls by name. */
export interface StoryNames {
  readonly actors: { readonly has: (id: ActorId) => boolean }
  readonly sources: { readonly has: (id: SourceId) => boolean }
  /** By which it can be filtered. */
  readonly facets: readonly FacetKind[]
  /** By which its events can stand; `both` always. */
  readonly clocks: readonly Clock[]
  /** By which its lanes can be; `known` always. */
  readonly lanes: readonly LaneKind[]
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

  const chosen = facetKinds.map((kind) => {
    const isOffered = names.facets.includes(kind)
    const values = state.chosen[kind].filter((value) => {
      const isKnown = hasValue(names, kind, value)
      if (!isKnown || !isOffered)
        missing.push({ what: kind, text: value, reason: isKnown ? 'unsupported' : 'unknown' })
      return isKnown && isOffered
    })
    return [kind, values]
  })
  const hasClock = names.clocks.includes(state.clock)
  if (!hasClock) missing.push({ what: 'clock', text: state.clock, reason: 'unsupported' })
  const hasLanes = names.lanes.includes(state.lanes)
  if (!hasLanes) missing.push({ what: 'lanes', text: state.lanes, reason: 'unsupported' })
  const isReversed = startsAfter(state.from, state.to)
  if (isReversed) missing.push({ what: 'to', text: state.to ?? '', reason: 'reversed' })
  return {
    state: {
      ...state,
      openEvent: event,
      openStatement: statement,
      chosen: Object.fromEntries(chosen) as ViewState['chosen'],
      clock: hasClock ? state.clock : 'both',
      lanes: hasLanes ? state.lanes : 'known',
      to: isReversed ? null : state.to,
    },
    ignored: [...ignored, ...missing],
  }
}

function hasValue({ actors, sources }: StoryNames, kind: FacetKind, value: string): boolean {
  switch (kind) {
    case 'actor':
    case 'speaker':
      return actors.has(value as ActorId)
    case 'source':
      return sources.has(value as SourceId)
    case 'standing':
      return standings.some((known) => known === value)
    case 'record':
      return records.some((known) => known === value)
  }
}

function startsAfter(from: string | null, to: string | null): boolean {
  if (from === null || to === null) return false
  const start = parseEdtf(from)
  const end = parseEdtf(to)
  return start.ok && end.ok && outerExtent(start.value).startMs >= outerExtent(end.value).endMs
}

/**
 * How is a view written into an address? decodeLink.ts reads it back.
 *
 *   /                                     the story
 *   /events/<event-id>/                   an event
 *   /events/<event-id>/#<statement-id>    a statement in it
 *   /sources/ /statements/ /changes/      a view, while no event is open; else view=
 *   /sources/<source-id>/                 the sources, of which this one is chosen
 *   ?actor= standing= record= source= speaker= (each repeated)
 *    from= to= q= view= clock= lanes= since= window=   only what differs from the default
 *
 * Law: decode(encode(state)) is state.
 * The address is version 1. When the meaning of a parameter changes, the new one gets `v=2` and decodeLink.ts
 * one upgrade from 1; links without `v` stay version 1 for ever (tests/fixtures/links holds them).
 */
import { facetKinds, type FacetKind } from '../story/facetKinds.ts'
import { encodeWindow } from './windowLink.ts'
import { initialView, type ViewState } from './viewState.ts'

/** The parts of an address that mean something; `path` is relative to the site's base and starts with no slash. */
export interface LinkParts {
  readonly path: string
  /** With its question mark, or empty. */
  readonly query: string
  /** With its hash sign, or empty. */
  readonly hash: string
}

/** Something in a link that could not be followed. */
export interface Ignored {
  /** The parameter, or `path`. */
  readonly what: 'path' | 'event' | 'statement' | FacetKind | Single | 'other'
  /** What stood there, cut to a length that fits a notice. */
  readonly text: string
  readonly reason:
    'unknown' | 'unreadable' | 'too-long' | 'repeated' | 'too-many' | 'unsupported' | 'newer' | 'reversed'
}

/** Parameters that stand in an address once. */
export type Single = 'from' | 'to' | 'q' | 'view' | 'clock' | 'lanes' | 'since' | 'window' | 'v'

export interface DecodedLink {
  readonly state: ViewState
  readonly ignored: readonly Ignored[]
}

/** Longest search text, in characters: longer ones no title or statement could hold as a phrase. */
export const MAX_WORDS_LENGTH = 200

export function encodeView(state: ViewState): LinkParts {
  const query: string[] = []
  const write = (name: string, value: string): void => void query.push(`${name}=${encodeValue(value)}`)
  const { openEvent, view, chosen } = state
  const isInPath = openEvent === null && view !== null && view !== 'timeline' && view !== 'list'
  const [source, ...others] = isInPath && view === 'sources' ? chosen.source : []
  const isOneSource = source !== undefined && others.length === 0
  for (const kind of facetKinds)
    if (kind !== 'source' || !isOneSource) for (const value of chosen[kind]) write(kind, value)
  if (state.from !== null) write('from', state.from)
  if (state.to !== null) write('to', state.to)
  if (state.words !== '') write('q', state.words)
  if (view !== null && !isInPath) write('view', view)
  if (state.clock !== initialView.clock) write('clock', state.clock)
  if (state.lanes !== initialView.lanes) write('lanes', state.lanes)
  if (state.since !== null) write('since', state.since)
  if (state.window !== null) write('window', encodeWindow(state.window))
  return {
    path: isInPath
      ? `${view}/${isOneSource ? `${encodeValue(source)}/` : ''}`
      : openEvent === null
        ? ''
        : `events/${encodeValue(openEvent)}/`,
    query: query.length === 0 ? '' : `?${query.join('&')}`,
    hash: state.openStatement === null ? '' : `#${encodeValue(state.openStatement)}`,
  }
}

/** Percent-encoded, but for signs that are safe in a query and that dates are full of. Half a letter has no code. */
function encodeValue(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(?:2F|3A|2C|5B|5D)/g,
    (code) => decodeURIComponent(code),
  )
}

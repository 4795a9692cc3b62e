/**
 * How is a view written into an address, and read back?
 *
 *   /                                     the story
 *   /events/<event-id>/                   an event
 *   /events/<event-id>/#<statement-id>    a statement in it
 *   ?actor= (repeated) from= to= q= view= window=      only what differs from the default
 *
 * Law: decode(encode(state)) is state. Decoding never throws; what it could not read is in `ignored`.
 * The address is version 1. When the meaning of a parameter changes, the new one gets `v=2` and this file one
 * upgrade from 1; links without `v` stay version 1 for ever (tests/fixtures/links holds them).
 */
import type { ActorId, EventId, StatementId } from '../base/brand.ts'
import { MAX_EDTF_LENGTH, parseEdtf } from '../time/parseEdtf.ts'
import { decodeWindow, encodeWindow } from './windowLink.ts'
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
  readonly what:
    'path' | 'event' | 'statement' | 'actor' | 'from' | 'to' | 'q' | 'view' | 'window' | 'v' | 'other'
  /** What stood there, cut to a length that fits a notice. */
  readonly text: string
  readonly reason:
    'unknown' | 'unreadable' | 'too-long' | 'repeated' | 'too-many' | 'unsupported' | 'newer' | 'reversed'
}

export interface DecodedLink {
  readonly state: ViewState
  readonly ignored: readonly Ignored[]
}

/** Longest search text, in characters: longer ones no title or statement could hold as a phrase. */
export const MAX_WORDS_LENGTH = 200
/** Longest id or window in a link, in characters. */
const MAX_VALUE_LENGTH = 80
/** Most actors in one link. */
export const MAX_ACTORS = 50
/** Reserved for views to come: said to be unsupported, not unknown. */
const reserved = new Set(['clock', 'lanes', 'source', 'since', 'standing'])
/** Added by those who pass links on; no reader put them there, so none is told. */
const trackers = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref|igshid)$/

export function encodeView(state: ViewState): LinkParts {
  const query: string[] = []
  const write = (name: string, value: string): void => void query.push(`${name}=${encodeValue(value)}`)
  for (const actor of state.actors) write('actor', actor)
  if (state.from !== null) write('from', state.from)
  if (state.to !== null) write('to', state.to)
  if (state.words !== '') write('q', state.words)
  if (state.view !== null) write('view', state.view)
  if (state.window !== null) write('window', encodeWindow(state.window))
  return {
    path: state.openEvent === null ? '' : `events/${encodeValue(state.openEvent)}/`,
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

export function decodeLink(parts: LinkParts): DecodedLink {
  const ignored: Ignored[] = []
  const ignore = (what: Ignored['what'], text: string, reason: Ignored['reason']): void =>
    void ignored.push({ what, text: text.length > 40 ? `${text.slice(0, 39)}…` : text, reason })

  const openEvent = decodePath(parts.path, ignore)
  const params = readQuery(parts.query)
  const once = (name: 'from' | 'to' | 'q' | 'view' | 'window' | 'v', maxLength: number): string | null => {
    const [first, ...rest] = params.get(name) ?? []
    for (const extra of rest) ignore(name, extra, 'repeated')
    if (first === undefined || first === '') return null
    if (first.length <= maxLength) return first
    ignore(name, first, 'too-long')
    return null
  }
  const date = (name: 'from' | 'to'): string | null => {
    const text = once(name, MAX_EDTF_LENGTH)
    if (text === null) return null
    if (parseEdtf(text).ok) return text
    ignore(name, text, 'unreadable')
    return null
  }

  const version = once('v', MAX_VALUE_LENGTH)
  if (version !== null && version !== '1') ignore('v', version, 'newer')
  for (const [name, values] of params) {
    if (known.has(name) || trackers.test(name)) continue
    ignore('other', `${name}=${values[0] ?? ''}`, reserved.has(name) ? 'unsupported' : 'unknown')
  }

  const view = once('view', MAX_VALUE_LENGTH)
  if (view !== null && view !== 'timeline' && view !== 'list') ignore('view', view, 'unknown')
  const windowText = once('window', MAX_VALUE_LENGTH)
  const window = windowText === null ? null : decodeWindow(windowText)
  if (windowText !== null && window === null) ignore('window', windowText, 'unreadable')
  const statement = safeDecode(parts.hash.replace(/^#/, ''))
  return {
    state: {
      ...initialView,
      openEvent: openEvent as EventId | null,
      openStatement: (openEvent === null || statement === '' ? null : statement) as StatementId | null,
      actors: decodeActors(params.get('actor') ?? [], ignore),
      from: date('from'),
      to: date('to'),
      words: once('q', MAX_WORDS_LENGTH)?.trim() ?? '',
      view: view === 'timeline' || view === 'list' ? view : null,
      window,
    },
    ignored,
  }
}

const known = new Set(['actor', 'from', 'to', 'q', 'view', 'window', 'v'])

type Ignore = (what: Ignored['what'], text: string, reason: Ignored['reason']) => void

/** `events/<id>/`, with or without its last slash; anything else opens the story. */
function decodePath(path: string, ignore: Ignore): string | null {
  const trimmed = path.replace(/^\/+|\/+$/g, '').replace(/(?:^|\/)index\.html$/, '')
  if (trimmed === '') return null
  const [room, id, ...rest] = trimmed.split('/')
  const decoded = safeDecode(id ?? '')
  if (room === 'events' && rest.length === 0 && decoded !== '' && decoded.length <= MAX_VALUE_LENGTH)
    return decoded
  ignore('path', trimmed, decoded.length > MAX_VALUE_LENGTH ? 'too-long' : 'unknown')
  return null
}

function decodeActors(values: readonly string[], ignore: Ignore): readonly ActorId[] {
  const actors: string[] = []
  for (const value of values) {
    if (value === '') continue
    if (value.length > MAX_VALUE_LENGTH) ignore('actor', value, 'too-long')
    else if (actors.includes(value)) ignore('actor', value, 'repeated')
    else if (actors.length === MAX_ACTORS) ignore('actor', value, 'too-many')
    else actors.push(value)
  }
  return actors as readonly string[] as readonly ActorId[]
}

function readQuery(query: string): ReadonlyMap<string, readonly string[]> {
  const params = new Map<string, string[]>()
  for (const pair of query.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = safeDecode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : safeDecode(pair.slice(at + 1))
    const values = params.get(name)
    if (values === undefined) params.set(name, [value])
    else values.push(value)
  }
  return params
}

/** Percent-decoding that cannot throw: a broken code stays as it stands. Plus signs are spaces, as in forms. */
function safeDecode(text: string): string {
  const spaced = text.replace(/\+/g, ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

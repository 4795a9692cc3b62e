/**
 * What does an address ask for? The other way of viewLink.ts, which says what is written in one.
 * It never throws; what it could not read is in `ignored`. A bare address needs none of this (app/linkReader.ts).
 */
import type { EventId, StatementId } from '../base/brand.ts'
import { facetKinds, type FacetKind } from '../story/facetKinds.ts'
import { MAX_EDTF_LENGTH, parseEdtf } from '../time/parseEdtf.ts'
import { decodeWindow } from './decodeWindow.ts'
import { asksForEmbed } from './embedMode.ts'
import { MAX_WORDS_LENGTH, type DecodedLink, type Ignored, type LinkParts, type Single } from './viewLink.ts'
import { clocks, initialView, laneKinds, viewKinds, type ViewState } from './viewState.ts'

/** Longest id or window in a link, in characters. */
const MAX_VALUE_LENGTH = 80
/** Most values of one facet in one link. */
export const MAX_VALUES = 50
/** Added by those who pass links on; no reader put them there, so none is told. */
const trackers = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|ref|igshid)$/

export function decodeLink(parts: LinkParts): DecodedLink {
  const ignored: Ignored[] = []
  const ignore = (what: Ignored['what'], text: string, reason: Ignored['reason']): void =>
    void ignored.push({ what, text: text.length > 40 ? `${text.slice(0, 39)}…` : text, reason })

  const path = decodePath(parts.path, ignore)
  const { openEvent } = path
  const params = readQuery(parts.query)
  const once = (name: Single, maxLength = MAX_VALUE_LENGTH): string | null => {
    const [first, ...rest] = params.get(name) ?? []
    for (const extra of rest) ignore(name, extra, 'repeated')
    if (first === undefined || first === '') return null
    if (first.length <= maxLength) return first
    ignore(name, first, 'too-long')
    return null
  }
  const date = (name: 'from' | 'to' | 'since'): string | null => {
    const text = once(name, MAX_EDTF_LENGTH)
    if (text === null) return null
    if (parseEdtf(text).ok) return text
    ignore(name, text, 'unreadable')
    return null
  }

  const oneOf = <Value extends string>(name: Single, values: readonly Value[]): Value | null => {
    const text = once(name)
    const value = values.find((known) => known === text) ?? null
    if (text !== null && value === null) ignore(name, text, 'unknown')
    return value
  }

  const version = once('v')
  if (version !== null && version !== '1') ignore('v', version, 'newer')
  const isEmbed = asksForEmbed(parts)
  for (const [name, values] of params)
    if (!known.has(name) && !trackers.test(name) && !(isEmbed && frameParams.has(name)))
      ignore('other', `${name}=${values[0] ?? ''}`, 'unknown')

  const windowText = once('window')
  const window = windowText === null ? null : decodeWindow(windowText)
  if (windowText !== null && window === null) ignore('window', windowText, 'unreadable')
  const statement = safeDecode(parts.hash.replace(/^#/, ''))
  const view = oneOf('view', viewKinds)
  if (path.view !== null && view !== null && view !== path.view) ignore('view', view, 'repeated')
  const valuesOf = (kind: FacetKind): readonly string[] => [
    ...(kind === 'source' ? path.sources : []),
    ...(params.get(kind) ?? []),
  ]
  return {
    state: {
      openEvent: openEvent as EventId | null,
      openStatement: (openEvent === null || statement === '' ? null : statement) as StatementId | null,
      chosen: Object.fromEntries(
        facetKinds.map((kind) => [kind, decodeValues(kind, valuesOf(kind), ignore)]),
      ) as unknown as ViewState['chosen'],
      from: date('from'),
      to: date('to'),
      words: once('q', MAX_WORDS_LENGTH)?.trim() ?? '',
      view: path.view ?? view,
      clock: oneOf('clock', clocks) ?? initialView.clock,
      lanes: oneOf('lanes', laneKinds) ?? initialView.lanes,
      since: date('since'),
      window,
    },
    ignored,
  }
}

const known = new Set<string>([
  ...facetKinds,
  ...(['from', 'to', 'q', 'view', 'clock', 'lanes', 'since', 'window', 'v'] satisfies Single[]),
])

/** What only a frame has in its address. */
const frameParams = new Set(['embed', 'theme'])

type Ignore = (what: Ignored['what'], text: string, reason: Ignored['reason']) => void

/** What a path alone asks for. */
interface Asked {
  readonly openEvent: string | null
  readonly view: ViewState['view']
  readonly sources: readonly string[]
}

const nothing: Asked = { openEvent: null, view: null, sources: [] }

/**
 * `events/<id>/`, a view, or `sources/<id>/`, each with or without its last slash; `page/<n>/` below a view is a page of
 * it, below nothing one of the list. Anything else opens the story, such as the frame's own folder.
 */
function decodePath(path: string, ignore: Ignore): Asked {
  const trimmed = path.replace(/^\/+|\/+$/g, '').replace(/(?:^|\/)index\.html$/, '')
  if (trimmed === '' || trimmed === 'embed') return nothing
  const [, whole = '', page] = /^(.*?)(?:(?:^|\/)(page\/[1-9]\d{0,6}))?$/s.exec(trimmed) ?? []
  if (whole === '') return { ...nothing, view: 'list' }
  const [room, id, ...rest] = whole.split('/')
  const decoded = safeDecode(id ?? '')
  const isName = rest.length === 0 && decoded !== '' && decoded.length <= MAX_VALUE_LENGTH
  if (page === undefined && isName) {
    if (room === 'events') return { ...nothing, openEvent: decoded }
    if (room === 'sources') return { ...nothing, view: room, sources: [decoded] }
  }
  if (id === undefined && (room === 'sources' || room === 'statements' || room === 'changes'))
    return { ...nothing, view: room }
  ignore('path', trimmed, decoded.length > MAX_VALUE_LENGTH ? 'too-long' : 'unknown')
  return nothing
}

function decodeValues(kind: FacetKind, given: readonly string[], ignore: Ignore): readonly string[] {
  const values: string[] = []
  for (const value of given) {
    if (value === '') continue
    if (value.length > MAX_VALUE_LENGTH) ignore(kind, value, 'too-long')
    else if (values.includes(value)) ignore(kind, value, 'repeated')
    else if (values.length === MAX_VALUES) ignore(kind, value, 'too-many')
    else values.push(value)
  }
  return values
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

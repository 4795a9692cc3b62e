/** Does a link give back exactly what was on screen, and does any link open? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId, StatementId } from '../../../src/core/base/brand.ts'
import { formatEdtf } from '../../../src/core/time/formatEdtf.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'
import { isDrawable, snapWindow } from '../../../src/core/time/timeWindow.ts'
import { DATE_LIMIT_MS, DAY_MS } from '../../../src/core/time/units.ts'
import { facetKinds, noneChosen } from '../../../src/core/story/facetKinds.ts'
import { decodeLink } from '../../../src/core/view/decodeLink.ts'
import { encodeView, type LinkParts } from '../../../src/core/view/viewLink.ts'
import {
  clocks,
  initialView,
  laneKinds,
  viewKinds,
  type ViewState,
} from '../../../src/core/view/viewState.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { dateText } from '../../fixtures/randomStory.ts'

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/).filter((text) => text.length <= 80)
/** Letters of any script, emoji, and the signs that addresses are made of. */
const letter = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.constantFrom('%', '+', '&', '#', '=', '?', '/', ';', ' ', '"', '’', 'é', '🦊', '東'),
)
const words = fc
  .array(letter, { maxLength: 25 })
  .map((list) => list.join('').trim())
  .filter((text) => text.length <= 200)
const filterDate = fc.oneof(
  dateText,
  fc.constantFrom('-0043-03-15?', 'Y-17000', '2026-04%', '{1960,1961-12}', null),
)
/** Whole years that a Date can hold: the first and the last it holds are cut off. */
const LAST_MS = DATE_LIMIT_MS - 400 * DAY_MS
const anyWindow = fc
  .tuple(
    fc.double({ min: -LAST_MS, max: LAST_MS, noNaN: true }),
    fc.double({ min: 0, max: 33, noNaN: true }).map(Math.exp),
    fc.constantFrom(1, 0.01, 1e-4),
  )
  .map(([startMs, spanMs, nearness]) => {
    const start = startMs * nearness
    return snapWindow({ startMs: start, endMs: Math.min(LAST_MS, start + spanMs) })
  })
  .filter(isDrawable)

const ids = fc.uniqueArray(id, { maxLength: 50 })

const anyState: fc.Arbitrary<ViewState> = fc
  .record({
    openEvent: fc.option(id as fc.Arbitrary<EventId>),
    openStatement: fc.option(id as fc.Arbitrary<StatementId>),
    chosen: fc.record({ actor: ids, standing: ids, record: ids, source: ids, speaker: ids }),
    from: filterDate,
    to: filterDate,
    words,
    view: fc.constantFrom(...viewKinds, null),
    clock: fc.constantFrom(...clocks),
    lanes: fc.constantFrom(...laneKinds),
    since: filterDate,
    window: fc.option(anyWindow),
  })
  .map((state) => ({ ...state, openStatement: state.openEvent === null ? null : state.openStatement }))

const link = (address: string): LinkParts => {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? []
  return { path, query, hash }
}
const ignoredIn = (address: string): readonly string[] =>
  decodeLink(link(address)).ignored.map(({ what, text, reason }) => `${what} ${text}: ${reason}`)

describe('a link', () => {
  it('gives back the view it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(decodeLink(encodeView(state))).toEqual({ state, ignored: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('goes through a browser unchanged', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { path, query, hash } = encodeView(state)
        const url = new URL(`/${path}${query}${hash}`, 'https://dateline.example')
        const parts = { path: url.pathname.slice(1), query: url.search, hash: url.hash }
        expect(decodeLink(parts).state).toEqual(state)
      }),
    )
  })

  it('of any text opens', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(text, text, text, (path, query, hash) => {
        const { state } = decodeLink({ path, query: `?${query}`, hash: `#${hash}` })
        expect(state.from === null || parseEdtf(state.from).ok).toBe(true)
        encodeView(state)
      }),
      { numRuns: 300 },
    )
  })

  it('of almost the right form opens', () => {
    const name = fc.constantFrom(
      ...facetKinds,
      'from',
      'to',
      'q',
      'view',
      'window',
      'v',
      'clock',
      'lanes',
      'since',
      'utm_source',
      '',
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('%', '%E0%A4', '2026/..', '/', '2026'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), (pairs) => {
        const query = `?${pairs.map(([key, text]) => `${key}=${text}`).join('&')}`
        expect(() => decodeLink({ path: '', query, hash: '' })).not.toThrow()
      }),
    )
  })

  it('is short for the first view, and written as a person would write it', () => {
    expect(encodeView(initialView)).toEqual({ path: '', query: '', hash: '' })
    const window = { startMs: january(1), endMs: january(32) }
    const state = {
      ...initialView,
      openEvent: 'event-a' as EventId,
      openStatement: 'said' as StatementId,
      chosen: { ...noneChosen, actor: ['ana-silva', 'an-official'], standing: ['denied'] },
      from: '[2020-01-01..2020-02-01]',
      words: 'smoke & fire + 100%',
      clock: 'reported' as const,
      lanes: 'actor' as const,
      since: '2020-01-15',
      window,
    }
    expect(encodeView(state)).toEqual({
      path: 'events/event-a/',
      query:
        '?actor=ana-silva&actor=an-official&standing=denied&from=[2020-01-01..2020-02-01]&q=smoke%20%26%20fire%20%2B%20100%25&clock=reported&lanes=actor&since=2020-01-15&window=2020-01-01/2020-02-01',
      hash: '#said',
    })
  })

  it('never breaks on half an emoji', () => {
    const { query } = encodeView({ ...initialView, words: 'fox \uD83E' })
    expect(decodeLink({ path: '', query, hash: '' }).state.words).toBe('fox \uFFFD')
  })

  it('takes a date as long as a reader may type one', () => {
    const from = `[${Array.from({ length: 10 }, (_, i) => formatEdtf(january(1 + 2 * i))).join(',')}]`
    expect(from.length).toBeGreaterThan(80)
    expect(decodeLink(encodeView({ ...initialView, from }))).toMatchObject({ state: { from }, ignored: [] })
  })

  it('reads plus signs as spaces, as forms write them', () => {
    expect(decodeLink(link('?q=smoke+at+five')).state.words).toBe('smoke at five')
  })

  it('opens an event with and without its last slash, and the page file', () => {
    for (const path of ['events/event-a/', 'events/event-a', '/events/event-a/', 'events/event-a/index.html'])
      expect(decodeLink(link(path)).state.openEvent).toBe('event-a')
    expect(decodeLink(link('index.html'))).toEqual({ state: initialView, ignored: [] })
  })

  it('reads windows of any fineness, and refuses what cannot be drawn', () => {
    const windowOf = (text: string) => decodeLink(link(`?window=${text}`)).state.window
    expect(windowOf('2020-01-01/2020-01-21')).toEqual({ startMs: january(1), endMs: january(21) })
    expect(windowOf('2020-01/2020-02')).toEqual({ startMs: january(1), endMs: january(32) })
    expect(windowOf('2020-01-01T06:00:00/2020-01-02')).toEqual({ startMs: january(1.25), endMs: january(2) })
    expect(windowOf('2020-01-01/2020-01-01')).toBeNull()
    expect(windowOf('2020-01-21/2020-01-01')).toBeNull()
    expect(windowOf('2020-01-01/..')).toBeNull()
    expect(windowOf('Y-17E7/2020')).toBeNull()
    expect(windowOf('2020')).toBeNull()
  })

  it('of a window of days lasts as long as it did', () => {
    const { window } = decodeLink(link('?window=-0043-03-15/-0043-03-17')).state
    expect((window?.endMs ?? 0) - (window?.startMs ?? 0)).toBe(2 * DAY_MS)
  })
})

describe('what a link asks for and cannot have is named', () => {
  it.each([
    ['nowhere/', ['path nowhere: unknown']],
    ['events/', ['path events: unknown']],
    ['events/a/b/', ['path events/a/b: unknown']],
    [`events/${'x'.repeat(81)}/`, [`path events/${'x'.repeat(32)}…: too-long`]],
    ['?view=globe', ['view globe: unknown']],
    ['?view=list&view=timeline', ['view timeline: repeated']],
    ['?from=yesterday', ['from yesterday: unreadable']],
    ['?to=2026-13', ['to 2026-13: unreadable']],
    ['?window=2026', ['window 2026: unreadable']],
    [`?q=${'x'.repeat(201)}`, [`q ${'x'.repeat(39)}…: too-long`]],
    ['?actor=a&actor=a', ['actor a: repeated']],
    ['?v=2', ['v 2: newer']],
    ['?source=a&source=a', ['source a: repeated']],
    ['?clock=summer', ['clock summer: unknown']],
    ['?lanes=1', ['lanes 1: unknown']],
    ['?since=yesterday', ['since yesterday: unreadable']],
    ['?colour=red', ['other colour=red: unknown']],
  ])('%s', (address, expected) => {
    expect(ignoredIn(address)).toEqual(expected)
  })

  it('an actor beyond the fiftieth', () => {
    const query = Array.from({ length: 51 }, (_, i) => `actor=a${i}`).join('&')
    expect(ignoredIn(`?${query}`)).toEqual(['actor a50: too-many'])
    expect(decodeLink(link(`?${query}`)).state.chosen.actor).toHaveLength(50)
  })

  it('but not what others hang on a link, nor what is empty', () => {
    expect(ignoredIn('?utm_source=paper&fbclid=1&ref=x&v=1&q=&actor=&view=')).toEqual([])
  })

  it('and the rest of the link is kept', () => {
    expect(decodeLink(link('?view=globe&q=smoke&from=2020')).state).toEqual({
      ...initialView,
      words: 'smoke',
      from: '2020',
    })
  })
})

describe('a view with an address of its own', () => {
  const stateOf = (address: string) => decodeLink(link(address)).state
  const addressOf = (state: ViewState): string => {
    const { path, query, hash } = encodeView(state)
    return path + query + hash
  }

  it.each([
    ['?view=sources', 'sources/'],
    ['?source=a-1&view=sources', 'sources/a-1/'],
    ['?source=a-1&source=b&view=sources', 'sources/?source=a-1&source=b'],
    ['?speaker=ana&view=statements', 'statements/?speaker=ana'],
    ['?view=changes&since=2026-11-20', 'changes/?since=2026-11-20'],
    ['events/a-1/?view=sources', 'events/a-1/?view=sources'],
    ['?view=list', '?view=list'],
    ['sources', 'sources/'],
    ['sources/a-1', 'sources/a-1/'],
    ['sources/?source=a-1', 'sources/a-1/'],
    ['changes/index.html', 'changes/'],
    ['page/2/', '?view=list'],
    ['sources/page/3/', 'sources/'],
    // A source may be called so.
    ['sources/page/', 'sources/page/'],
  ])('“%s” is written “%s”, and says the same', (address, written) => {
    expect(decodeLink(link(address)).ignored).toEqual([])
    expect(addressOf(stateOf(address))).toBe(written)
    expect(stateOf(written)).toEqual(stateOf(address))
  })

  it('keeps what its path says where the query says another, and tells', () => {
    expect(stateOf('sources/?view=changes').view).toBe('sources')
    expect(ignoredIn('sources/?view=changes')).toEqual(['view changes: repeated'])
  })

  it.each(['statements/a/', 'changes/a/', 'sources/a/b/', 'page/0/', 'page/x/', 'events/a/page/2/'])(
    'the path “%s” is told as unknown',
    (address) => {
      expect(ignoredIn(address)).toEqual([`path ${address.slice(0, -1)}: unknown`])
    },
  )
})

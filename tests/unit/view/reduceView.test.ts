/** What follows from what a reader does, and what does the address take of it? */
import { describe, expect, it } from 'vitest'
import type { EventId, StatementId } from '../../../src/core/base/brand.ts'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { reduceView } from '../../../src/core/view/reduceView.ts'
import { decodeLink } from '../../../src/core/view/decodeLink.ts'
import { historyModeOf, type ViewAction } from '../../../src/core/view/viewAction.ts'
import { initialView, isFiltered, type ViewState } from '../../../src/core/view/viewState.ts'
import { january } from '../../fixtures/eventsFromText.ts'

const event = 'event-a' as EventId
const statement = 'said' as StatementId
const [ana, office] = ['ana-silva', 'harbour-office'] as const
const byAna = { ...noneChosen, actor: [ana] }
const window = { startMs: january(1), endMs: january(21) }
const busy: ViewState = {
  openEvent: event,
  openStatement: statement,
  chosen: byAna,
  from: '2020',
  to: '2021',
  words: 'smoke',
  view: 'list',
  clock: 'reported',
  lanes: 'actor',
  since: '2020-02',
  window,
}

describe('a reader who', () => {
  it('opens an event sees it, and at a statement if one is named', () => {
    expect(reduceView(initialView, { kind: 'eventOpened', event, statement: null })).toEqual({
      ...initialView,
      openEvent: event,
    })
    expect(reduceView(initialView, { kind: 'eventOpened', event, statement }).openStatement).toBe(statement)
  })

  it('closes the details loses nothing else', () => {
    expect(reduceView(busy, { kind: 'detailsClosed' })).toEqual({
      ...busy,
      openEvent: null,
      openStatement: null,
    })
  })

  it('presses a value twice is where they were', () => {
    const once = reduceView(initialView, { kind: 'facetToggled', facet: 'speaker', value: ana })
    const two = reduceView(once, { kind: 'facetToggled', facet: 'speaker', value: office })
    expect(two.chosen).toEqual({ ...noneChosen, speaker: [ana, office] })
    const off = reduceView(two, { kind: 'facetToggled', facet: 'speaker', value: ana })
    expect(off.chosen).toEqual({ ...noneChosen, speaker: [office] })
  })

  it('asks for the events of one source sees those and no other, and keeps the rest of the filter', () => {
    const before = { ...busy, chosen: { ...byAna, source: ['evening-star'] } }
    const { chosen } = reduceView(before, { kind: 'facetChosen', facet: 'source', values: ['morning-post'] })
    expect(chosen).toEqual({ ...byAna, source: ['morning-post'] })
  })

  it('turns clock and lanes, or marks what changed, loses nothing else', () => {
    const { clock, lanes, since } = initialView
    expect(reduceView(busy, { kind: 'clockChosen', clock })).toEqual({ ...busy, clock })
    expect(reduceView(busy, { kind: 'lanesChosen', lanes })).toEqual({ ...busy, lanes })
    expect(reduceView(busy, { kind: 'sinceChanged', since })).toEqual({ ...busy, since })
  })

  it('types dates and words filters by them, white space at the ends not counted', () => {
    expect(reduceView(initialView, { kind: 'datesChanged', from: '2020', to: null })).toEqual({
      ...initialView,
      from: '2020',
    })
    expect(reduceView(initialView, { kind: 'wordsChanged', words: ' smoke ' }).words).toBe('smoke')
  })

  it('clears the filter keeps the event, the view and the window', () => {
    const cleared = reduceView(busy, { kind: 'filtersCleared' })
    expect(cleared).toEqual({ ...busy, chosen: noneChosen, from: null, to: null, words: '' })
    expect([isFiltered(busy), isFiltered(cleared)]).toEqual([true, false])
  })

  it('goes home sees what the bare address opens', () => {
    expect(reduceView(busy, { kind: 'homeOpened' })).toEqual(initialView)
  })

  it('moves the window gets one that a link can hold', () => {
    const moved = { startMs: window.startMs + 12_345, endMs: window.endMs + 12_345 }
    expect(reduceView(busy, { kind: 'windowChanged', window: moved }).window).toEqual(window)
    expect(reduceView(busy, { kind: 'windowChanged', window: null }).window).toBeNull()
  })

  it('chooses a view sees it', () => {
    expect(reduceView(busy, { kind: 'viewChosen', view: 'timeline' }).view).toBe('timeline')
  })

  it('goes back sees what the address says', () => {
    expect(reduceView(initialView, { kind: 'addressChanged', state: busy })).toBe(busy)
  })
})

describe('an act that changes nothing', () => {
  const nothings: readonly ViewAction[] = [
    { kind: 'eventOpened', event, statement },
    { kind: 'datesChanged', from: '2020', to: '2021' },
    { kind: 'wordsChanged', words: ' smoke' },
    { kind: 'viewChosen', view: 'list' },
    { kind: 'facetChosen', facet: 'actor', values: [ana] },
    { kind: 'clockChosen', clock: 'reported' },
    { kind: 'lanesChosen', lanes: 'actor' },
    { kind: 'sinceChanged', since: '2020-02' },
    { kind: 'windowChanged', window },
  ]

  it.each(nothings.map((action) => [action.kind, action] as const))(
    '%s: the state is the same one',
    (_, action) => {
      expect(reduceView(busy, action)).toBe(busy)
    },
  )

  it('of closing or clearing or going home, when all is closed and clear, neither', () => {
    expect(reduceView(initialView, { kind: 'detailsClosed' })).toBe(initialView)
    expect(reduceView(initialView, { kind: 'filtersCleared' })).toBe(initialView)
    expect(reduceView(initialView, { kind: 'homeOpened' })).toBe(initialView)
  })

  it('of going home from a home that the address gave: Back is not pressed for nothing', () => {
    const { state } = decodeLink({ path: '', query: '', hash: '' })
    expect(reduceView(state, { kind: 'homeOpened' })).toBe(state)
    const others: readonly Partial<ViewState>[] = [
      { openEvent: event },
      { chosen: byAna },
      { clock: 'happened' },
      { lanes: 'actor' },
      { since: '2020' },
      { from: '2020' },
      { to: '2021' },
      { words: 'smoke' },
      { view: 'list' },
      { window },
    ]
    for (const other of others)
      expect(reduceView({ ...state, ...other }, { kind: 'homeOpened' })).toEqual(initialView)
  })
})

describe('Back returns from', () => {
  it.each<[ViewAction, 'push' | 'replace' | 'none']>([
    [{ kind: 'eventOpened', event, statement: null }, 'push'],
    [{ kind: 'detailsClosed' }, 'push'],
    [{ kind: 'facetToggled', facet: 'actor', value: ana }, 'push'],
    [{ kind: 'facetChosen', facet: 'actor', values: [ana] }, 'push'],
    [{ kind: 'clockChosen', clock: 'happened' }, 'push'],
    [{ kind: 'lanesChosen', lanes: 'actor' }, 'push'],
    [{ kind: 'sinceChanged', since: null }, 'push'],
    [{ kind: 'datesChanged', from: null, to: null }, 'push'],
    [{ kind: 'filtersCleared' }, 'push'],
    [{ kind: 'homeOpened' }, 'push'],
    [{ kind: 'viewChosen', view: 'list' }, 'push'],
    [{ kind: 'wordsChanged', words: '' }, 'replace'],
    [{ kind: 'windowChanged', window: null }, 'replace'],
    [{ kind: 'addressChanged', state: initialView }, 'none'],
  ])('acts, not gestures: %j', (action, mode) => {
    expect(historyModeOf(action)).toBe(mode)
  })
})

/** Does what a link names exist in this story? */
import { describe, expect, it } from 'vitest'
import type { EventId, StatementId } from '../../../src/core/base/brand.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import { noneChosen, type ChosenValues } from '../../../src/core/story/facetKinds.ts'
import { fitToStory } from '../../../src/core/view/fitToStory.ts'
import { initialView, type ViewState } from '../../../src/core/view/viewState.ts'
import { makeEvent, makeStatement, makeStory } from '../../fixtures/makeStory.ts'

const story = makeStory({
  events: [
    makeEvent(0, {
      aliases: ['old-name'],
      statements: [makeStatement('said', { aliases: ['said-before'] })],
    }),
    makeEvent(1, { statements: [makeStatement('other')] }),
  ],
})
const { names } = openInMemory({ story, problems: [] })

interface Asked {
  readonly openEvent?: string
  readonly openStatement?: string
  readonly chosen?: Partial<ChosenValues>
  readonly from?: string
  readonly to?: string
}
const fit = (asked: Asked) =>
  fitToStory(
    {
      state: {
        ...initialView,
        ...(asked as Partial<ViewState>),
        chosen: { ...noneChosen, ...asked.chosen },
      },
      ignored: [],
    },
    names,
  )
const opened = (asked: Asked): readonly (EventId | StatementId | null)[] => {
  const { state } = fit(asked)
  return [state.openEvent, state.openStatement]
}

describe('a link', () => {
  it('to an event and its statement opens both', () => {
    expect(opened({ openEvent: 'event-0', openStatement: 'said' })).toEqual(['event-0', 'said'])
  })

  it('by former names leads to the present ones', () => {
    expect(opened({ openEvent: 'old-name', openStatement: 'said-before' })).toEqual(['event-0', 'said'])
    expect(fit({ openEvent: 'old-name' }).ignored).toEqual([])
  })

  it('by the name of a statement opens the event it is in', () => {
    expect(opened({ openEvent: 'other' })[0]).toBe('event-1')
  })

  it('to an event that is not there opens the story, and says so', () => {
    expect(fit({ openEvent: 'gone', openStatement: 'said' })).toEqual({
      state: initialView,
      ignored: [{ what: 'event', text: 'gone', reason: 'unknown' }],
    })
  })

  it('to a statement of another event opens the event, and says so', () => {
    const fitted = fit({ openEvent: 'event-0', openStatement: 'other' })
    expect(fitted.state).toMatchObject({ openEvent: 'event-0', openStatement: null })
    expect(fitted.ignored).toEqual([{ what: 'statement', text: 'other', reason: 'unknown' }])
  })

  it('to values of facets keeps those that the story has, in their order', () => {
    const { state, ignored } = fit({
      chosen: {
        actor: ['an-official', 'nobody', 'ana-silva'],
        standing: ['denied', 'sure'],
        record: ['loud', 'not-named'],
        source: ['nothing', 'morning-post'],
        speaker: ['ana-silva', 'nobody'],
      },
    })
    expect(state.chosen).toEqual({
      actor: ['an-official', 'ana-silva'],
      standing: ['denied'],
      record: ['not-named'],
      source: ['morning-post'],
      speaker: ['ana-silva'],
    })
    expect(ignored.map(({ what, text, reason }) => `${what} ${text}: ${reason}`)).toEqual([
      'actor nobody: unknown',
      'standing sure: unknown',
      'record loud: unknown',
      'source nothing: unknown',
      'speaker nobody: unknown',
    ])
  })

  it('to a facet by which this story cannot be filtered shows all of it, and says so', () => {
    const chosen = { ...noneChosen, actor: ['ana-silva'], source: ['morning-post'] }
    const fitted = fitToStory(
      { state: { ...initialView, chosen }, ignored: [] },
      { ...names, facets: ['actor'] },
    )
    expect(fitted.state.chosen).toEqual({ ...chosen, source: [] })
    expect(fitted.ignored).toEqual([{ what: 'source', text: 'morning-post', reason: 'unsupported' }])
  })

  it('by a clock that this story has no order for shows it by both, and says so', () => {
    const state = { ...initialView, clock: 'reported' } as const
    const fitted = fitToStory({ state, ignored: [] }, { ...names, clocks: ['both'] })
    expect(fitted.state).toEqual(initialView)
    expect(fitted.ignored).toEqual([{ what: 'clock', text: 'reported', reason: 'unsupported' }])
    expect(fitToStory({ state, ignored: [] }, names)).toEqual({ state, ignored: [] })
  })

  it('whose dates run backwards keeps the first, and says so', () => {
    const { state, ignored } = fit({ from: '2021', to: '2020-12' })
    expect([state.from, state.to]).toEqual(['2021', null])
    expect(ignored).toEqual([{ what: 'to', text: '2020-12', reason: 'reversed' }])
  })

  it('whose dates touch or overlap keeps both', () => {
    expect(fit({ from: '2020-12-31', to: '2020' }).state).toMatchObject({ from: '2020-12-31', to: '2020' })
    expect(fit({ from: '2020', to: '2020' }).ignored).toEqual([])
  })

  it('keeps what was ignored before', () => {
    const before = { what: 'view', text: 'globe', reason: 'unknown' } as const
    expect(fitToStory({ state: initialView, ignored: [before] }, names).ignored).toEqual([before])
  })
})

/** Is a filter said in words that stand alone? */
import { expect, it } from 'vitest'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { initialView } from '../../../src/core/view/viewState.ts'
import { describeFilter } from '../../../src/core/wording/filterWords.ts'
import { describeCalendar, describePrinted } from '../../../src/core/wording/takingWords.ts'
import { makeStory } from '../../fixtures/makeStory.ts'

it('a filter is said facet by facet, then its dates and words; none says nothing', () => {
  const story = makeStory()
  expect(describeFilter(initialView, story)).toBe('')
  const chosen = {
    ...noneChosen,
    actor: ['ana-silva', 'harbour-office'],
    standing: ['alleged'],
    source: ['morning-post'],
  }
  expect(
    describeFilter({ ...initialView, chosen, from: '2020-01', to: '2020-02-03', words: ' smoke ' }, story),
  ).toBe(
    'Actors: Ana Silva or Harbour Office. Standing: Alleged. Sources: Morning Post, “Fire at the harbour”. From 2020-01 to 2020-02-03. Words: “smoke”.',
  )
  expect(describeFilter({ ...initialView, to: '2020', clock: 'reported' }, story)).toBe('Reported to 2020.')
})

it('what a calendar leaves out is said with its reason', () => {
  const none = { undated: 0, unlimited: 0, wide: 0, far: 0 }
  expect(describeCalendar(1, none)).toBe('1 event has a place in a calendar.')
  expect(describeCalendar(14, { ...none, undated: 8, unlimited: 1 })).toBe(
    '14 events have a place in a calendar; 9 are left out: 8 have no date, 1 has a date without a first or a last day.',
  )
})

it('what is not printed is said', () => {
  expect(describePrinted(20, 20)).toBe('')
  expect(describePrinted(500, 1200)).toBe('The first 500 of these 1,200 events are printed.')
})

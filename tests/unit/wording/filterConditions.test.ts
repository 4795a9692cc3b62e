/** Is it said in words what a view is narrowed down to? */
import { expect, it } from 'vitest'
import { noneChosen } from '../../../src/core/story/facetKinds.ts'
import { initialView } from '../../../src/core/view/viewState.ts'
import { describeConditions } from '../../../src/core/wording/filterConditions.ts'
import { formatParts } from '../../../src/core/wording/textParts.ts'
import { makeStory } from '../../fixtures/makeStory.ts'

const story = makeStory()
const wordsOf = (filter: Partial<typeof initialView>): readonly string[] =>
  describeConditions({ ...initialView, ...filter }, story).map(formatParts)

it('nothing is said of a view that shows all', () => expect(wordsOf({})).toEqual([]))

it('each condition is said by its name, values of one facet with or', () => {
  const chosen = { ...noneChosen, actor: ['ana-silva', 'harbour-office'], standing: ['denied'] }
  expect(wordsOf({ chosen, from: '2020-04', to: '2020-05-12', words: 'smoke' })).toEqual([
    'Actors: Ana Silva or Harbour Office',
    'Standing: Denied',
    'From April 2020',
    'To 12 May 2020',
    '“smoke”',
  ])
})

it('dates are those of the clock', () => {
  expect(wordsOf({ clock: 'reported', from: '2020-04-07' })).toEqual(['Reported from 7 April 2020'])
})

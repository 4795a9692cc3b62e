/** What does a card say, and what does whoever does not see it hear? */
import { expect, test } from 'vitest'
import { describeEventCard } from '../../../src/core/publishing/cardWords.ts'
import type { StoryOverrides } from '../../fixtures/makeStory.ts'
import { makeEvent, makeSource, makeStory } from '../../fixtures/makeStory.ts'

function cardOf(overrides: Parameters<typeof makeEvent>[1], story: StoryOverrides = {}) {
  const made = makeStory({ ...story, events: [makeEvent(1, overrides)] })
  const [event] = made.events
  if (event === undefined) throw new Error('no event')
  return describeEventCard(event, made, () => null)
}

test('title, date in words, standing, where accounts begin and who retells them', () => {
  const card = cardOf({ title: 'A fire', date: { edtf: '2020-04' }, standing: { is: 'denied' } })
  expect(card.alt).toBe(
    'A fire. On some day in April 2020. Denied. Morning Post, retold by Evening Star. ' +
      'From the timeline “The harbour fire” on Dateline.',
  )
  expect(card.foot.choices.map((words) => words.replace(/[\u2068\u2069]/g, ''))).toEqual([
    'Morning Post, retold by Evening Star',
    'Morning Post, retold by others',
  ])
})

test('an outlet keeps its own direction, and signs that turn text around are spelt', () => {
  const sources = [
    { ...makeSource('morning-post', 'x'), 'container-title': 'הארץ\u202E' },
    makeSource('evening-star', 'y'),
  ]
  const card = cardOf({ title: 'A\u202Efire' }, { sources })
  expect(card.title).toBe('A⟨U+202E⟩fire')
  expect(card.foot.choices[0]).toContain('\u2068הארץ⟨U+202E⟩\u2069, retold by ')
})

test('a title that ends in a stop of its own gets no second one', () => {
  expect(cardOf({ title: 'Is it over?' }).alt).toMatch(/^Is it over\? /)
})

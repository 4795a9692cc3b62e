/** Which pages have a card of their own, and what do their heads say of it? */
import { expect, test } from 'vitest'
import { openStoryCards } from '../../../../src/prerender/cards/storyCards.ts'
import { makeStory } from '../../../fixtures/makeStory.ts'

const story = makeStory({ eventCount: 2 })
const cards = openStoryCards(story)
const [first] = story.events

test('the story, each event and each source have one, in folders of theirs', () => {
  expect(cards.paths).toEqual([
    'card.png',
    ...story.events.map(({ id }) => `events/${id}/card.png`),
    ...[...story.sources.keys()].map((id) => `sources/${id}/card.png`),
  ])
})

test('the head of an event names its picture, its size and all that it says', () => {
  const card = cards.cardOf({ kind: 'event', canonicalPath: `events/${first?.id}/` })
  expect(card).toMatchObject({ path: `events/${first?.id}/card.png`, width: 1200, height: 630 })
  expect(card?.alt).toContain(first?.title)
  expect(card?.alt).toContain(`From the timeline “${story.title}” on Dateline.`)
})

test('lists, and pages that have none of their own, show the card of the story', () => {
  expect(cards.cardOf({ kind: 'sources', canonicalPath: 'sources/' })?.path).toBe('card.png')
  expect(cards.cardOf({ kind: 'event', canonicalPath: 'events/../../etc/' })?.path).toBe('card.png')
})

test('no id leads out of the output folder', () => {
  const [event] = story.events
  if (event === undefined) throw new Error('no event')
  const hostile = { ...story, events: [{ ...event, id: '../../x' as typeof event.id }] }
  expect(openStoryCards(hostile).paths.filter((path) => path.includes('..'))).toEqual([])
})

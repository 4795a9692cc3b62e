/** Does what is taken along as a story file open again, as the same events? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoryFileText } from '../../../src/core/exporting/storyFileText.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import type { Story, TimelineEvent } from '../../../src/core/story/story.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory } from '../../fixtures/randomStory.ts'
import { readHostileStory, readOurStory } from './takenStory.ts'

function take(story: Story, events: readonly TimelineEvent[], note = ''): Story {
  const text = new StoryFileText()
  for (const event of events) text.add(event)
  const result = parseStory(JSON.parse([...text.finish(story, note)].join('')))
  if (!result.ok)
    throw new Error(result.problem.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
  // What an event itself lacks, it lacks here too.
  expect(result.value.problems.filter(({ sentence }) => !sentence.startsWith('no source is named'))).toEqual(
    [],
  )
  return result.value.story
}

/** The event, but for relations to events that were not taken along. */
function among(event: TimelineEvent, events: readonly TimelineEvent[]): TimelineEvent {
  const kept = new Set(events.map(({ id }) => id))
  return { ...event, relations: event.relations.filter(({ to }) => kept.has(to)) }
}

describe('a story file of what is shown', () => {
  it('opens without a problem as the same events, whichever of a story they are', () => {
    const chosen = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })
    fc.assert(
      fc.property(randomStory(30), chosen, (story, isChosen) => {
        const events = story.events.filter((_, i) => i === 0 || isChosen[i])
        const again = take(story, events)
        const byId = new Map(again.events.map((event) => [event.id, event]))
        expect(byId.size).toBe(events.length)
        for (const event of events) expect(byId.get(event.id)).toEqual(among(event, events))
      }),
    )
  })

  it('of all of our own story is that story', () => {
    const story = readOurStory()
    expect(take(story, story.events)).toEqual({
      ...story,
      actors: new Map([...story.actors].filter(([id]) => namesOf(story).has(id))),
      sources: new Map([...story.sources].filter(([id]) => take(story, story.events).sources.has(id))),
    })
  })

  it('of any one event has the actors and sources that it needs, and no more', () => {
    const story = readOurStory()
    for (const event of story.events) {
      const again = take(story, [event], 'One event of it.')
      expect(again.events).toEqual([among(event, [event])])
      expect(again.actors.size).toBeLessThan(story.actors.size)
      expect(again.summary).toBe(`${story.summary} One event of it.`)
    }
  })

  it('of a hostile story opens without a problem: addresses that were refused are left out', () => {
    const story = readHostileStory()
    const again = take(story, story.events)
    expect(again.events.map(({ id }) => id)).toEqual(story.events.map(({ id }) => id))
    expect([...again.sources.values()].map(({ link }) => link?.kind ?? 'none')).toEqual(
      [...again.sources.keys()].map((id) => (story.sources.get(id)?.link?.kind === 'safe' ? 'safe' : 'none')),
    )
  })

  it('names revisions of its events, and those of no event', () => {
    const story = makeStory({
      events: [makeEvent(0), makeEvent(1)],
      revisions: [
        { date: '2020-02-02', summary: 'Both.', events: ['event-0', 'event-1'] },
        { date: '2020-02-03', summary: 'The other.', events: ['event-1'] },
        { date: '2020-02-04', summary: 'The story.' },
      ],
    })
    expect(
      take(story, story.events.slice(0, 1)).revisions.map(({ summary, events }) => [summary, events]),
    ).toEqual([
      ['Both.', ['event-0']],
      ['The story.', []],
    ])
  })
})

function namesOf({ events }: Story): ReadonlySet<string | null> {
  return new Set(
    events.flatMap(({ actors, accounts, statements }) => [
      ...actors.map(({ actor }) => actor),
      ...accounts.map(({ attributedTo }) => attributedTo),
      ...statements.map(({ speaker }) => speaker),
    ]),
  )
}

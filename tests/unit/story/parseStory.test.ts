/** Does a file become a story, and does one bad item cost only itself? */
import { describe, expect, it } from 'vitest'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { changeStory } from '../../fixtures/changeStory.ts'
import { makeEvent, makeStory, makeStoryFile } from '../../fixtures/makeStory.ts'
import { problemsOf, shownEvents } from './problemsOf.ts'

describe('a valid file', () => {
  it('is read without a problem', () => {
    expect(problemsOf(makeStoryFile())).toEqual([])
  })

  it('says null, false or an empty list for all that is not given', () => {
    const [event] = makeStory().events
    expect(event).toMatchObject({
      aliases: [],
      shortTitle: 'Event 0',
      reported: null,
      publishes: null,
      place: null,
      standing: { is: 'reported', source: null, note: null },
      relations: [],
      note: null,
      isOutside: false,
    })
    expect(event?.accounts[0]).toMatchObject({ question: null, attributedTo: null, isOutside: false })
  })

  it('gathers the sources of an event: its own, then of date, accounts and statements, each once', () => {
    const { events } = makeStory({
      events: [makeEvent(0, { date: { edtf: '2020', sources: ['evening-star'] } })],
    })
    expect(events[0]?.sources).toEqual(['evening-star', 'morning-post'])
  })

  it('tells a base text without a date from one with the same date', () => {
    const { events } = makeStory({
      events: [makeEvent(0, { date: { edtf: '2019', baseText: null } }), makeEvent(1)],
    })
    expect(events.map(({ when }) => when?.baseText)).toEqual([null, undefined])
  })

  it('leads a relation by an old name to the event that bears it now', () => {
    const { events } = makeStory({
      events: [
        makeEvent(0, { aliases: ['old-name'] }),
        makeEvent(1, { relations: [{ is: 'after', to: 'old-name' }] }),
      ],
    })
    expect(events[1]?.relations).toEqual([{ is: 'after', to: 'event-0' }])
  })

  it('reads authors as names and keeps literal ones', () => {
    const author = [{ family: 'Doe', given: 'Jo' }, { family: 'Roe' }, { literal: 'Our staff' }]
    const file = changeStory(makeStoryFile(), { 'sources[0].author': author })
    const result = parseStory(file)
    expect(result.ok && [...result.value.story.sources.values()][0]?.authors).toEqual([
      'Jo Doe',
      'Roe',
      'Our staff',
    ])
  })
})

describe('one bad event', () => {
  it('among a thousand is left out and named, and 999 are shown', () => {
    const file = changeStory(makeStoryFile({ eventCount: 1000 }), { 'events[12].date.edtf': '1998-13' })
    expect(shownEvents(file)).toHaveLength(999)
    expect(problemsOf(file)).toEqual([
      '!events[12].date.edtf: "1998-13" is not a date: month 13 does not exist',
    ])
  })

  it('is named by its id', () => {
    const file = changeStory(makeStoryFile(), { 'events[1].title': 5 })
    const result = parseStory(file)
    expect(result.ok && result.value.problems).toEqual([
      {
        path: 'events[1].title',
        sentence: 'must be text, in quotation marks',
        eventId: 'event-1',
        isLeftOut: true,
      },
    ])
  })

  it('has all its problems named, not only the first', () => {
    const changes = { 'events[1].title': '', 'events[1].kind': 'deed', 'events[1].summary': null }
    expect(problemsOf(changeStory(makeStoryFile(), changes))).toHaveLength(3)
  })

  it('takes relations to it along, which is said', () => {
    const file = changeStory(makeStoryFile(), {
      'events[0].date.edtf': 'soon',
      'events[1].relations': [{ is: 'after', to: 'event-0' }],
    })
    expect(problemsOf(file)).toContain(
      'events[1].relations[0].to: "event-0" is an event that was left out; this relation is dropped',
    )
    expect(shownEvents(file)).toEqual(['event-1', 'event-2'])
  })
})

describe('names that JavaScript keeps for itself', () => {
  it('are ids and fields like any other', () => {
    const text = JSON.stringify(makeStoryFile())
      .replaceAll('"event-0"', '"constructor"')
      .replace('"title":"Event 1"', '"title":"Event 1","__proto__":{"id":"stolen"},"constructor":1')
    expect(problemsOf(JSON.parse(text))).toEqual([
      'events[1].__proto__: is not a field of the format',
      'events[1].constructor: is not a field of the format',
    ])
    expect(shownEvents(JSON.parse(text))).toEqual(['constructor', 'event-1', 'event-2'])
  })

  it('are not taken for actors that exist', () => {
    const file = makeStoryFile({
      events: [makeEvent(0), makeEvent(1, { actors: [{ actor: 'constructor', role: 'x' }] })],
    })
    expect(problemsOf(file)).toEqual([
      '!events[1].actors[0].actor: "constructor" is not the id of an actor in this file',
    ])
  })
})

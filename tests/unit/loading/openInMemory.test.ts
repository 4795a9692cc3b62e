/** Has a story that lies in memory everything at hand that the page asks for? */
import { describe, expect, it } from 'vitest'
import type { ActorId, EventId } from '../../../src/core/base/brand.ts'
import { findRelated } from '../../../src/core/story/findRelated.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import { readDetail } from '../../../src/loading/readDetail.ts'
import { makeEvent, makeStatement, makeStory, makeStoryFile } from '../../fixtures/makeStory.ts'

const story = makeStory({
  events: [
    makeEvent(0, {
      aliases: ['old-name'],
      title: 'Smoke over the café',
      statements: [makeStatement('said', { aliases: ['said-before'], text: 'It burns.' })],
    }),
    makeEvent(1, { statements: [makeStatement('other')], relations: [{ is: 'after', to: 'event-0' }] }),
    makeEvent(2, { date: null, statements: [] }),
  ],
})
const opened = openInMemory({ story, problems: [] })
const id = (text: string): EventId => text as EventId

describe('an opened story', () => {
  it('has its frame, its events in reading order, and the columns over them', () => {
    expect(opened.frame.title).toBe('The harbour fire')
    expect(opened.events.length).toBe(3)
    expect([opened.events.at(0)?.id, opened.events.at(2)?.id]).toEqual(['event-0', 'event-2'])
    expect(opened.index.rowCount).toBe(3)
    expect(opened.facts.kindCounts).toEqual({ day: 2, lasted: 0, doubt: 0, undated: 1 })
  })

  it('tells of the problems that did not cost all of it', () => {
    const parsed = parseStory(
      makeStoryFile({ events: [makeEvent(0), makeEvent(1, { date: { edtf: 'soon' } })] }),
    )
    if (!parsed.ok) throw new Error('the story cannot be read')
    const { problems, events } = openInMemory(parsed.value)
    expect(events.length).toBe(1)
    expect(problems).toEqual(parsed.value.problems)
    expect(problems).toHaveLength(1)
  })

  it('finds the row of each event, and none for another id', () => {
    expect(story.events.map((event) => opened.rowOf(event.id))).toEqual([0, 1, 2])
    expect([opened.rowOf(id('old-name')), opened.rowOf(id('gone'))]).toEqual([null, null])
  })
})

describe('by name', () => {
  const { names } = opened

  it('an event is found by its id, a former id, and those of its statements', () => {
    expect(['event-0', 'old-name', 'said', 'said-before', 'other', 'gone'].map(names.eventNamed)).toEqual([
      'event-0',
      'event-0',
      'event-0',
      'event-0',
      'event-1',
      null,
    ])
  })

  it('a statement is found in its own event, by its present and its former id', () => {
    expect(names.statementNamed('said', id('event-0'))).toBe('said')
    expect(names.statementNamed('said-before', id('event-0'))).toBe('said')
    expect(names.statementNamed('said', id('event-1'))).toBeNull()
    expect(names.statementNamed('event-0', id('event-0'))).toBeNull()
  })

  it('an actor is known or not', () => {
    expect(names.actors.has('ana-silva' as ActorId)).toBe(true)
    expect(names.actors.has('nobody' as ActorId)).toBe(false)
  })

  it('nothing is found that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(names.eventNamed(name)).toBeNull()
      expect(opened.rowOf(id(name))).toBeNull()
    }
  })
})

describe('the rest of an event', () => {
  it('is at hand, with what it has to do with others', () => {
    const { details } = opened
    if (details.kind !== 'at-hand') throw new Error('not at hand')
    for (const row of [0, 1, 2]) {
      const event = story.events[row]
      if (event === undefined) throw new Error('missing: event')
      expect(readDetail(details.story, row)).toEqual({ event, related: findRelated(event, story) })
    }
    expect(readDetail(details.story, 0).related).toMatchObject([
      { is: 'after', isInverse: true, other: { id: 'event-1' } },
    ])
    expect(() => readDetail(details.story, 3)).toThrow('the event in row 3')
  })
})

describe('the search by words', () => {
  const search = (words: string): readonly number[] | null => {
    if (opened.words.kind !== 'at-hand') throw new Error('not at hand')
    const hits = opened.words.search(words)
    return hits === null ? null : [...hits]
  }

  it('finds titles, summaries and statements, whatever the case and the accents, all words at once', () => {
    expect(search('CAFE smoke')).toEqual([1, 0, 0])
    expect(search('burns')).toEqual([1, 0, 0])
    expect(search('happened day')).toEqual([1, 1, 1])
    expect(search('smoke nowhere')).toEqual([0, 0, 0])
  })

  it('for no words asks for nothing', () => {
    expect([search(''), search('  \t ')]).toEqual([null, null])
  })
})

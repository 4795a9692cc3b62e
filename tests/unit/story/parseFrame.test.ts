/** Which files are no story at all, and what is said of them? */
import { describe, expect, it } from 'vitest'
import { changeStory } from '../../fixtures/changeStory.ts'
import { makeEvent, makeStoryFile } from '../../fixtures/makeStory.ts'
import { problemsOf, shownEvents } from './problemsOf.ts'

describe('a file is refused', () => {
  it.each([[null], [[]], ['text'], [7], [true]])('when it is %j and not an object', (json) => {
    expect(problemsOf(json)).toEqual([
      '!file: is not a story: a story file is one JSON object, in curly brackets',
    ])
  })

  it.each([
    [undefined, '!format: is missing; a story file begins with "format": 1'],
    ['1', '!format: must be a number, such as 1'],
    [2, '!format: this file says format 2; this Dateline reads format 1'],
    [0, '!format: this file says format 0; this Dateline reads format 1'],
  ])('when its format is %j', (format, problem) => {
    expect(problemsOf({ ...makeStoryFile(), format })).toEqual([problem])
  })

  it('when a list or the head is missing or of another kind, all named at once', () => {
    expect(problemsOf({ format: 1, actors: {}, sources: 'none' })).toEqual([
      '!story: is missing',
      '!actors: must be a list, in square brackets',
      '!sources: must be a list, in square brackets',
      '!events: is missing',
    ])
  })

  it('when it has no events', () => {
    expect(problemsOf(makeStoryFile({ events: [] }))).toEqual([
      '!events: is empty; a story has at least one event',
    ])
  })

  it('when every event is bad, and each is still named', () => {
    const bad = makeStoryFile({ events: [makeEvent(0, { title: '' }), makeEvent(1, { summary: ' ' })] })
    expect(problemsOf(bad)).toEqual([
      '!events: all 2 events had to be left out',
      '!events[0].title: must not be empty',
      '!events[1].summary: must not be empty',
    ])
  })

  it('when its head is broken, and its events are still checked', () => {
    const file = changeStory(makeStoryFile(), { 'story.title': '', 'events[2].title': '' })
    expect(problemsOf(file)).toEqual([
      '!story.title: must not be empty',
      '!events[2].title: must not be empty',
    ])
    expect(shownEvents(file)).toBeNull()
  })

  it('when it holds more events than the limit', () => {
    const file = { ...makeStoryFile(), events: Array.from({ length: 2_000_001 }) }
    expect(problemsOf(file)).toEqual(['!events: has 2,000,001 entries; one file may hold at most 2,000,000'])
  })
})

describe('a file is shown', () => {
  it('with an unknown field at its root, which is named', () => {
    expect(problemsOf({ ...makeStoryFile(), evnets: [] })).toEqual([
      'evnets: is not a field of the format; did you mean "events"?',
    ])
  })

  it('without revisions that are not a list', () => {
    const file = { ...makeStoryFile(), revisions: 'many' }
    expect(problemsOf(file)).toEqual(['revisions: must be a list, in square brackets; it is left out'])
    expect(shownEvents(file)).toHaveLength(3)
  })

  it('with the pointer to its schema', () => {
    expect(problemsOf({ $schema: './story.schema.json', ...makeStoryFile() })).toEqual([])
  })
})

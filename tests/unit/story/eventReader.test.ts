/** Can events be read one at a time, and related to one another afterwards, by somebody who keeps none of them? */
import { expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import type { Directories } from '../../../src/core/story/directory.ts'
import { openEventReader } from '../../../src/core/story/eventReader.ts'
import { explainer } from '../../../src/core/story/explainItem.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { resolveRelations } from '../../../src/core/story/parseRelations.ts'
import { noteProblem } from '../../../src/core/story/problem.ts'
import { findCircles } from '../../../src/core/story/relationCircles.ts'
import type { Relation } from '../../../src/core/story/story.ts'
import type { EventFile } from '../../../src/core/story/storyFile.ts'
import { makeEvent, makeStatement, makeStoryFile } from '../../fixtures/makeStory.ts'

const file = makeStoryFile()
const directories: Directories = {
  actors: { what: 'an actor', known: new Set<string>(file.actors.map(({ id }) => id)), leftOut: new Set() },
  sources: { what: 'a source', known: new Set<string>(file.sources.map(({ id }) => id)), leftOut: new Set() },
}

it('keeps reports only of events with problems, in file order', () => {
  const { read, reports, leftOut } = openEventReader(directories, explainer)
  expect(read(makeEvent(0), 0)?.event.id).toBe('event-0')
  expect(read(makeEvent(1, { kind: 'nothing' as 'act', aliases: ['old-1'] }), 1)).toBeNull()
  expect(read(makeEvent(2, { publishes: 'nowhere', aliases: ['old-2'] }), 2)).toBeNull()
  expect(read(makeEvent(3), 3)?.event.relations).toEqual([])
  reports.write(0, 'event-0', (report) => noteProblem(report, 'note', 'is noted later'))
  reports.write(3, 'event-3', () => undefined)
  expect(reports.list().map(({ path }) => path)).toEqual(['events[0]', 'events[1]', 'events[2]'])
  expect([...leftOut]).toEqual(['event-1', 'event-2', 'old-2'])
})

it('names the place of whoever has an id already, wherever it stands in an event', () => {
  const { read, reports } = openEventReader(directories, explainer)
  const statements = [makeStatement('s-0'), makeStatement('s-1', { aliases: ['t-0', 't-1'] })]
  read(makeEvent(0, { aliases: ['a-0', 'a-1'], statements }), 700_000)
  for (const [i, id] of ['event-0', 'a-1', 's-0', 't-1'].entries()) {
    read(
      makeEvent(0, { id: `b-${i}`, statements: [makeStatement('c', { id: `c-${i}`, aliases: [id] })] }),
      700_001 + i,
    )
  }
  expect(
    reports.list().flatMap(({ problems }) => problems.map(({ path, sentence }) => `${path}: ${sentence}`)),
  ).toEqual([
    'events[700001].statements[0].aliases[0]: "event-0" is already used at events[700000].id',
    'events[700002].statements[0].aliases[0]: "a-1" is already used at events[700000].aliases[1]',
    'events[700003].statements[0].aliases[0]: "s-0" is already used at events[700000].statements[0].id',
    'events[700004].statements[0].aliases[0]: "t-1" is already used at events[700000].statements[1].aliases[1]',
  ])
})

it('finds relations, losses and circles as parseStory does, from ids alone', () => {
  const to = (is: Relation['is'], id: string) => ({ is, to: id })
  const events = [
    makeEvent(0, {
      relations: [to('response-to', 'old-1'), to('before', 'event-4'), to('part-of', 'event-0')],
    }),
    makeEvent(1, { aliases: ['old-1'] }),
    makeEvent(2, { date: null, relations: [to('before', 'event-3')] }),
    makeEvent(3, { date: null, relations: [to('before', 'event-2'), to('same-root', 'nobody')] }),
    makeEvent(4, { publishes: 'nowhere' }),
  ]
  const { read, reports, leftOut } = openEventReader(directories, explainer)
  const idsByName = new Map<string, EventId>()
  const kept: { id: EventId; index: number; isUndated: boolean; written: EventFile['relations'] }[] = []
  events.forEach((json, index) => {
    const entry = read(json, index)
    if (!entry) return
    const { id, aliases, when } = entry.event
    for (const name of [id, ...aliases]) idsByName.set(name, id)
    kept.push({ id, index, isUndated: !when, written: entry.file.relations })
  })
  const known = { get: (name: string) => idsByName.get(name) }
  const related = kept.map(({ id, index, isUndated, written }) => ({
    id,
    index,
    isUndated,
    relations: reports.write(index, id, (report) =>
      resolveRelations(id, written, { known, leftOut }, report),
    ),
  }))
  for (const { id, sentence } of findCircles(related.filter(({ isUndated }) => isUndated))) {
    const index = related.findIndex((event) => event.id === id)
    reports.write(index, id, (report) => noteProblem(report, 'relations', sentence))
  }

  const result = parseStory({ ...file, events })
  if (!result.ok) throw new Error('the story is sound')
  expect(reports.list().flatMap(({ problems }) => problems)).toEqual(result.value.problems)
  expect(result.value.problems).toHaveLength(5)
  expect(new Map(related.map(({ id, relations }) => [id, relations]))).toEqual(
    new Map(result.value.story.events.map(({ id, relations }) => [id, relations])),
  )
})

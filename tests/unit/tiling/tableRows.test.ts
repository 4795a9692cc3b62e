/** Is a row of a table the event that it describes? */
import { expect, test } from 'vitest'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { actorsOfCells, eventOfRow, frameOfTable } from '../../../src/tiling/tableRows.ts'
import { makeEvent, makeStoryFile } from '../../fixtures/makeStory.ts'

const frame = frameOfTable(makeStoryFile(), [
  'Ana Silva',
  'harbour-office',
  'Łanden Port (North)',
  'Landen Port',
])

test('all columns', () => {
  const row = {
    id: 'fire',
    title: 'Fire',
    summary: 'A fire.',
    date: '2020-01-01 00:00:00',
    end: '2020-01-02T05:00:00',
    kind: 'state',
    standing: 'confirmed',
    actors: 'Ana Silva (witness); harbour-office;',
    source: 'morning-post; evening-star',
    reported: '2020-01-03',
    place: 'Harbour',
    note: 'Seen.',
    publishes: 'morning-post',
    other: 'is not looked at',
  }
  const event = eventOfRow(row, frame)
  expect(event).toEqual({
    id: 'fire',
    title: 'Fire',
    summary: 'A fire.',
    kind: 'state',
    date: { edtf: '2020-01-01/2020-01-02T05:00:00' },
    standing: { is: 'confirmed' },
    actors: [
      { actor: 'ana-silva', role: 'witness' },
      { actor: 'harbour-office', role: 'involved' },
    ],
    sources: ['morning-post', 'evening-star'],
    reported: { edtf: '2020-01-03', source: 'morning-post' },
    place: 'Harbour',
    note: 'Seen.',
    publishes: 'morning-post',
  })
})

test('an id and a title are enough; an empty cell is no value', () => {
  const event = eventOfRow({ id: 7, title: ' Fire ', date: null, actors: '', source: null }, frame)
  expect(event).toEqual({
    id: '7',
    title: 'Fire',
    summary: 'Fire',
    kind: 'act',
    date: null,
    standing: { is: 'reported' },
    actors: [],
  })
  const story = { ...makeStoryFile(), events: [event] }
  expect(parseStory(story).ok).toBe(true)
})

test('dates of an engine become EDTF, and EDTF stays', () => {
  const dateOf = (date: unknown, end: unknown = null) =>
    (eventOfRow({ id: 'a', title: 'A', date, end }, frame) as { date: { edtf: string } | null }).date?.edtf
  expect(dateOf('2020-01-05 09:15:00.123')).toBe('2020-01-05T09:15:00')
  expect(dateOf('[2020-01-05..]')).toBe('[2020-01-05..]')
  expect(dateOf(2020)).toBe('2020')
  expect(dateOf('2020-01', '..')).toBe('2020-01/..')
  expect(dateOf(null, '2020-01-07')).toBe('/2020-01-07')
  expect(dateOf(null)).toBeUndefined()
})

test('a whole event as JSON; what is no JSON is no event', () => {
  expect(eventOfRow({ id: 'b', json: JSON.stringify(makeEvent(3)) }, frame)).toEqual(makeEvent(3))
  expect(eventOfRow({ json: '{' }, frame)).toBeNull()
})

test('actors that the head does not list are added, each with an id of its own', () => {
  expect(actorsOfCells('A (host); B; ; A')).toEqual(['A', 'B', 'A'])
  const added = (frame.json['actors'] as { id: string; name: string }[]).slice(3)
  expect(added.map(({ id }) => id)).toEqual(['anden-port-north', 'landen-port'])
  expect(frame.actorIds.get('Ana Silva')).toBe('ana-silva')
  const again = frameOfTable({}, ['Õ', 'O', 'ø', '霧', '霧浦'])
  expect([...again.actorIds.values()]).toEqual(['o', 'o-2', 'actor', 'actor-2', 'actor-3'])
  expect(frame.json['events']).toBeUndefined()
})

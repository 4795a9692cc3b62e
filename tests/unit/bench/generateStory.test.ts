/** Is a generated story sound, the same each time, and as varied as it says? */
import { describe, expect, test } from 'vitest'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import type { EventFile, StatementFile } from '../../../src/core/story/storyFile.ts'
import {
  actorKinds,
  cslTypes,
  consultations,
  derivedBounds,
  eventKinds,
  forms,
  records,
  relationKinds,
  standings,
  wordings,
} from '../../../src/core/story/storyFile.ts'
import { generateStory } from '../../bench/generator/generateStory.ts'
import type { StoryFileJson } from '../../fixtures/makeStory.ts'

const EVENTS = 2_000
const generate = (events: number, seed: number): string => [...generateStory({ events, seed })].join('')
const read = (text: string): StoryFileJson => JSON.parse(text) as StoryFileJson
const story = read(generate(EVENTS, 1))

describe('a generated story has no problem', () => {
  test.each([
    [10, 1],
    [10, 2],
    [11, 3],
    [137, 4],
    [EVENTS, 1],
    [EVENTS, 2],
    [EVENTS, 4_294_967_295],
  ])('%i events, seed %i', (events, seed) => {
    const parsed = parseStory(JSON.parse(generate(events, seed)))
    expect(parsed.ok ? parsed.value.problems : parsed.problem).toEqual([])
    expect(parsed.ok && parsed.value.story.events).toHaveLength(events)
  })
})

describe('a generated story is the same', () => {
  test('each time for the same seed, piece by piece', () => {
    expect([...generateStory({ events: 500, seed: 7 })]).toEqual([...generateStory({ events: 500, seed: 7 })])
  })

  test('for no two seeds', () => {
    expect(read(generate(100, 1)).events).not.toEqual(read(generate(100, 2)).events)
    expect(read(generate(100, 0)).events).not.toEqual(read(generate(100, 1)).events)
  })
})

test.each([9, 10_000_001, 10.5, Number.NaN])('%d events are refused', (events) => {
  expect(() => generate(events, 1)).toThrow(RangeError)
})

test.each([-1, 2 ** 32, 0.5])('the seed %d is refused', (seed) => {
  expect(() => generate(10, seed)).toThrow(RangeError)
})

test('every event stands on a line of its own', () => {
  const lines = generate(50, 1).split('\n')
  expect(lines.filter((line) => line.startsWith('{"id":"e'))).toHaveLength(50)
})

test('every id is given once', () => {
  const ids = story.events.flatMap((event) => [
    event.id,
    ...(event.aliases ?? []),
    ...(event.statements ?? []).flatMap((statement) => [statement.id, ...(statement.aliases ?? [])]),
  ])
  for (const list of [ids, story.actors.map(({ id }) => id), story.sources.map(({ id }) => id)]) {
    expect(new Set(list).size).toBe(list.length)
  }
})

test('no two actors have the same name', () => {
  const names = read(generate(100_000, 1).replace(/"events":\[[\s\S]*/, '"events":[]}')).actors.map(
    ({ name }) => name,
  )
  expect(names.length).toBeGreaterThan(600)
  expect(new Set(names).size).toBe(names.length)
})

describe('a generated story has', () => {
  const { events, actors, sources } = story
  const statements = events.flatMap((event): StatementFile[] => event.statements ?? [])
  const accounts = events.flatMap((event) => event.accounts ?? [])
  const dates = events.flatMap(({ date }) => date ?? [])
  const edtf = dates.map((date) => date.edtf)

  test.each([
    ['actor', actorKinds, actors.map(({ kind }) => kind)],
    ['source', cslTypes, sources.map(({ type }) => type)],
    ['consultation', consultations, sources.map(({ custom }) => custom.consulted)],
    ['event', eventKinds, events.map(({ kind }) => kind)],
    ['standing', standings, events.map(({ standing }) => standing.is)],
    ['standing of an account', standings, accounts.map(({ standing }) => standing)],
    ['record', records, statements.map(({ record }) => record)],
    ['form', forms, statements.map(({ form }) => form)],
    ['wording', wordings, statements.map(({ wording }) => wording)],
    ['relation', relationKinds, events.flatMap(({ relations }) => (relations ?? []).map(({ is }) => is))],
    ['derived bound', derivedBounds, dates.flatMap(({ derived }) => derived ?? [])],
  ])('every kind of %s', (_, kinds, found) => {
    expect([...new Set<string>(found)].sort()).toEqual([...kinds].sort())
  })

  test.each<keyof EventFile>([
    'aliases',
    'shortTitle',
    'reported',
    'publishes',
    'place',
    'accounts',
    'sources',
    'relations',
    'note',
  ])('events with %s', (field) => {
    expect(events.some((event) => event[field] !== undefined)).toBe(true)
  })

  test.each<keyof StatementFile>(['aliases', 'date', 'locator'])('statements with %s', (field) => {
    expect(statements.some((statement) => statement[field] !== undefined)).toBe(true)
  })

  test('a statement and a source for each event', () => {
    expect(events.filter((event) => (event.statements ?? []).length === 0)).toEqual([])
    expect(statements.filter(({ chain }) => chain.length === 0)).toEqual([])
    expect(events.some((event) => (event.statements ?? []).length > 1)).toBe(true)
    expect(statements.some(({ chain }) => chain.length > 1)).toBe(true)
  })

  test('accounts that differ on a question', () => {
    expect(
      events.some(({ accounts: rivals = [] }) => {
        const asked = rivals.map(({ question }) => question)
        return asked.length > 1 && asked[0] !== undefined && new Set(asked).size === 1
      }),
    ).toBe(true)
  })

  test('plain days for seven in ten, ranges for one in ten', () => {
    expect(edtf.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text)).length / EVENTS).toBeCloseTo(0.7, 1)
    expect(edtf.filter((text) => text.includes('/')).length / EVENTS).toBeCloseTo(0.1, 1)
  })

  test('a few undated events, which others place', () => {
    const undated = events.filter(({ date }) => date === null)
    expect(undated.length).toBeGreaterThan(2)
    expect(undated.length).toBeLessThan(EVENTS / 80)
    const isPlaced = (event: EventFile) =>
      (event.relations ?? []).some(({ is }) => is === 'before' || is === 'after')
    expect(undated.filter((event) => !isPlaced(event))).toEqual([])
  })

  test('both sides of what is at odds, and of what has one root', () => {
    const byId = new Map(events.map((event) => [event.id, event]))
    const answers = events.flatMap(({ id, relations }) =>
      (relations ?? [])
        .filter(({ is }) => is === 'at-odds-with' || is === 'same-root')
        .map(({ is, to }) =>
          (byId.get(to)?.relations ?? []).some((back) => back.is === is && back.to === id),
        ),
    )
    expect(answers.length).toBeGreaterThan(10)
    expect(answers).not.toContain(false)
  })

  test('a few busy actors and many quiet ones', () => {
    const counts = new Map<string, number>()
    for (const { actor } of events.flatMap((event) => event.actors)) {
      counts.set(actor, (counts.get(actor) ?? 0) + 1)
    }
    const sorted = [...counts.values()].sort((a, b) => b - a)
    expect(sorted[0]).toBeGreaterThan(EVENTS / 10)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(EVENTS / 50)
  })

  test.each([
    ['diacritics', /[\u00C0-\u024F]/],
    ['Greek', /\p{Script=Greek}/u],
    ['Japanese', /\p{Script=Han}/u],
    ['Arabic', /\p{Script=Arabic}/u],
  ])('words with %s', (_, script) => {
    expect(events.filter(({ title, summary }) => script.test(title + summary)).length).toBeGreaterThan(0)
  })

  test('words that are frequent and words that are rare', () => {
    const counts = new Map<string, number>()
    for (const word of events.flatMap(({ title }) => title.toLowerCase().split(/[ :,]+/))) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    expect(counts.get('plan')).toBeGreaterThan(EVENTS / 20)
    expect([...counts.values()].filter((count) => count === 1).length).toBeGreaterThan(50)
  })

  test('an order that is roughly but not exactly that of time', () => {
    const numbers = events.map(({ id }) => Number(id.slice(1)))
    const distances = numbers.map((number, i) => Math.abs(number - i))
    expect(Math.max(...distances)).toBeLessThan(500)
    expect(distances.filter((distance) => distance > 0).length).toBeGreaterThan(EVENTS / 2)
  })
})

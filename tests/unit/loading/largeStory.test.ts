/**
 * Does a file that is read in pieces, in batches, by several parsers at once, give what the same file gives when it is
 * read whole? Everything but how it lies in memory: the same events in the same rows, columns, problems, words.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId } from '../../../src/core/base/brand.ts'
import { foldTerms } from '../../../src/core/indexing/foldText.ts'
import { rankLanes } from '../../../src/core/indexing/showManyLanes.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { findThreads } from '../../../src/core/story/thread.ts'
import { MAX_THREAD_EVENTS, threadAround } from '../../../src/core/story/threadAround.ts'
import { openParserHere } from '../../../src/loading/eventParser.ts'
import { LargeStoryReader, type LargeStory } from '../../../src/loading/largeStory.ts'
import type { LoadFault } from '../../../src/loading/loadError.ts'
import { openColumns } from '../../../src/loading/openColumns.ts'
import type { WholeStory } from '../../../src/loading/openedStory.ts'
import { openInMemory } from '../../../src/loading/openInMemory.ts'
import { readDetail } from '../../../src/loading/readDetail.ts'
import type { Result } from '../../../src/core/base/result.ts'
import { makeEvent, makeStatement, makeStoryFile, type EventJson } from '../../fixtures/makeStory.ts'
import { dateText } from '../../fixtures/randomStory.ts'

interface Reading {
  readonly pieceBytes: number
  /** Of the first piece; default: as all. */
  readonly firstBytes?: number
  readonly batchBytes: number
  readonly stretchBytes?: number
  readonly parsers: number
}

function read(text: string, reading: Reading): Promise<Result<LargeStory, LoadFault>> {
  return readBytes(new TextEncoder().encode(text), reading)
}

async function readBytes(
  bytes: Uint8Array<ArrayBuffer>,
  reading: Reading,
): Promise<Result<LargeStory, LoadFault>> {
  const reader = new LargeStoryReader(
    Array.from({ length: reading.parsers }, openParserHere),
    () => undefined,
    reading.batchBytes,
    reading.stretchBytes,
  )
  for (let at = 0, to = reading.firstBytes ?? reading.pieceBytes; at < bytes.length && !reader.isFaulty;) {
    await reader.push(bytes.slice(at, to))
    at = to
    to += reading.pieceBytes
  }
  return reader.end()
}

function open(story: LargeStory): WholeStory {
  return openColumns(story.columns, {
    readTexts: story.readTexts,
    search: () => () => undefined,
  })
}

function hitsOf(story: LargeStory, words: string): Promise<readonly number[]> {
  const hits = new Uint8Array(story.columns.index.rowCount)
  return new Promise((resolve) => {
    story.search(foldTerms(words), (rows, isDone) => {
      for (const row of rows) hits[row] = hits[row] === 1 ? 2 : 1
      if (isDone) resolve([...hits])
    })
  })
}

function briefOf(story: WholeStory, row: number): unknown {
  const event = story.events.at(row)
  if (event === undefined) return null
  const { id, title, shortTitle, when, reported, publishes, standing, actors, sources, statements } = event
  return {
    id,
    title,
    shortTitle,
    publishes,
    relations: event.relations,
    when:
      when === null
        ? null
        : {
            date: when.date,
            derived: when.derived,
          },
    reported:
      reported === null
        ? null
        : {
            date: reported.date,
            source: reported.source,
          },
    standing: standing.is,
    actors: actors.map(({ actor }) => actor),
    counts: [sources.length, statements.length],
  }
}

function factsOf({ facts }: WholeStory): unknown {
  return { ...facts, signs: facts.signs.toSorted(), standings: facts.standings.toSorted() }
}

async function expectSame(text: string, reading: Reading, words: readonly string[]): Promise<void> {
  const whole = parseStory(JSON.parse(text))
  const result = await read(text, reading)
  expect(result.ok ? null : result.problem).toEqual(
    whole.ok ? null : { kind: 'story', problems: whole.problem },
  )
  if (whole.ok && result.ok) await expectSameStory(openInMemory(whole.value), result.value, words)
}

async function expectSameStory(
  expected: WholeStory,
  story: LargeStory,
  words: readonly string[],
): Promise<void> {
  const found = open(story)
  expect(found.problems).toEqual(expected.problems)
  expect(found.frame).toEqual({
    ...expected.frame,
    events: undefined,
  })
  // A small story has no ranks, since it needs none.
  expect(found.index).toEqual({ ...expected.index, ranks: rankLanes(expected.index) })
  expect(factsOf(found)).toEqual(factsOf(expected))
  expect(found.events.length).toBe(expected.events.length)
  const threads = findThreads(expected.details.kind === 'at-hand' ? expected.details.story.events : [])
  for (let row = 0; row < expected.events.length; row++) {
    expect(briefOf(found, row)).toEqual(briefOf(expected, row))
    if (expected.details.kind !== 'at-hand' || found.details.kind !== 'fetched') throw new Error('kinds')
    const detail = readDetail(expected.details.story, row)
    const read = await found.details.read(row)
    expect(read.event).toEqual(detail.event)
    expect(read.related.map(({ other, is, isInverse }) => [other.id, is, isInverse])).toEqual(
      detail.related.map(({ other, is, isInverse }) => [other.id, is, isInverse]),
    )
    const around = await threadAround(row, found.details.readLinks)
    const thread = threads.get(read.event.id) ?? null
    if (around === 'long') expect(thread?.length).toBeGreaterThan(MAX_THREAD_EVENTS)
    else expect(around?.map((other) => found.events.at(other)?.id) ?? null).toEqual(thread)
  }
  for (const name of names) {
    expect(found.names.eventNamed(name)).toBe(expected.names.eventNamed(name))
    expect(found.rowOf(name as EventId)).toBe(expected.rowOf(name as EventId))
  }
  if (expected.words.kind !== 'at-hand') throw new Error('kinds')
  for (const asked of words.filter((text) => foldTerms(text).length > 0))
    expect(await hitsOf(story, asked)).toEqual([...(expected.words.search(asked) ?? [])])
  const { details } = found
  if (details.kind !== 'fetched') throw new Error('kinds')
  const all = Array.from({ length: expected.events.length }, (_, row) => row)
  const alone = await Promise.all(all.map(details.read))
  expect([...(await details.readMany(all))]).toEqual(alone.map(({ event }) => event))
  // The first search had the bytes moved.
  const rows = all.map((row) => (7 * row + 3) % all.length)
  const texts = await story.readTexts(rows)
  expect(texts.map((text) => (JSON.parse(text) as { readonly id: string }).id)).toEqual(
    rows.map((row) => found.events.at(row)?.id),
  )
}

it('dates by other accounts stay in the file until their event is opened', async () => {
  const account = { claim: 'So it was.', standing: 'denied' as const, chain: [{ source: 'evening-star' }] }
  const events = ['2020-03-01', 'no date'].map((date, i) =>
    makeEvent(i, { accounts: [{ ...account, date }] }),
  )
  const text = JSON.stringify({ ...makeStoryFile(), events })
  const result = await read(text, { pieceBytes: 999, batchBytes: 500, parsers: 2 })
  if (!result.ok) throw new Error('not read')
  const found = open(result.value)
  expect(found.problems.map(({ path }) => path)).toEqual(['events[1].accounts[0].date'])
  expect(found.facts.signs).toEqual(['day'])
  expect(found.facts.standings.toSorted()).toEqual(['denied', 'reported'])
  if (found.details.kind !== 'fetched') throw new Error('kinds')
  expect((await found.details.read(0)).event.accounts[0]?.date?.edtf).toBe('2020-03-01')
})

it('a sign is in the key though only the second event of that date needs it', async () => {
  const range = { edtf: '[2020-03-01..2020-03-09]' }
  const events = [{ date: range }, { date: { ...range, derived: ['earliest' as const] } }].map((more, i) =>
    makeEvent(i, more),
  )
  const text = JSON.stringify({ ...makeStoryFile(), events })
  for (const file of [text, text.replace(',"derived":["earliest"]', '')]) {
    const result = await read(file, { pieceBytes: 999, batchBytes: 5_000, parsers: 1 })
    if (!result.ok) throw new Error('not read')
    expect(open(result.value).facts.signs.toSorted()).toEqual(file === text ? ['range', 'soft'] : ['range'])
  }
})

it('words of other events are found where one has bytes that are no letters', async () => {
  const titles = ['Wolken über Köln', 'Nichts\u03a9', 'Regen in Köln']
  const events = titles.map((title, i) => makeEvent(i, { title, summary: 'x' }))
  const bytes = new TextEncoder().encode(JSON.stringify({ ...makeStoryFile(), events }))
  bytes[bytes.indexOf(0xce)] = 0xff
  const result = await readBytes(bytes, { pieceBytes: 999, batchBytes: 50_000, parsers: 1 })
  if (!result.ok) throw new Error('not read')
  expect(open(result.value).events.at(1)?.title).toBe('Nichts\ufffd\ufffd')
  expect(await hitsOf(result.value, 'köln')).toEqual([1, 0, 1])
  expect(await hitsOf(result.value, 'nichts')).toEqual([0, 1, 0])
  expect(await hitsOf(result.value, 'regen')).toEqual([0, 0, 1])
})

/** Few, so that they clash. */
const names = Array.from({ length: 24 }, (_, i) => `n-${i}`)
const name = fc.constantFrom(...names)
const kinds = ['before', 'after', 'response-to', 'part-of', 'at-odds-with', 'same-root'] as const
const letters = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    'é',
    'ß',
    'Σ',
    ' ',
    '  ',
    '\u00a0',
    '“',
    '"',
    '\\',
    '\n',
    '火',
    '🔥',
    '\ud83d',
    '¨',
  ),
  maxLength: 12,
})
const someText = letters.map((text) => `x${text}x`)

const anyEvent = fc.record({
  own: fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, { arbitrary: name, weight: 3 }),
  aliases: fc.array(name, { maxLength: 2 }),
  statement: fc.option(fc.record({ id: fc.option(name), text: someText, speaker: fc.boolean() })),
  date: dateText,
  relations: fc.array(fc.record({ is: fc.constantFrom(...kinds), to: name }), { maxLength: 2 }),
  title: someText,
  shortTitle: fc.option(someText),
  publishes: fc.option(fc.constantFrom('morning-post', 'nowhere'), { freq: 4 }),
  reported: fc.option(fc.constantFrom('2020-02-03', '2020-02', 'nonsense'), { freq: 4 }),
  spoilt: fc.oneof(
    { arbitrary: fc.constant('no'), weight: 12 },
    fc.constantFrom('kind', 'field', 'value', 'date', 'actor'),
  ),
})

type DrawnEvent = typeof anyEvent extends fc.Arbitrary<infer Drawn> ? Drawn : never

function eventJson(drawn: DrawnEvent, i: number): unknown {
  const { own, aliases, statement, date, relations, title, shortTitle, publishes, reported, spoilt } = drawn
  if (spoilt === 'value') return [null, 7, 'x', []][i % 4]
  const words = statement === null ? undefined : (statement.id ?? `said-${i}`)
  const account = { claim: 'So it was.', standing: 'alleged' as const, chain: [{ source: 'evening-star' }] }
  const event: EventJson = makeEvent(i, {
    accounts: [i % 3 === 1 && words !== undefined ? { ...account, statement: words } : account],
    ...(own === null ? {} : { id: own }),
    ...(aliases.length === 0 ? {} : { aliases }),
    title,
    relations,
    ...(shortTitle === null ? {} : { shortTitle }),
    ...(publishes === null ? {} : { publishes }),
    ...(reported === null
      ? {}
      : {
          reported: {
            edtf: reported,
            source: 'evening-star',
          },
        }),
    date:
      date === null
        ? null
        : {
            edtf: spoilt === 'date' ? 'one day' : date,
            derived: ['latest'],
          },
    actors:
      spoilt === 'actor'
        ? [
            {
              actor: 'nobody',
              role: 'x',
            },
          ]
        : [
            {
              actor: 'an-official',
              role: 'x',
            },
          ],
    statements:
      statement === null
        ? []
        : [
            makeStatement(statement.id ?? `said-${i}`, {
              text: statement.text,
              ...(statement.speaker
                ? {}
                : {
                    speaker: null,
                    form: 'paraphrase',
                    record: 'unattributed',
                  }),
            }),
          ],
  })
  if (spoilt === 'kind') return { ...event, kind: 'nothing' }
  return spoilt === 'field' ? { ...event, colour: 'red' } : event
}

const anyFile = fc
  .record({
    events: fc.array(anyEvent, { maxLength: 24 }),
    overridden: fc.option(fc.array(anyEvent, { maxLength: 4 }), { freq: 3 }),
    isLate: fc.boolean(),
    mentions: fc.array(name, { maxLength: 3 }),
    space: fc.constantFrom('', ' ', '\n  '),
  })
  .map(({ events, overridden, isLate, mentions, space }) => {
    const file = makeStoryFile()
    const list = (drawn: readonly DrawnEvent[]): string =>
      `"events":${space}[${space}${drawn.map((event, i) => JSON.stringify(eventJson(event, i))).join(`${space},${space}`)}${space}]`
    const revisions = [{ date: '2020-02-02', summary: 'Mended.', events: mentions }]
    const frame = `"story":${JSON.stringify(file.story)},"revisions":${JSON.stringify(revisions)}`
    const directories = `"actors":${JSON.stringify(file.actors)},"sources":${JSON.stringify(file.sources)}`
    const parts = ['"format":1', frame]
    if (overridden !== null) parts.push(list(overridden))
    parts.push(...(isLate ? [list(events), directories] : [directories, list(events)]))
    return `{${parts.join(`,${space}`)}}`
  })

const anyReading = fc.record({
  pieceBytes: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 50, max: 20_000 })),
  batchBytes: fc.integer({ min: 1, max: 8_000 }),
  parsers: fc.integer({ min: 1, max: 3 }),
})

describe('a large story', () => {
  it('is the story that the file gives when it is read whole', async () => {
    await fc.assert(fc.asyncProperty(anyFile, anyReading, fc.array(letters, { maxLength: 4 }), expectSame), {
      numRuns: 400,
    })
  })

  it('is so with more events than are parsed at once', async () => {
    const events = Array.from({ length: 1_200 }, (_, i) =>
      makeEvent(i, {
        title: `Event ${i} ${i % 7 === 0 ? 'Åse' : 'harbour'}`,
        date: i % 50 === 0 ? null : { edtf: `2020-0${(i % 9) + 1}-${10 + (i % 19)}` },
        ...(i % 400 === 399 ? { aliases: [`event-${i - 350}`] } : {}),
        relations: i % 3 === 0 ? [{ is: 'after', to: `event-${(i * 7) % 1_300}` }] : [],
      }),
    )
    const text = JSON.stringify(makeStoryFile({ events }))
    await expectSame(text, { pieceBytes: 70_000, batchBytes: 150_000, parsers: 2 }, [
      'harbour',
      'ase 14',
      'zz',
    ])
  })
})

/** Parts of an event that begin as events do: what a splitter may take for events. */
const likeness = fc.record({ id: name, title: someText })
const misleadingFile = fc
  .tuple(
    fc.array(fc.record({ drawn: anyEvent, parts: fc.option(fc.array(likeness), { freq: 12 }) }), {
      minLength: 12,
      maxLength: 40,
    }),
    fc.constantFrom(undefined, 1),
    fc.constantFrom('', '', '', '}', ',{', '"'),
  )
  .map(([events, indent, slip]) => {
    const list = events.map(({ drawn, parts }, i) => {
      const json = eventJson(
        { ...drawn, spoilt: drawn.spoilt === 'value' ? 'no' : drawn.spoilt },
        i,
      ) as object
      return parts === null ? json : { ...json, parts }
    })
    const text = JSON.stringify({ ...makeStoryFile(), events: list }, null, indent)
    return `${text.slice(0, -3)}${slip}${text.slice(-3)}`
  })

describe('ends of events that were guessed wrong', () => {
  it('are noticed and mended', async () => {
    await fc.assert(
      fc.asyncProperty(
        misleadingFile,
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 200, max: 4_000 }),
        async (text, pieceBytes, stretchBytes) => {
          const reading = { pieceBytes: 1_000 + pieceBytes, batchBytes: 2_000, parsers: 2, stretchBytes }
          await (isJson(text) ? expectSame(text, reading, []) : expectNoJson(text, reading))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('are so in the piece in which they were learnt, too', async () => {
    const likenesses = [1, 2, 3].map((i) => ({ id: `part-${i}`, title: 'A part' }))
    const events = Array.from({ length: 70 }, (_, i) => ({
      ...makeEvent(i),
      ...(i === 69 ? { parts: likenesses } : {}),
    }))
    const text = JSON.stringify(makeStoryFile({ events }))
    const firstBytes = text.indexOf('"events"')
    const stretchBytes = JSON.stringify(events.slice(0, 20)).length
    const reading = { firstBytes, pieceBytes: 1_000_000, batchBytes: 2_000, parsers: 2, stretchBytes }
    await expectSame(text, reading, [])
  })

  async function expectNoJson(text: string, reading: Reading): Promise<void> {
    expect(await read(text, reading)).toMatchObject({ ok: false, problem: { kind: 'json' } })
  }

  function isJson(text: string): boolean {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
})

describe('of the story that we tell', () => {
  const file = JSON.parse(readFileSync('data/mythos-access.json', 'utf8')) as {
    readonly events: readonly object[]
  }
  const reading = { pieceBytes: 30_000, batchBytes: 40_000, parsers: 2 }

  it('nothing is lost', () => expectSame(JSON.stringify(file), reading, ['mythos', 'access']))

  /** Right somewhere, nearly right, or right nowhere. */
  const values = [
    null,
    'x',
    ' x',
    'a-b',
    'A-b',
    '',
    '2020-01',
    '2020-13',
    true,
    [],
    ['a-b'],
    {},
    'unattributed',
  ]

  it('what is wrong with an event is said as for a small file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...values, 'remove'),
        async (which, where, value) => {
          const spoilt = structuredClone(file)
          const event = spoilt.events[which % spoilt.events.length] ?? {}
          const places = placesIn(event)
          const [holder, key] = places[where % places.length] ?? [event, 'id']
          if (value === 'remove') Reflect.deleteProperty(holder, key)
          else Reflect.set(holder, key, value)
          const text = JSON.stringify(spoilt, (_, json: unknown) =>
            Array.isArray(json) ? json.filter((entry) => entry !== undefined) : json,
          )
          await expectSame(text, reading, [])
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** Every field and entry of a JSON value: what holds it, and its key. */
function placesIn(json: object): readonly (readonly [object, string])[] {
  return Object.entries(json).flatMap(([key, value]) => [
    [json, key] as const,
    ...(typeof value === 'object' && value !== null ? placesIn(value as object) : []),
  ])
}

describe('a file that is no JSON', () => {
  const sound = JSON.stringify(makeStoryFile({ eventCount: 40 }))
  it.each([
    ['cut in an event', sound.slice(0, sound.length >> 1), true],
    ['with a slip inside an event', sound.replace('"title":"Event 20"', '"title":Event 20'), false],
    ['with a slip between events', sound.replace('},{"id":"event-20"', '};{"id":"event-20"'), false],
    ['with nothing in it', '', false],
  ])('%s is refused', async (_, text, isCut) => {
    for (const parsers of [1, 3]) {
      const result = await read(text, { pieceBytes: 500, batchBytes: 1000, parsers })
      expect(result).toMatchObject({ ok: false, problem: { kind: 'json', isCut } })
    }
  })
})

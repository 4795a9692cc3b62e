/**
 * Does reading along the bytes of events give what the reader of all events gives, wherever it gives anything? And does it
 * give something, of all that is clean?
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { NameClaims } from '../../../src/core/indexing/nameClaims.ts'
import { WordGatherer } from '../../../src/core/indexing/wordIndex.ts'
import { explainer } from '../../../src/core/story/explainItem.ts'
import { readRareDate } from '../../../src/core/story/readDate.ts'
import { openStoryFrame } from '../../../src/core/story/readFrame.ts'
import { makeBatch } from '../../../src/loading/batchCutter.ts'
import { BatchReader } from '../../../src/loading/batchReader.ts'
import type { BatchColumns, EventBatch } from '../../../src/loading/eventBatch.ts'
import { openEventScanner, type EventScanner } from '../../../src/loading/eventScanner.ts'
import { knownNames, type KnownNames } from '../../../src/loading/knownNames.ts'
import { IN_FULL } from '../../../src/loading/textPlaces.ts'
import { makeEvent, makeStatement, makeStoryFile } from '../../fixtures/makeStory.ts'

// The same functions, of which it is known how often the scanner asked them.
vi.mock('../../../src/core/story/readDate.ts', { spy: true })

const mythos = JSON.parse(readFileSync('data/mythos-access.json', 'utf8')) as ReturnType<typeof makeStoryFile>
const made = makeStoryFile()

function namesOf(file: unknown): KnownNames {
  const frame = openStoryFrame(file, explainer, null)
  if (!frame.ok) throw new Error('no frame')
  return knownNames(frame.value)
}

const names = namesOf({
  ...mythos,
  actors: [...mythos.actors, ...made.actors],
  sources: [...mythos.sources, ...made.sources],
})

/** All kinds of values that stand on a scanner's way. */
const samples: readonly object[] = [
  ...mythos.events,
  makeEvent(1, {}),
  makeEvent(2, { date: null }),
  makeEvent(3, {
    title: 'Zwei Wünsche — 火事 🔥 «так»',
    shortTitle: 'Zwei Wünsche — 火事 🔥 «так»',
    aliases: ['earlier', 'earlier-still'],
    relations: [{ is: 'part-of', to: 'earlier' }],
    reported: { edtf: '2020-05-06', source: 'evening-star', note: 'as said' },
    publishes: 'morning-post',
    statements: [makeStatement('said-3', { aliases: ['said-before'], date: '2020-01' })],
    sources: ['morning-post'],
  }),
]
const scanner = openEventScanner(names)

it('the scanner runs here', () => {
  expect(scanner).not.toBeNull()
})

/** Of events that stand one after the other in a file, each a text of JSON, or bytes. */
function batchOf(events: readonly (string | Uint8Array)[], firstIndex = 0): EventBatch {
  const ranges: number[] = []
  const bytes: number[] = []
  for (const event of events) {
    bytes.push(bytes.length === 0 ? 0x5b : 0x2c)
    ranges.push(bytes.length)
    for (const byte of typeof event === 'string' ? new TextEncoder().encode(event) : event) bytes.push(byte)
    ranges.push(bytes.length)
  }
  return makeBatch(0, firstIndex, [Uint8Array.from(bytes)], 0, ranges)
}

/** What is known of a batch, without the order of what may stand in any. */
function ordered({ facts, index, names: claimed, ...rest }: BatchColumns): unknown {
  return {
    ...rest,
    index: {
      ...index,
      actor: listsIn(index.actor),
      source: listsIn(index.source),
      speaker: listsIn(index.speaker),
    },
    names: namesIn(claimed),
    facts: { ...facts, signs: facts.signs.toSorted(), standings: facts.standings.toSorted() },
  }
}

/** What is known of a batch, and how many of its events were read in full. */
function read(
  batch: EventBatch,
  by: EventScanner | null,
): { readonly said: unknown; readonly inFull: number } {
  const outcome = new BatchReader(names, new WordGatherer(), by).read(batch)
  if (!outcome.ok) return { said: outcome.problem.kind, inFull: NaN }
  const { columns, texts } = outcome.value
  let inFull = 0
  for (let at = 0; at < texts.places.length;) {
    const count = texts.places[at + 1] ?? 0
    if (count === IN_FULL) inFull++
    at += count === IN_FULL ? 2 : 2 + 2 * count
  }
  return { said: ordered(columns), inFull }
}

/** Of each event its values, in no order: fields may stand in any. */
function listsIn(column: Uint32Array): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = []
  for (let at = 0; at < column.length; at += 1 + (column[at] ?? 0))
    lists.push([...column.subarray(at + 1, at + 1 + (column[at] ?? 0))].toSorted((a, b) => a - b))
  return lists
}

function namesIn({ places, checks, indexes, slots }: NameClaims): readonly string[] {
  return Array.from(places, (place, i) => [place, checks[i], indexes[i], slots[i]].join(' ')).toSorted()
}

/** @returns how many events the scanner left to others */
function expectSame(events: readonly (string | Uint8Array)[]): number {
  const own = read(batchOf(events), openEventScanner(names))
  expect(own.said).toEqual(read(batchOf(events), null).said)
  return own.inFull
}

describe('clean events', () => {
  const texts = samples.map((sample) => JSON.stringify(sample))
  /** What a claim has to do with a statement is looked at by the reader of all events. */
  const isLeft = (text: string): boolean => {
    const { accounts = [] } = JSON.parse(text) as ReturnType<typeof makeEvent>
    return text.includes('\\') || accounts.some(({ statement }) => statement !== undefined)
  }

  it('are read along their bytes, all but those with escapes', () => {
    for (const text of texts) expect([text, expectSame([text])]).toEqual([text, Number(isLeft(text))])
    expect(texts.filter((text) => !isLeft(text)).length).toBeGreaterThan(10)
  })

  it('are read beside those that are not, each in its place', () => {
    const unclean = ['null', '{"id":"e-x"}', JSON.stringify({ ...makeEvent(9, {}), kind: 'nothing' })]
    const mixed = texts.flatMap((text, i) => [text, unclean[i % 3] ?? ''])
    expectSame(mixed)
    expectSame(mixed.toReversed())
  })

  it('are read by one scanner, batch after batch', () => {
    const one = new BatchReader(names, new WordGatherer(), openEventScanner(names))
    const other = new BatchReader(names, new WordGatherer(), null)
    for (let i = 0; i < 3; i++) {
      const batch = batchOf(texts.slice(i), 100 * i)
      const [first, second] = [one.read(batch), other.read(batch)]
      if (!first.ok || !second.ok) throw new Error('not read')
      expect(ordered(first.value.columns)).toEqual(ordered(second.value.columns))
    }
  })

  it('may have white space wherever JSON allows it', () => {
    for (const sample of samples) {
      const wide = JSON.stringify(sample, null, '\t').replaceAll('\n', '\r\n ')
      if (wide.includes('\\')) continue
      expect(expectSame([wide])).toBe(Number(isLeft(wide)))
    }
  })

  it('may have their fields in any order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), (sample, seed) => {
        const shuffled = shuffle(sample, seed)
        expect(expectSame([JSON.stringify(shuffled)])).toBe(Number(isLeft(JSON.stringify(sample))))
      }),
    )
  })

  it('are more than one scanner keeps dates of', () => {
    const dated = Array.from({ length: 20_000 }, (_, i) =>
      JSON.stringify({
        id: `e${i}`,
        title: 't',
        summary: 's',
        kind: 'act',
        date: { edtf: dayOf(i) },
        standing: { is: 'reported' },
        actors: [],
        sources: ['morning-post'],
      }),
    )
    const one = new BatchReader(names, new WordGatherer(), openEventScanner(names))
    const other = new BatchReader(names, new WordGatherer(), null)
    for (const part of [dated.slice(0, 17_000), dated.slice(10_000), dated.slice(0, 9)]) {
      const [first, second] = [one.read(batchOf(part)), other.read(batchOf(part))]
      if (!first.ok || !second.ok) throw new Error('not read')
      expect(ordered(first.value.columns)).toEqual(ordered(second.value.columns))
    }
  })
})

describe('dates', () => {
  const sign = fc.constantFrom('', '', '', '~', '?', '%')
  const year = fc.oneof(
    fc.integer({ min: 2010, max: 2012 }),
    fc.constantFrom(0, 4, 99, 1900, 2000, 2100, 9999),
  )
  const single = fc
    .tuple(
      year,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom(1, 2, 3),
      fc.tuple(sign, sign, sign, sign, sign, sign),
      fc.boolean(),
    )
    .map(([y, month, day, length, doubts, isPlain]) => {
      const parts = [String(y).padStart(4, '0'), two(month), day === 31 ? 'XX' : two(day)].slice(0, length)
      if (isPlain) return parts.join('-') + doubts[0]
      return parts.map((part, i) => `${doubts[2 * i]}${part}${doubts[2 * i + 1]}`).join('-')
    })
  const clock = fc
    .tuple(
      fc.constantFrom('2010-05-01', '2011-12-31', '2010-02-29', '2010-05-XX', '2010-05', '2010-05-01~'),
      fc.integer({ min: 0, max: 24 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('', ':00', ':30', ':59', ':60', ':5', ':'),
      fc.constantFrom('', 'Z', '+09:00', '-05', '+24', '+09:60', '-5', 'z', '+09:0', 'Z '),
    )
    .map(([day, hour, minute, second, zone]) => `${day}T${two(hour)}:${two(minute)}${second}${zone}`)
  /** In other forms, and in none. */
  const odd = fc.constantFrom(
    '',
    '..',
    '2010-05-XX',
    '201X',
    '2010-21',
    '2010-05-06T',
    '2010-05-06T10:30~',
    '2010-1X-06',
    '2010-XX-06',
    '2010-05-?',
    '2010-05-06-07',
    '-0044',
    'Y17000',
    '2010-13',
    '2010-00',
    '2010-02-30',
    '2010-5',
    '20100506',
    '2010/2011',
    ' 2010',
    '201a',
    '2010-05-06~~',
    '?2010',
    '2010-~05',
    '...',
    '2010..',
    '[2010]',
  )
  const part = fc.oneof(
    { arbitrary: single, weight: 9 },
    { arbitrary: clock, weight: 2 },
    { arbitrary: odd, weight: 1 },
  )
  const member = fc.oneof(
    part,
    fc.tuple(part, part).map(([first, last]) => `${first}..${last}`),
    part.map((last) => `..${last}`),
    part.map((first) => `${first}..`),
  )
  const members = fc.array(member, { minLength: 0, maxLength: 5 }).map((list) => list.join(','))
  const date = fc.oneof(
    part,
    fc.tuple(part, part).map((ends) => ends.join('/')),
    fc.tuple(part, fc.constantFrom('', '..')).map((ends) => ends.join('/')),
    fc.tuple(fc.constantFrom('', '..'), part).map((ends) => ends.join('/')),
    members.map((list) => `[${list}]`),
    members.map((list) => `{${list}}`),
    fc.tuple(members, sign).map(([list, doubt]) => `[${list}]${doubt}`),
  )
  const eventOn = (edtf: string, i: number): string =>
    JSON.stringify(
      makeEvent(i, {
        date: i % 3 === 0 ? { edtf, derived: ['earliest'] } : { edtf },
        ...(i % 2 === 0 ? { reported: { edtf, source: 'evening-star' } } : {}),
      }),
    )

  it('say what they say everywhere, in whatever form they are written', () => {
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 20 }), (dates) => {
        expectSame(dates.map(eventOn))
        for (const [i, text] of dates.entries()) expectSame([eventOn(text, i)])
      }),
      { numRuns: 300 },
    )
  })

  it('say the same where two of their parts meet that seldom do', () => {
    const rare =
      '[2010-05-01,2010-05-03T10:30] [2010-05-03T10:30,2010-05-01] {2010-05-01T10:30,2010-05-03T10:30} ' +
      '?2010-05-01T10:30 2010-05~-01T10:30 2010-05-01T10:30+09-00 2010-05-01T10:30+09:a0 2010-05-01T10:30+a9 ' +
      '[2010-05-XX..2010-06-01] [2010-05..2010-06-01] 2010-05-01T10:30/2010-05-01 2010-05-01T00:00/.. ' +
      '[2010-05-01,2010-05-02] [2010-05-01,2010-05-02T00:00] {2010-05-02,2010-05-01,2010-05-01T10:30} /.. ../..'
    for (const text of rare.split(' ')) expectSame([eventOn(text, 0)])
  })

  it('in plain forms are read where they stand, all others by their own reader', () => {
    const countAsked = (edtf: string): number => {
      vi.mocked(readRareDate).mockClear()
      expectSame([eventOn(edtf, 1)])
      return vi.mocked(readRareDate).mock.calls.length
    }
    const plain =
      '2026 2026-04 2026-04-07 2026-04-07~ 2026-?04-07 2026-04-XX 2026-04-07T10:30 2026-04-07T10:30:05+09:00 2024-02-29 0000-01-01 9999-12-31? 2026-04/2026-06-01 2026-04-07/.. ' +
      '2026-04-07/ /2026 ../2026-04% [2026-04-01..2026-05-12] [..2026] [2026-04..] {2026-04-07,2026-04-09} ' +
      '[2020,2022..2024]'
    const forms = plain.split(' ')
    expect(forms.map((edtf) => [edtf, countAsked(edtf)])).toEqual(forms.map((edtf) => [edtf, 0]))
    for (const edtf of ['2026-04-1X', '2026-21', '202X', '-0044', '2026-02-30', '2026/2025'])
      expect([edtf, countAsked(edtf)]).toEqual([edtf, 1])
  })
})

function dayOf(i: number): string {
  return `${1000 + Math.floor(i / 336)}-${two(1 + (Math.floor(i / 28) % 12))}-${two(1 + (i % 28))}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function shuffle(json: unknown, seed: number): unknown {
  if (Array.isArray(json)) return json.map((entry) => shuffle(entry, seed))
  if (typeof json !== 'object' || json === null) return json
  const fields = Object.entries(json).map(([key, value]) => [key, shuffle(value, seed)] as const)
  const order = fields.map((_, i) => (i * 7 + seed) % 31)
  return Object.fromEntries(
    fields
      .map((field, i) => ({ field, at: order[i] ?? 0 }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ field }) => field),
  )
}

describe('what is not clean', () => {
  /** One letter taken away, repeated, or another in its place, or a piece that means something in JSON. */
  const slip = fc.record({
    where: fc.nat(),
    what: fc.constantFrom('remove', 'repeat', 'replace', 'insert'),
    piece: fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        ',',
        ':',
        '{',
        '}',
        '[',
        ']',
        ' ',
        'null',
        '-',
        'A',
        '\u00a0',
        '\u0000',
        '\n',
      ),
      fc.constantFrom('\u3000', '\ufeff', '\u200b', '\u2003', 'é', '🔥'),
      fc.constantFrom(
        '"note":"x",',
        '"note":" x",',
        '"id":"a",',
        '"outside":true,',
        '"__proto__":1,',
        '"nope":0,',
      ),
    ),
  })

  it('is read as by the reader of all events, whatever slips are in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(slip, { minLength: 1, maxLength: 2 }),
        (sample, slips) => {
          const text = slips.reduce((spoilt, { where, what, piece }) => {
            const at = where % (spoilt.length + 1)
            if (what === 'remove') return spoilt.slice(0, at) + spoilt.slice(at + 1)
            if (what === 'repeat') return spoilt.slice(0, at) + spoilt.slice(Math.max(0, at - 1))
            return spoilt.slice(0, at) + piece + spoilt.slice(what === 'insert' ? at : at + 1)
          }, JSON.stringify(sample))
          expectSame([text])
        },
      ),
      { numRuns: 4000 },
    )
  })

  it('may have bytes that are no letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        (sample, where, some) => {
          const sound = new TextEncoder().encode(JSON.stringify(sample))
          const at = where % (sound.length + 1)
          expectSame([Uint8Array.from([...sound.slice(0, at), ...some, ...sound.slice(at)])])
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('has white space at an end of a text, of any kind', () => {
    const spaces = Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).filter(
      (letter) => letter.trim() === '' && letter > ' ',
    )
    for (const space of [...spaces, ' ', '\u200b', 'é', '🔥'])
      for (const title of [`${space}x`, `x${space}`, `x${space}x`, space])
        expectSame([JSON.stringify(makeEvent(1, { title }))])
  })

  it('has a field twice', () => {
    const text = JSON.stringify(makeEvent(1, { note: 'a' }))
    expect(expectSame([text.replace('"note":"a"', '"note":"a","note":"b"')])).toBe(1)
  })

  it('has more in one list than is held of an event', () => {
    const actors = Array.from({ length: 65 }, () => ({ actor: 'an-official', role: 'x' }))
    expect(expectSame([JSON.stringify(makeEvent(1, { actors }))])).toBe(1)
    expect(expectSame([JSON.stringify(makeEvent(1, { actors: actors.slice(1) }))])).toBe(0)
  })

  it('has a text longer than a story may have', () => {
    for (const length of [19_999, 20_000, 20_001])
      expectSame([JSON.stringify(makeEvent(1, { title: 'x'.repeat(length) }))])
    expectSame([JSON.stringify(makeEvent(1, { title: '火'.repeat(20_000) }))])
  })
})

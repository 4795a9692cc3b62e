/** Is a file that arrives in pieces split where JSON.parse would split it, and refused where that would refuse? */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SplitFault, SplitOptions, SplitStory } from '../../../src/core/story/splitStory.ts'
import { openStorySplitter } from '../../../src/core/story/splitStory.ts'
import { makeStoryFile } from '../../fixtures/makeStory.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Pieces of the lengths given, over and over; the rest as one. */
function cut(bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const length of lengths) {
    pieces.push(bytes.slice(at, at + length))
    at += length
  }
  return [...pieces, bytes.slice(at)]
}

function split(pieces: readonly Uint8Array[], options: SplitOptions = {}) {
  const splitter = openStorySplitter(options)
  for (const piece of pieces) {
    splitter.push(piece)
    piece.fill(0) // it keeps no hold of them
  }
  return splitter.end()
}

function splitText(text: string): SplitStory {
  const result = split([encode(text)])
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

function faultIn(text: string): SplitFault {
  const result = split([encode(text)])
  if (result.ok) throw new Error('no fault')
  return result.problem
}

/** The file's value from its parts; throws where a part is not JSON. */
function putTogether(bytes: Uint8Array, story: SplitStory): unknown {
  const frame: unknown = JSON.parse(decode(story.frameBytes))
  const entries = [...story.starts].map((start, i): unknown =>
    JSON.parse(decode(bytes.subarray(start, story.ends[i]))),
  )
  expect(story.eventCount).toBe(entries.length - story.firstEvent)
  if (story.eventCount > 0) (frame as { events: unknown }).events = entries.slice(story.firstEvent)
  return frame
}

/** What the file is when read through the splitter; null: not JSON. */
function readSplit(bytes: Uint8Array, lengths: readonly number[]): { readonly json: unknown } | null {
  const result = split(cut(bytes, lengths))
  if (!result.ok) return null
  try {
    return { json: putTogether(bytes, result.value) }
  } catch {
    return null
  }
}

function readWhole(bytes: Uint8Array): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(decode(bytes)) as unknown }
  } catch {
    return null
  }
}

function expectSame(bytes: Uint8Array, lengths: readonly number[]): void {
  const whole = readWhole(bytes)
  const parts = readSplit(bytes, lengths)
  expect(isDeepStrictEqual(parts, whole), decode(bytes)).toBe(true)
}

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', ':', 'é', '火', '🔥'), fc.string()),
})
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(null, true, false, 0, -1.5e-7, 12, {}, []),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(text, tie('any'), { maxKeys: 4 }),
  ),
})).any
const key = fc.oneof(
  fc.constantFrom('"events"', '"\\u0065vents"', '"ev\\u0065nt\\u0073"'),
  fc.constantFrom('"Events"', '"event"', '"actors"', '"\\""', '"events\\\\"', '""', '"__proto__"', '"é"'),
)
/** Objects with any of those keys, in any order, any of them twice. */
const fileText = fc
  .tuple(
    fc.array(fc.tuple(key, fc.oneof(value, fc.array(value)))),
    fc.constantFrom(0, 1, '\t'),
    fc.constantFrom('', '\uFEFF', ' \r\n'),
  )
  .map(([fields, indent, before]) => {
    const gap = indent === 0 ? '' : '\n '
    const written = fields.map(
      ([name, held]) => `${gap}${name}${gap}:${gap}${JSON.stringify(held, null, indent)}`,
    )
    return `${before}{${written.join(`${gap},`)}${gap}}${gap}`
  })
const anyFile = fc.oneof(
  { weight: 4, arbitrary: fileText },
  { weight: 1, arbitrary: value.map((json) => JSON.stringify(json)) },
)
const lengths = fc.array(fc.nat(9), { maxLength: 60 })

describe('any file', () => {
  it('is the same, put together from its parts, as read at once', () => {
    fc.assert(
      fc.property(anyFile, lengths, (file, cuts) => {
        const bytes = encode(file)
        expect(readWhole(bytes)).not.toBeNull()
        expectSame(bytes, cuts)
      }),
      { numRuns: 500 },
    )
  })

  it('that is cut, or damaged in some bytes, is refused just where JSON.parse refuses it', () => {
    const hostile = fc.oneof(fc.nat(255), fc.constantFrom(...encode('"\\[]{},: \n019tfn-\u00e9\uFEFF')))
    const damage = fc.array(fc.tuple(fc.nat(), hostile, fc.constantFrom('put', 'insert', 'drop')), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(anyFile, lengths, damage, fc.option(fc.nat()), (file, cuts, changes, end) => {
        const bytes = [...encode(file)]
        for (const [at, byte, how] of changes)
          bytes.splice(at % (bytes.length + 1), how === 'insert' ? 0 : 1, ...(how === 'drop' ? [] : [byte]))
        expectSame(Uint8Array.from(end === null ? bytes : bytes.slice(0, end % (bytes.length + 1))), cuts)
      }),
      { numRuns: 2000 },
    )
  })

  it('made of the signs of JSON in any order is refused just where JSON.parse refuses it', () => {
    const signs = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        ' ',
        '1',
        'x',
        '{}',
        '"a"',
        '\u00a0',
        '\uFEFF',
      ),
      fc.constantFrom('{"events":[', '"events":', ',"events":[', ']}', '],'),
    )
    fc.assert(
      fc.property(fc.array(signs), lengths, (parts, cuts) => expectSame(encode(parts.join('')), cuts)),
      { numRuns: 2000 },
    )
  })
})

it('a story file cut anywhere is refused and said to be cut', () => {
  const bytes = encode(JSON.stringify(makeStoryFile({ eventCount: 2 }), null, 1))
  for (let length = 1; length < bytes.length; length++) {
    const result = split([bytes.slice(0, length)])
    expect(result).toMatchObject({ ok: false, problem: { kind: 'json', isCut: true } })
  }
})

describe('between events', () => {
  it.each([
    ['a word', '{"events":[{}x,{}]}'],
    ['two commas', '{"events":[{},,{}]}'],
    ['a comma before the first', '{"events":[,{}]}'],
    ['a comma after the last', '{"events":[{},]}'],
    ['no comma', '{"events":[{} {}]}'],
    ['the wrong bracket', '{"events":[{}}}'],
    ['a byte order mark', '{"events":[\uFEFF{}]}'],
    ['a space that is not of JSON', '{"events":[{},\u00a0{}]}'],
    ['a comment', '{"events":[{},/**/{}]}'],
  ])('%s is a fault that names its byte', (_, file) => {
    const fault = faultIn(file)
    expect(fault).toMatchObject({ kind: 'json', isCut: false })
    expect(fault.kind === 'json' && file.slice(0, fault.atByte)).toMatch(/\[(?:\{\})?[, ]*$/)
  })

  it('the sentence says what was expected', () => {
    expect(faultIn('{"events":[{}x,{}]}')).toMatchObject({
      atByte: 13,
      sentence: 'Expected "," or "]" after an event, not "x", at byte 13',
    })
  })
})

describe('a file', () => {
  it('that is empty is not cut', () => {
    expect(faultIn(' \n')).toMatchObject({ isCut: false, sentence: 'The file is empty, at byte 2' })
  })

  it('that is a web page is a fault at its first byte', () => {
    const splitter = openStorySplitter()
    splitter.push(encode('<!doctype html>'))
    expect(splitter.fault).toMatchObject({ kind: 'json', atByte: 0 })
  })

  it('with more after its end is a fault', () => {
    expect(faultIn('{} {}')).toMatchObject({ sentence: 'Expected nothing more, not "{", at byte 3' })
  })

  it('closed by the wrong bracket is a fault at that bracket', () => {
    expect(faultIn('{"a":1]')).toMatchObject({ isCut: false, atByte: 6 })
  })

  it('with a byte order mark anywhere but at its start is a fault', () => {
    for (const file of [' \uFEFF{}', '\uFEFF\uFEFF{}', '{\uFEFF}', '{}\uFEFF'])
      expect(faultIn(file)).toMatchObject({ kind: 'json', isCut: false })
  })

  it('whose byte order mark is cut is a fault', () => {
    for (const bytes of [[0xef], [0xef, 0xbb], [0xef, 0x7b, 0x7d], [0xef, 0xbb, 0x20, 0x7b, 0x7d]])
      expect(split([Uint8Array.from(bytes)]).ok).toBe(false)
  })

  it('nested a million deep costs no recursion, in an event or out of one', () => {
    const deep = '['.repeat(1_000_000)
    expect(faultIn(`{"events":[${deep}`)).toMatchObject({ isCut: true })
    expect(faultIn(deep)).toMatchObject({ isCut: true })
    const ends = deep.replaceAll('[', ']')
    expect(splitText(`{"events":[${deep}${ends}]}`).eventCount).toBe(1)
    expect(splitText(`{"a":${deep}${ends},"events":[]}`).eventCount).toBe(0)
  })
})

describe('the frame', () => {
  const frameOf = (file: string): string => decode(splitText(file).frameBytes)

  it('is the file with its events emptied', () => {
    expect(frameOf('{ "events": [ {"a": "]"}, {} ], "actors": [1] }')).toBe('{ "events": [], "actors": [1] }')
  })

  it('leaves lists of the same name alone when they lie deeper, and what is no list', () => {
    for (const file of ['{"a":{"events":[1]}}', '[{"events":[1]}]', '{"events":{"0":1}}', '{"a":"events"}'])
      expect(frameOf(file)).toBe(file)
  })

  it('has the last of two lists count', () => {
    expect(splitText('{"events":[1,2],"events":[3]}')).toMatchObject({ eventCount: 1, firstEvent: 2 })
    expect(splitText('{"events":[1,2],"\\u0065vents":0}')).toMatchObject({ eventCount: 0, firstEvent: 2 })
  })

  it('can be read as soon as the events begin', () => {
    const splitter = openStorySplitter()
    splitter.push(encode('{"actors":[{"id":"a"}],"events"'))
    expect(splitter.frameSoFar()).toBeNull()
    splitter.push(encode(':[{},{"x'))
    const early = '{"actors":[{"id":"a"}],"events":[]}'
    expect(decode(splitter.frameSoFar() ?? encode(''))).toBe(early)
    splitter.push(encode('":1}],"actors":[]}'))
    expect(decode(splitter.frameSoFar() ?? encode(''))).toBe(early)
    expect(splitter.end()).toMatchObject({ ok: true, value: { hasLateFields: true } })
  })

  it('is not late when only other fields follow', () => {
    expect(splitText('{"actors":[],"events":[],"revisions":[]}').hasLateFields).toBe(false)
    expect(splitText('{"events":[],"\\u0073ources":[]}').hasLateFields).toBe(true)
  })
})

it('each event is told when its last byte has come, with the bytes that must be kept for it', () => {
  const told: [number, number][] = []
  const splitter = openStorySplitter({ onEvent: (start, end) => told.push([start, end]) })
  splitter.push(encode('{"events":[ {"a":1}, {"b'))
  expect([told, splitter.eventsFound, splitter.neededFromByte]).toEqual([[[12, 19]], 1, 21])
  splitter.push(encode('":2} ,3'))
  expect([told.at(-1), splitter.eventsFound, splitter.neededFromByte]).toEqual([[21, 28], 2, 30])
  splitter.push(encode(' ]'))
  expect([told.at(-1), splitter.eventsFound, splitter.neededFromByte]).toEqual([[30, 31], 3, 33])
})

it('more events than are taken is a fault at the first of them', () => {
  expect(split([encode('{"events":[1,2]}')], { maxEvents: 2 }).ok).toBe(true)
  const splitter = openStorySplitter({ maxEvents: 2 })
  splitter.push(encode('{"events":[1,2,3'))
  expect(splitter.fault).toEqual({ kind: 'too-many-events', limit: 2 })
})

describe('guessed ends', () => {
  /** Looks like an event to who looks at its first two keys. */
  const likeness = fc.record({ id: text, title: text })
  const event = fc.oneof(
    { weight: 12, arbitrary: fc.record({ id: text, title: text, note: value }) },
    {
      weight: 1,
      arbitrary: fc.record({ id: text, parts: fc.array(likeness, { maxLength: 3 }), title: text }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ id: text, title: text, parts: fc.array(likeness, { maxLength: 3 }) }),
    },
    { weight: 1, arbitrary: value },
  )
  const manyEvents = fc.array(event, { minLength: 10, maxLength: 40 })
  const anyList = fc
    .tuple(manyEvents, fc.constantFrom('', '\n', '\n  ', ' '), fc.constantFrom(0, 2, '\t'))
    .map(
      ([events, gap, indent]) =>
        `"events":[${gap}${events.map((json) => JSON.stringify(json, null, indent)).join(`${gap},${gap}`)}${gap}]`,
    )
  const after = fc.oneof(
    fc.constant('}'),
    value.map((json) => `,"rest":${JSON.stringify(json)}}`),
    fc.array(likeness).map((json) => `,"actors":${JSON.stringify(json)}}`),
    anyList.map((list) => `,${list}}`),
    fc.constantFrom('', ']', '},{"id":"x","title":"y"}', ',}'),
  )
  const listFile = fc.tuple(anyList, after).map(([list, rest]) => `{${list}${rest}`)
  const pieceLengths = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 12 })

  it('are those of a walk, or something told is no JSON; and a walk can always be taken up', () => {
    let guesses = 0
    fc.assert(
      fc.property(listFile, pieceLengths, (file, cuts) => {
        const bytes = encode(file)
        const splitter = openStorySplitter()
        splitter.guess()
        for (const piece of cut(bytes, cuts)) splitter.push(piece)
        const guessed = splitter.end()
        const walked = split([bytes.slice()])
        const isSure = !splitter.hasGuessed || (guessed.ok && isAllJson(bytes, guessed.value))
        expect(isSure ? guessed : walked).toEqual(walked)
        if (!splitter.hasGuessed) return
        guesses++
        const from = splitter.forgetGuesses()
        for (const piece of cut(bytes.slice(from), cuts)) splitter.push(piece)
        expect(splitter.end()).toEqual(walked)
      }),
      { numRuns: 1500, seed: 7 },
    )
    expect(guesses).toBeGreaterThan(100)
  })

  it('are found in any regular file', () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `e-${i}`,
      title: `Title \\"${i}\\" }, {`,
      statements: [{ id: `s-${i}`, text: 'x },{' }],
    }))
    for (const indent of [0, 1, '\t']) {
      const bytes = encode(JSON.stringify({ events, revisions: [] }, null, indent))
      const splitter = openStorySplitter()
      splitter.guess()
      for (const piece of cut(bytes, [2_000, 2_000])) splitter.push(piece)
      expect(splitter.hasGuessed).toBe(true)
      expect(splitter.end()).toEqual(split([bytes]))
    }
  })

  function isAllJson(bytes: Uint8Array, { starts, ends }: SplitStory): boolean {
    return [...starts].every((start, i) => readWhole(bytes.subarray(start, ends[i])) !== null)
  }
})

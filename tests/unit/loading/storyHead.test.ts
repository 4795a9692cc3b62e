/** Is what stands before the events found without a walk where a walk finds it, and does the walk go on from there? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStorySplitter } from '../../../src/core/story/splitStory.ts'
import { HeadFinder, type FoundHead } from '../../../src/loading/storyHead.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

interface Outcome {
  readonly found: FoundHead | 'unknown' | null
  readonly pushedBytes: number
}

/** Until it is found, in pieces of these lengths and the rest. */
function find(bytes: Uint8Array<ArrayBuffer>, lengths: readonly number[] = []): Outcome {
  const finder = new HeadFinder(() => 0)
  let at = 0
  for (const length of [...lengths, bytes.length]) {
    const piece = bytes.slice(at, at + length)
    at = Math.min(at + length, bytes.length)
    const found = finder.push(piece)
    if (found !== null || at === bytes.length) return { found, pushedBytes: at }
  }
  return { found: null, pushedBytes: at }
}

function foundIn(text: string): FoundHead {
  const { found } = find(encode(text))
  if (found === null || found === 'unknown') throw new Error(`${found} in ${text}`)
  return found
}

/** What may stand in a head: also what looks like the list, deeper or in texts. */
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', '"events":[', '\\', 'é', '\u{1f4f0}', 7, null, true, [], ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('events', 'title', 'é'), tie('value'), { maxKeys: 3 }),
  ),
})).value

const file = fc
  .tuple(
    fc.dictionary(fc.constantFrom('format', 'story', 'actors'), value, { maxKeys: 3 }),
    fc.array(value, { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('revisions', 'notes'), value, { maxKeys: 2 }),
    fc.constantFrom(undefined, 1, '\t'),
    fc.constantFrom('', ' \n', '\ufeff'),
  )
  .map(
    ([before, events, after, indent, start]) =>
      start + JSON.stringify({ ...before, events, ...after }, null, indent),
  )

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 })

describe('what stands before the events', () => {
  it('ends where a walk over every byte finds their list, however the file is cut', () => {
    let count = 0
    fc.assert(
      fc.property(file, lengths, (text, cuts) => {
        const bytes = encode(text)
        const walk = openStorySplitter()
        walk.push(bytes)
        const walked = walk.frameSoFar()
        const { found } = find(bytes, cuts)
        if (found === null || found === 'unknown' || walked === null) return
        count++
        expect(decode(found.frameBytes)).toBe(decode(walked))
        expect(found.json).toEqual(JSON.parse(decode(walked)))
      }),
      { numRuns: 500 },
    )
    expect(count).toBeGreaterThan(200)
  })

  it('leaves the rest to the walk, which then splits the file as it would have', () => {
    fc.assert(
      fc.property(file, lengths, (text, cuts) => {
        const bytes = encode(text)
        const { found } = find(bytes, cuts)
        if (found === null || found === 'unknown') return
        const whole = openStorySplitter()
        whole.push(bytes)
        const goingOn = openStorySplitter()
        goingOn.beginAfter(bytes.slice(0, found.endByte))
        expect(decode(goingOn.frameSoFar() ?? bytes)).toBe(decode(found.frameBytes))
        expect(goingOn.neededFromByte).toBe(found.endByte)
        goingOn.push(bytes.slice(found.endByte))
        expect(goingOn.end()).toEqual(whole.end())
      }),
      { numRuns: 300 },
    )
  })

  it('is told as soon as the bracket has come', () => {
    const text = '{"format":1,"actors":[],"events" : [{"id":"e1"}]}'
    const bracket = text.indexOf('[{') + 1
    for (let first = 1; first < text.length; first++) {
      const { found, pushedBytes } = find(encode(text), [first, ...Array<number>(text.length).fill(1)])
      expect(found).toMatchObject({ endByte: bracket })
      expect(pushedBytes).toBe(Math.max(first, bracket))
    }
  })

  it('may hold lists of the same name, and texts that look like one', () => {
    const head = '{"story":{"events":[1]},"note":"\\"events\\":[","actors":[{"events":[]}],'
    expect(foundIn(`${head}"events":[{"id":"e1"}]}`).endByte).toBe(`${head}"events":[`.length)
  })

  it('is left to a walk where too much looks like the list', () => {
    const head = '{"a":{"events":[1]},"b":{"events":[1]},"c":{"events":[1]},"d":{"events":[1]},'
    expect(find(encode(`${head}"events":[]}`)).found).toBe('unknown')
  })

  it.each(['[{"events":[1]}]', '<!doctype html>', '"events":[', '\ufeff{"events":[]}'])(
    'is left to a walk where the file is no plain object: %s',
    (text) => expect(find(encode(text)).found).toBe('unknown'),
  )

  it('is left to a walk where it is long in coming', () => {
    let ms = 0
    const finder = new HeadFinder(() => ms)
    const found = ['{"format":1,', '"actors":[]', ','].map((text) => {
      const outcome = finder.push(encode(text))
      ms += 150
      return outcome
    })
    expect(found).toEqual([null, null, 'unknown'])
    expect(finder.pieces).toHaveLength(3)
  })

  it('is not found where there is no list of events', () => {
    for (const text of ['{}', '{"format":1,"events":{}}', '{"format":1,"event":[]}', '{"\\u0065vents":[]}'])
      expect(find(encode(text)).found).toBeNull()
  })
})

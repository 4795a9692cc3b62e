/** Does reading along the text of an item give what JSON.parse and the check of clean items give, wherever it gives anything? */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { textOf, unitsOf } from '../../../src/core/base/textUnits.ts'
import { compileCheck } from '../../../src/core/story/compileCheck.ts'
import { compileScan, REFUSED, Tape } from '../../../src/core/story/compileScan.ts'
import { eventFile } from '../../../src/core/story/storyFile.ts'
import { makeEvent } from '../../fixtures/makeStory.ts'

const { fields, scan } = compileScan(eventFile)
const isClean = compileCheck(eventFile)
const mythos = JSON.parse(readFileSync('data/mythos-access.json', 'utf8')) as {
  readonly events: readonly object[]
}
const samples: readonly object[] = [...mythos.events, makeEvent(1, {}), makeEvent(2, { date: null })]

/** [path, text] of everything on the tape; null: refused. */
function scanned(text: string): readonly (readonly [string, string])[] | null {
  // Something before and after, as in a list.
  const units = unitsOf(`[ ${text},"`)
  const tape = new Tape()
  const end = scan(units, 2, tape)
  if (end === REFUSED) return null
  expect(end).toBe(2 + text.length)
  return Array.from({ length: tape.length }, (_, i) => {
    const [field = 0, from = 0, to = 0] = tape.entries.subarray(3 * i, 3 * i + 3)
    return [fields[field] ?? '', to > from ? textOf(units, from, to) : String(from)] as const
  })
}

/** All texts of an item with their paths, in order; a choice is one too. */
function textsIn(json: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof json === 'string') return [[path, json]]
  if (Array.isArray(json)) return json.flatMap((entry) => textsIn(entry, path))
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => textsIn(value, path === '' ? key : `${path}.${key}`))
}

/** Fields whose text is not on the tape, but its position among the choices. */
const choices = ['kind', 'date.derived', 'standing.is', 'accounts.standing', 'statements.form']
const moreChoices = ['statements.wording', 'statements.record', 'relations.is']

describe('a clean event', () => {
  it('is read along its text, every one of ours that is written without escapes', () => {
    for (const sample of samples) {
      const text = JSON.stringify(sample)
      expect([text, scanned(text) === null]).toEqual([text, text.includes('\\')])
    }
  })

  it('has its texts on the tape, in their order', () => {
    for (const sample of samples) {
      const tape = scanned(JSON.stringify(sample))
      if (tape === null) continue
      const texts = textsIn(sample).filter(([path]) => ![...choices, ...moreChoices].includes(path))
      const paths = new Set(texts.map(([path]) => path))
      expect(tape.filter(([path, text]) => paths.has(path) && text !== '-1')).toEqual(texts)
    }
  })

  it('may have white space wherever JSON allows it', () => {
    for (const sample of samples) {
      const dense = JSON.stringify(sample)
      if (dense.includes('\\')) continue
      const wide = JSON.stringify(sample, null, '\t').replaceAll('\n', '\r\n ')
      expect(scanned(wide)?.map(([path]) => path)).toEqual(scanned(dense)?.map(([path]) => path))
    }
  })
})

describe('what is read along its text', () => {
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

  it('is clean JSON, whatever slips are in it', () => {
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
          const units = unitsOf(`${text}]`)
          const end = scan(units, 0, new Tape())
          if (end === REFUSED) return
          const json = JSON.parse(text.slice(0, end)) as unknown
          expect(isClean(json)).toBe(true)
        },
      ),
      { numRuns: 4000 },
    )
  })

  it('has each field once', () => {
    expect(scanned('{"note":"a","note":"b"}')).toBeNull()
  })
})

it('a schema with a part that is not known cannot be compiled', () => {
  expect(() => compileScan(v.strictObject({ a: v.number() }))).toThrow('does not know')
  expect(() => compileScan(v.strictObject({ a: v.pipe(v.string(), v.email()) }))).toThrow('does not know')
  expect(() => compileScan(v.strictObject({ a: v.pipe(v.string(), v.regex(/^a|b$/)) }))).toThrow(
    'does not know',
  )
  expect(() => compileScan(v.strictObject({ a: v.optional(v.string(), 'b') }))).toThrow('does not know')
})

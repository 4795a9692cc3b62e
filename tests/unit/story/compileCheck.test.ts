/** Is an item called clean just where inspectFields and valibot, asked themselves, find nothing to do? */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { compileCheck } from '../../../src/core/story/compileCheck.ts'
import { inspectFields } from '../../../src/core/story/inspectFields.ts'
import { openReport } from '../../../src/core/story/problem.ts'
import {
  actorSchema,
  eventFile,
  revisionFile,
  sourceSchema,
  storyHead,
} from '../../../src/core/story/storyFile.ts'
import { MAX_LIST_LENGTH, MAX_TEXT_LENGTH } from '../../../src/core/story/storyLimits.ts'
import { validSchema } from '../../../src/core/story/validSchema.ts'
import { makeStoryFile } from '../../fixtures/makeStory.ts'

interface Sample {
  readonly name: string
  readonly schema: v.GenericSchema
  readonly item: unknown
}

/** The two slow readers together: does the item pass, without a word, as it is? */
function passesAsItIs(schema: v.GenericSchema, item: unknown): boolean {
  const report = openReport('')
  const result = v.safeParse(validSchema(schema), inspectFields(schema, item, report))
  return result.success && report.problems.length === 0 && isDeepStrictEqual(result.output, item)
}

function samplesOf(file: Record<string, unknown>, name: string): readonly Sample[] {
  const list = (field: string, schema: v.GenericSchema) =>
    ((file[field] ?? []) as readonly unknown[]).map((item, i) => ({
      name: `${name} ${field}[${i}]`,
      schema,
      item,
    }))
  return [
    { name: `${name} story`, schema: storyHead, item: file['story'] },
    ...list('actors', actorSchema),
    ...list('sources', sourceSchema),
    ...list('events', eventFile),
    ...list('revisions', revisionFile),
  ]
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

const mythos = samplesOf(readJson('data/mythos-access.json'), 'mythos-access')
const made = samplesOf(copyOf(makeStoryFile()) as Record<string, unknown>, 'makeStory')
const hostile = samplesOf(readJson('tests/fixtures/hostileStory.json'), 'hostileStory')
const samples = [...mythos, ...made, ...hostile]

/** Fields and entries of a JSON value, at every depth, as paths. */
function pathsIn(json: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => [[...at, key], ...pathsIn(value, [...at, key])])
}

function valueAt(json: unknown, path: readonly string[]): unknown {
  return path.reduce((holder, key) => (holder as Record<string, unknown>)[key], json)
}

function copyOf(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json))
}

/** Values that are right somewhere, nearly right, or right nowhere. */
const words = ['text', 'a-b', 'A-b', 'a--b', 'en', 'en-GB', 'reported', 'act', 'read', '__proto__']
const badlyCut = [' text', 'text\u00a0', ' ', '', 'x'.repeat(MAX_TEXT_LENGTH + 1)]
const long = ['x'.repeat(80), 'x'.repeat(81), 'x'.repeat(MAX_TEXT_LENGTH)]
const authors = [[{ family: 'Doe', given: 'Jo' }, { literal: 'Jo' }], [{ family: 'Doe', literal: 'Jo' }]]
const lists = [[], ['a-b'], ['a-b', ' '], [{ source: 'a-b' }], ...authors]
const longLists = [MAX_LIST_LENGTH, MAX_LIST_LENGTH + 1].map((length) => Array.from({ length }, () => 'a'))
const objects = [{}, { edtf: '2020' }, { literal: 'Jo' }, { is: 'reported' }]
const pieces = [...words, ...badlyCut, ...long, ...lists, ...longLists, ...objects, null, true, 0]
const names = ['note', 'outside', 'aliases', 'author', 'sources', 'nope', '__proto__', 'constructor', '']
interface Change {
  readonly where: number
  readonly what: string
  readonly value: unknown
  readonly name: string
}

const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(),
  what: fc.oneof(fc.constantFrom('remove', 'add', 'repeat', 'move'), fc.constant('replace')),
  value: fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 4 }, fc.jsonValue()),
  name: fc.constantFrom(...names),
})

/** `item` with one field or entry removed, replaced, repeated, moved to the end, or with a field added beside it. */
function applyChange(item: unknown, { where, what, name, ...change }: Change): unknown {
  const value = copyOf(change.value)
  const paths = pathsIn(item)
  const path = paths[where % paths.length]
  if (!path) return value
  const holder = valueAt(item, path.slice(0, -1)) as Record<string, unknown> | unknown[]
  const key = path.at(-1) ?? ''
  const own = valueAt(item, path)
  if (Array.isArray(holder)) {
    if (what === 'remove') holder.splice(Number(key), 1)
    else if (what === 'repeat') holder.push(copyOf(own))
    else holder[Number(key)] = value
  } else if (what === 'remove') delete holder[key]
  else if (what === 'move') {
    delete holder[key]
    putField(holder, key, own)
  } else putField(holder, what === 'add' ? name : key, value)
  return item
}

/** As JSON.parse would: also a field named __proto__ is one of its own. */
function putField(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true })
}

describe('an item is called clean just where valibot and inspectFields leave it as it is', () => {
  const checks = new Map(
    [...new Set(samples.map(({ schema }) => schema))].map((schema) => [schema, compileCheck(schema)]),
  )

  it('in the files that we have', () => {
    for (const { name, schema, item } of samples) {
      expect(`${name} ${checks.get(schema)?.(item)}`).toBe(`${name} ${passesAsItIs(schema, item)}`)
    }
    expect([...mythos, ...made].filter(({ schema, item }) => !checks.get(schema)?.(item))).toEqual([])
  })

  it('with changes of any kind', () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 3 })
    let cleanCount = 0
    fc.assert(
      fc.property(fc.constantFrom(...samples), changes, ({ schema, item }, list) => {
        const changed = list.reduce(applyChange, copyOf(item))
        const isClean = checks.get(schema)?.(changed)
        if (isClean === true) cleanCount++
        expect(isClean).toBe(passesAsItIs(schema, changed))
      }),
      { numRuns: 4000 },
    )
    expect(cleanCount).toBeGreaterThan(400) // else the property would say little
  })

  it('for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const [schema, isClean] of checks) expect(isClean(json)).toBe(passesAsItIs(schema, json))
      }),
    )
  })
})

describe('a schema', () => {
  it('inside whose pipe is another pipe is held to both', () => {
    const isClean = compileCheck(v.pipe(v.pipe(v.string(), v.minLength(2)), v.maxLength(3)))
    expect(['a', 'ab', 'abc', 'abcd'].map(isClean)).toEqual([false, true, true, false])
  })

  const form = (name: string) => v.strictObject({ [name]: v.string() })
  it.each<[string, v.GenericSchema]>([
    ['a kind of value that is not known', v.number()],
    [
      'a kind of value that is not known, further down',
      v.strictObject({ list: v.array(v.nullish(v.string())) }),
    ],
    ['an action that is not known', v.pipe(v.string(), v.email())],
    ['an object that lets other fields through', v.object({})],
    ['a value for a field that is missing', v.strictObject({ a: v.optional(v.string(), 'x') })],
    ['a value for a field that is bad', v.strictObject({ a: v.fallback(v.string(), 'x') })],
    [
      'forms that may both fit',
      v.union([form('a'), v.strictObject({ a: v.optional(v.string()), b: v.optional(v.string()) })]),
    ],
    ['forms that are no objects', v.union([v.string(), v.boolean()])],
  ])('with %s cannot be compiled', (_, schema) => {
    expect(() => compileCheck(schema)).toThrow('does not know')
  })
})

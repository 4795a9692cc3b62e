/** Which schemas can be read along their bytes? What their nodes say is held by tests/unit/loading/eventScanner.test.ts. */
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { compileScan, type ScanProgram } from '../../../src/core/story/compileScan.ts'
import { eventFile } from '../../../src/core/story/storyFile.ts'

const kinds = { text: 1, words: 2, object: 3, list: 4, nullable: 5 }

function compile(schema: v.GenericSchema): ScanProgram {
  return compileScan(schema, kinds, () => 0)
}

it('a schema with a part that is not known cannot be compiled', () => {
  expect(() => compile(v.strictObject({ a: v.number() }))).toThrow('does not know')
  expect(() => compile(v.strictObject({ a: v.pipe(v.string(), v.email()) }))).toThrow('does not know')
  expect(() => compile(v.strictObject({ a: v.pipe(v.string(), v.regex(/^a|b$/)) }))).toThrow('does not know')
  expect(() => compile(v.strictObject({ a: v.pipe(v.string(), v.minLength(2)) }))).toThrow('does not know')
  expect(() => compile(v.strictObject({ a: v.optional(v.string(), 'b') }))).toThrow('does not know')
})

it('every field of an event is asked for what it is', () => {
  const asked = new Set<string>()
  compileScan(eventFile, kinds, (path) => {
    asked.add(path)
    return 0
  })
  for (const path of ['', 'id', 'date', 'date.edtf', 'statements', 'statements.chain.source', 'relations.to'])
    expect(asked).toContain(path)
})

it('each place in a program is one of its words, and leads into it', () => {
  const { bytes, places } = compile(eventFile)
  const view = new DataView(bytes.buffer)
  expect(places[0]).toBe(0)
  for (const place of places) {
    expect(place % 4).toBe(0)
    expect(view.getUint32(place, true)).toBeLessThan(bytes.length)
  }
})

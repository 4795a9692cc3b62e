/** Is every stretch of memory found that can be handed over, once, and nothing else? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buffersOf } from '../../../src/loading/buffersOf.ts'

it('all columns of a value are found, however deep, in objects and in lists', () => {
  const [a, b, c] = [new Uint8Array(3), new Float64Array(2), new Uint32Array(1)]
  expect(buffersOf({ a, inner: { b, list: [[c], 'text', null, undefined, 7] }, again: { a } })).toEqual([
    a.buffer,
    b.buffer,
    c.buffer,
  ])
  expect(buffersOf(a)).toEqual([a.buffer])
})

it('two views of one stretch give it once: it can be handed over once', () => {
  const bytes = new Uint8Array(8)
  const found = buffersOf({
    first: bytes.subarray(0, 4),
    second: bytes.subarray(4),
    words: new Uint32Array(bytes.buffer),
  })
  expect(found).toHaveLength(1)
  expect(found[0]).toBe(bytes.buffer)
})

it('nothing else is taken: memory that is shared, maps, sets, functions, dates', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(4))
  const values = [
    shared,
    new Map([[1, new Uint8Array(2)]]),
    new Set([new Uint8Array(2)]),
    () => 1,
    new Date(0),
    'x',
    3,
  ]
  expect(buffersOf(values)).toEqual([])
  for (const value of [null, undefined, true]) expect(buffersOf(value)).toEqual([])
})

it('of any value that JSON can hold there is none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(buffersOf(value)).toEqual([])
    }),
  )
})

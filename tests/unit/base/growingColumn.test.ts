/** Does a column of unknown length come out as it was put in, however much it grew? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GrowingColumn } from '../../../src/core/base/growingColumn.ts'

describe('a growing column', () => {
  /** Single values and whole lists, in any order. */
  const pushes = fc.array(fc.oneof(fc.nat(), fc.array(fc.nat(), { maxLength: 3000 })), { maxLength: 40 })

  it('holds what was pushed, one by one or in lists, in its order', () => {
    fc.assert(
      fc.property(pushes, (list) => {
        const column = new GrowingColumn((length) => new Float64Array(length))
        for (const pushed of list) {
          if (typeof pushed === 'number') column.push(pushed)
          else column.pushAll(pushed)
        }
        const expected = list.flat()
        expect(column.length).toBe(expected.length)
        expect([...column.close()]).toEqual(expected)
      }),
    )
  })

  it('can be read while it grows, and has nothing beyond its length', () => {
    const column = new GrowingColumn((length) => new Uint32Array(length))
    for (let i = 0; i < 5000; i++) {
      expect(column.at(i)).toBeUndefined()
      column.push(i * 3)
      expect(column.at(i)).toBe(i * 3)
    }
    expect([column.at(0), column.at(4999), column.at(5000)]).toEqual([0, 14_997, undefined])
  })

  it('when closed lies in a buffer of its own length, in the kind of numbers asked for', () => {
    const column = new GrowingColumn((length) => new Uint8Array(length))
    column.pushAll([1, 2, 300])
    const closed = column.close()
    expect(closed).toEqual(Uint8Array.of(1, 2, 44))
    expect(closed.buffer.byteLength).toBe(3)
    expect(new GrowingColumn((length) => new Float64Array(length)).close()).toEqual(new Float64Array(0))
  })

  it('that is taken begins anew, and what was taken stays as it was', () => {
    const column = new GrowingColumn((length) => new Uint32Array(length))
    column.pushAll([1, 2, 3])
    const taken = column.take()
    expect([column.length, column.at(0)]).toEqual([0, undefined])
    column.push(9)
    expect([...taken]).toEqual([1, 2, 3])
    expect([...column.close()]).toEqual([9])
  })
})

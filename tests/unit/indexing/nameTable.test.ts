/** Is it known who has a name, whichever batch of the file was read first? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holderOf, NameClaimer, type NameClaims } from '../../../src/core/indexing/nameClaims.ts'
import { hashName } from '../../../src/core/indexing/nameHash.ts'
import { NameTable, rowNamed } from '../../../src/core/indexing/nameTable.ts'
import { eventOfHolder } from '../../../src/core/story/eventIds.ts'

const EVENTS = 2 ** 30
const name = fc.integer({ min: 0, max: 30 }).map((i) => `name-${i}`)
/** [event] the names that it would like to have. */
const anyWishes = fc.array(fc.array(name, { maxLength: 3 }), { minLength: 1, maxLength: 30 })

/** As eventIds.ts asks for them: each that is free is taken. */
function claim(claimer: NameClaimer, wishes: readonly (readonly string[])[], firstIndex: number): NameClaims {
  wishes.forEach((names, i) =>
    names.forEach((wish, slot) => {
      if (claimer.get(wish) === undefined) claimer.set(wish, slot * EVENTS + firstIndex + i)
    }),
  )
  return claimer.take()
}

function firstHolders(wishes: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>()
  wishes.forEach((names, i) =>
    names.forEach((wish, slot) => {
      if (!holders.has(wish)) holders.set(wish, slot * EVENTS + i)
    }),
  )
  return holders
}

describe('claims of a batch', () => {
  it('are answered as a map answers, and forgotten after it', () => {
    const claimer = new NameClaimer()
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        claimer.start([])
        const claims = claim(claimer, wishes, 0)
        const expected = [...firstHolders(wishes)]
        expect([...claims.places]).toEqual(expected.map(([wish]) => hashName(wish).place))
        expect(
          [...claims.indexes].map((index, i) => holderOf({ index, slot: claims.slots[i] ?? 0 })),
        ).toEqual(expected.map(([, holder]) => holder))
        for (const [wish] of expected) expect(claimer.get(wish)).toBeUndefined()
      }),
    )
  })

  it('may be many', () => {
    const claimer = new NameClaimer()
    claimer.start([])
    for (let i = 0; i < 40_000; i++) claimer.set(`id-${i}`, i)
    for (let i = 0; i < 40_000; i += 7) expect(claimer.get(`id-${i}`)).toBe(i)
    expect(claimer.get('id-40000')).toBeUndefined()
  })

  it('meet the names that others have', () => {
    const claimer = new NameClaimer()
    claimer.start([{ ...hashName('old'), holder: 7 }])
    expect(claimer.get('old')).toBe(7)
    claimer.set('new', 8)
    claimer.take()
    claimer.start([])
    expect(claimer.get('old')).toBeUndefined()
  })
})

describe('the table of all names', () => {
  it('gives each name to the first in the file, and tells of every event that loses one to another batch', () => {
    fc.assert(
      fc.property(anyWishes, fc.integer({ min: 1, max: 6 }), fc.array(fc.nat()), (wishes, length, keys) => {
        const claimer = new NameClaimer()
        const batches: NameClaims[] = []
        for (let from = 0; from < wishes.length; from += length) {
          claimer.start([])
          batches.push(claim(claimer, wishes.slice(from, from + length), from))
        }
        const table = new NameTable()
        const arrival = batches
          .map((claims, i) => ({ claims, key: keys[i] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
        for (const { claims } of arrival) table.add(claims)
        const losers = table
          .settle()
          .map(({ place, loserIndex }) => `${place} in ${Math.floor(loserIndex / length)}`)
        const expected = firstHolders(wishes)
        for (const [wish, holder] of expected) {
          const found = table.holderOf(hashName(wish))
          expect(found === null ? null : holderOf(found)).toBe(holder)
        }
        expect(table.holderOf(hashName('nobody'))).toBeNull()
        const losing = wishes.flatMap((names, i) =>
          names.flatMap((wish) => {
            const winner = (expected.get(wish) ?? 0) % EVENTS
            const [own, first] = [Math.floor(i / length), Math.floor(winner / length)]
            return own === first ? [] : [`${hashName(wish).place} in ${own}`]
          }),
        )
        expect(new Set(losers)).toEqual(new Set(losing))
      }),
      { numRuns: 500 },
    )
  })

  it('becomes columns in which rows are found by name', () => {
    const count = 5_000
    const claimer = new NameClaimer()
    claimer.start([])
    for (let i = 0; i < count; i++) claimer.set(`event-${i}`, i)
    const table = new NameTable()
    table.add(claimer.take())
    expect(table.settle()).toEqual([])
    const rows = Int32Array.from({ length: count }, (_, i) => (i % 10 === 3 ? -1 : count - 1 - i))
    const columns = table.close(rows)
    for (let i = 0; i < count; i++)
      expect(rowNamed(columns, `event-${i}`)).toBe(i % 10 === 3 ? null : count - 1 - i)
    expect(rowNamed(columns, 'nobody')).toBeNull()
  })
})

it('a holder is numbered as eventIds.ts numbers it', () => {
  expect(eventOfHolder(holderOf({ index: 12, slot: 3 }))).toBe(12)
  expect(eventOfHolder(holderOf({ index: 12, slot: 5_000 }))).toBeNull()
})

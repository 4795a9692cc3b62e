/** Is the sequence of shown events the same as the plain list of them? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { ShownRows } from '../../../src/core/indexing/shownRows.ts'

/** Stretches of rows that match alike: few and many shown, over several of the blocks that are counted. */
const anyMatches = fc
  .array(
    fc.record({
      pattern: fc.array(fc.constantFrom(MATCH.none, MATCH.possible, MATCH.certain), {
        minLength: 1,
        maxLength: 7,
      }),
      times: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 10 },
  )
  .map((parts) =>
    Uint8Array.from(parts.flatMap(({ pattern, times }) => Array(times).fill(pattern).flat() as number[])),
  )

const shownIn = (matches: Uint8Array): readonly number[] =>
  [...matches.keys()].filter((row) => matches[row] !== MATCH.none)

/** Rows to ask for: inside, at the ends, and outside. */
const rowsToAsk = (matches: Uint8Array, some: readonly number[]): readonly number[] => [
  ...some.map((share) => Math.floor(share * matches.length)),
  -5,
  -1,
  0,
  1,
  1023,
  1024,
  1025,
  matches.length - 1,
  matches.length,
  matches.length + 2000,
]
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })

describe('shown rows', () => {
  it('are as many as match, surely or perhaps, and know which they are', () => {
    fc.assert(
      fc.property(anyMatches, shares, (matches, some) => {
        const rows = new ShownRows(matches)
        const plain = shownIn(matches)
        expect(rows.length).toBe(plain.length)
        expect(rows.possible).toBe(plain.filter((row) => matches[row] === MATCH.possible).length)
        for (const row of rowsToAsk(matches, some)) expect(rows.has(row)).toBe(plain.includes(row))
      }),
    )
  })

  it('know how many stand before any row', () => {
    fc.assert(
      fc.property(anyMatches, shares, (matches, some) => {
        const rows = new ShownRows(matches)
        const plain = shownIn(matches)
        for (const row of rowsToAsk(matches, some))
          expect(rows.countBefore(row)).toBe(plain.filter((other) => other < row).length)
      }),
    )
  })

  it('can be asked for by position, and have none outside', () => {
    fc.assert(
      fc.property(anyMatches, shares, (matches, some) => {
        const rows = new ShownRows(matches)
        const plain = shownIn(matches)
        const positions = [...some.map((share) => Math.floor(share * plain.length)), -1, 0, plain.length - 1]
        for (const position of [...positions, plain.length, plain.length + 1])
          expect(rows.at(position)).toBe(plain[position] ?? null)
        for (const row of plain.filter((_, i) => i % 97 === 0))
          expect(rows.at(rows.countBefore(row))).toBe(row)
      }),
    )
  })

  it('lead from any row, shown or not, to the nearest before and after', () => {
    fc.assert(
      fc.property(anyMatches, shares, (matches, some) => {
        const rows = new ShownRows(matches)
        const plain = shownIn(matches)
        for (const row of rowsToAsk(matches, some)) {
          expect(rows.next(row, 1)).toBe(plain.find((other) => other > row) ?? null)
          expect(rows.next(row, -1)).toBe(plain.findLast((other) => other < row) ?? null)
        }
      }),
    )
  })

  it('give any part of themselves as a list', () => {
    fc.assert(
      fc.property(anyMatches, fc.nat({ max: 3000 }), fc.nat({ max: 400 }), (matches, from, count) => {
        expect(new ShownRows(matches).slice(from, from + count)).toEqual(
          shownIn(matches).slice(from, from + count),
        )
      }),
    )
  })

  it('of a story without events, or of which none matches, are none', () => {
    for (const matches of [new Uint8Array(0), new Uint8Array(3000)]) {
      const rows = new ShownRows(matches)
      expect([rows.length, rows.at(0), rows.next(0, 1), rows.next(2999, -1)]).toEqual([0, null, null, null])
      expect(rows.slice(0, 9)).toEqual([])
    }
  })
})

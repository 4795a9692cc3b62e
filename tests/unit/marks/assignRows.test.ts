/** Which row does each label get? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignRows, type RowClaim } from '../../../src/core/marks/assignRows.ts'

const claim = (startPx: number, endPx: number, changes: Partial<RowClaim> = {}): RowClaim => ({
  startPx,
  endPx,
  anchorPx: startPx,
  hasLine: false,
  ...changes,
})
const rowsOf = (...asked: Parameters<typeof assignRows>) => assignRows(...asked).rows
const rules = { gapPx: 10, stairPx: 0, maxRows: 8 }

describe('labels', () => {
  it('that do not touch share a row; ten px is enough', () => {
    expect(rowsOf([claim(0, 90), claim(100, 190)], rules)).toEqual([0, 0])
    expect(rowsOf([claim(0, 91), claim(100, 190)], rules)).toEqual([0, 1])
  })

  it('take the first row that is free again', () => {
    expect(rowsOf([claim(0, 300), claim(50, 100), claim(120, 200), claim(310, 400)], rules)).toEqual([
      0, 1, 1, 0,
    ])
  })

  it('that find no free row get none', () => {
    expect(rowsOf([claim(0, 100), claim(10, 100), claim(20, 100)], { ...rules, maxRows: 2 })).toEqual([
      0,
      1,
      null,
    ])
  })

  it('without an end keep their row to themselves', () => {
    expect(rowsOf([claim(0, Infinity), claim(900, 910)], rules)).toEqual([0, 1])
    expect(rowsOf([claim(-Infinity, 50), claim(-Infinity, 50)], rules)).toEqual([0, 1])
  })
})

describe('neighbours nearer than the stair', () => {
  const stair = { ...rules, stairPx: 48 }

  it('go down one row each, though the first row were free', () => {
    expect(rowsOf([claim(0, 20), claim(40, 60), claim(80, 100)], stair)).toEqual([0, 1, 2])
  })

  it('start again at the top when the next stands farther away', () => {
    expect(rowsOf([claim(0, 20), claim(40, 60), claim(88, 100)], stair)).toEqual([0, 1, 0])
  })

  it('take any free row when the stair has come to the bottom', () => {
    expect(rowsOf([claim(0, 20), claim(40, 60), claim(80, 100)], { ...stair, maxRows: 2 })).toEqual([0, 1, 0])
  })
})

it('a mark with a line down stands below every label that the line would cross', () => {
  const line = claim(50, 70, { hasLine: true })
  expect(rowsOf([claim(0, 20), claim(0, 300), claim(5, 300), line], { ...rules, stairPx: 0 })).toEqual([
    0, 1, 2, 3,
  ])
  expect(rowsOf([claim(0, 300), claim(50, 70)], rules)).toEqual([0, 1])
  expect(rowsOf([claim(0, 10), claim(50, 70, { hasLine: true })], rules)).toEqual([0, 0])
})

describe('whatever the labels', () => {
  const anyClaims = fc
    .array(
      fc.record({ startPx: fc.nat({ max: 2000 }), lengthPx: fc.nat({ max: 300 }), hasLine: fc.boolean() }),
      { maxLength: 60 },
    )
    .map((list) =>
      list
        .sort((a, b) => a.startPx - b.startPx)
        .map(({ startPx, lengthPx, hasLine }) => claim(startPx, startPx + lengthPx, { hasLine })),
    )
  const anyRules = fc.record({
    gapPx: fc.nat({ max: 20 }),
    stairPx: fc.constantFrom(0, 48),
    maxRows: fc.integer({ min: 1, max: 8 }),
  })

  it('no two in one row overlap, in any order', () => {
    fc.assert(
      fc.property(
        anyClaims.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        anyRules,
        ([sorted, shuffled], any) => {
          for (const claims of [sorted, shuffled]) {
            const rows = rowsOf(claims, any)
            claims.forEach((a, i) =>
              claims.slice(0, i).forEach((b, j) => {
                if (rows[i] === null || rows[i] !== rows[j]) return
                expect(a.startPx >= b.endPx + any.gapPx || b.startPx >= a.endPx + any.gapPx).toBe(true)
              }),
            )
          }
        },
      ),
    )
  })

  it('no line crosses a label while there are rows below', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const rows = rowsOf(claims, { ...rules, maxRows: 100 })
        claims.forEach(({ anchorPx, hasLine }, i) => {
          if (!hasLine) return
          claims.slice(0, i).forEach((earlier, j) => {
            const isAbove = (rows[j] ?? -1) < (rows[i] ?? -1)
            expect(isAbove || earlier.endPx <= anchorPx).toBe(true)
          })
        })
      }),
    )
  })

  it('every row is one of those that exist', () => {
    fc.assert(
      fc.property(anyClaims, anyRules, (claims, any) => {
        for (const row of rowsOf(claims, any)) {
          if (row === null) continue
          expect(row).toBeGreaterThanOrEqual(0)
          expect(row).toBeLessThan(any.maxRows)
        }
      }),
    )
  })
})

/** Do the arrow keys come to every event or the box that counts it, and never stand still? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { ShownRows } from '../../../src/core/indexing/shownRows.ts'
import { findNextStop } from '../../../src/core/marks/findNeighbour.ts'

interface Box {
  readonly firstRow: number
  readonly lastRow: number
  readonly has: (row: number) => boolean
}

const boxOf = (rows: readonly number[]): Box => ({
  firstRow: rows[0] ?? 0,
  lastRow: rows.at(-1) ?? 0,
  has: (row) => rows.includes(row),
})

const shownOf = (length: number, hidden: readonly number[] = []): ShownRows =>
  new ShownRows(Uint8Array.from({ length }, (_, row) => (hidden.includes(row) ? MATCH.none : MATCH.certain)))

const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i)

describe('a key', () => {
  const boxes = [boxOf([3, 4, 6]), boxOf([8, 9])]
  const stops = { clusters: boxes, shownRows: shownOf(12, [5]) }
  const inView = [0, 1, 2, 3, 7, 8, 10, 11]
  const walk = (from: number, step: 1 | -1): readonly number[] => {
    const rows = [from]
    for (let row = findNextStop(stops, inView, from, step); row !== null && rows.length < 30;) {
      rows.push(row)
      row = findNextStop(stops, inView, row, step)
    }
    return rows
  }

  it('stops at each event, and once at each box, at its first', () => {
    expect(walk(0, 1)).toEqual([0, 1, 2, 3, 7, 8, 10, 11])
    expect(walk(11, -1)).toEqual([11, 10, 8, 7, 3, 2, 1, 0])
  })

  it('passes a box of thousands, to the next button that is there', () => {
    const many = { clusters: [boxOf(upTo(2, 5000))], shownRows: shownOf(5003) }
    expect(findNextStop(many, [0, 1, 2, 5000, 5001, 5002], 2, 1)).toBe(5000)
    expect(findNextStop(many, [0, 1, 2, 5000, 5001, 5002], 5000, -1)).toBe(2)
    // Nothing after it has a button: on past its last one, out of view.
    expect(findNextStop(many, [0, 1, 2], 2, 1)).toBe(5000)
    expect(
      findNextStop({ clusters: [boxOf(upTo(2, 5003))], shownRows: shownOf(5003) }, [0, 1, 2], 2, 1),
    ).toBeNull()
  })
})

describe('walked over with one key, in any story', () => {
  /** Rows in lots: events on their own (0) and boxes (1, 2, 3), mixed as two lanes would mix them. */
  const anyLots = fc.array(fc.constantFrom(0, 0, 1, 2, 3), { minLength: 1, maxLength: 60 })
  const anyHidden = fc.array(fc.nat({ max: 59 }), { maxLength: 10 })

  it('it goes on in its direction, and comes by every event on its own and by every box', () => {
    fc.assert(
      fc.property(anyLots, anyHidden, (lots, hidden) => {
        const shownRows = shownOf(lots.length, hidden)
        const membersOf = (lot: number): readonly number[] =>
          lots.flatMap((other, row) => (other === lot && shownRows.has(row) ? [row] : []))
        const clusters = [1, 2, 3]
          .map(membersOf)
          .filter(({ length }) => length > 0)
          .map(boxOf)
        const expected = [...membersOf(0), ...clusters.map(({ firstRow }) => firstRow)].toSorted(
          (a, b) => a - b,
        )
        for (const step of [1, -1] as const) {
          const walked: number[] = []
          let row = findNextStop({ clusters, shownRows }, expected, step === 1 ? -1 : lots.length, step)
          while (row !== null && walked.length <= lots.length) {
            walked.push(row)
            row = findNextStop({ clusters, shownRows }, expected, row, step)
          }
          expect(step === 1 ? walked : walked.toReversed()).toEqual(expected)
        }
      }),
      { numRuns: 300 },
    )
  })
})

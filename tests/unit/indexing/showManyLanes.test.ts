/** Are the lanes of few among many, found by their ranks, those of a look at every event? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import type { EventIndex, LaneOrder } from '../../../src/core/indexing/eventIndex.ts'
import { rankLanes, showManyLanes } from '../../../src/core/indexing/showManyLanes.ts'
import { showLanes } from '../../../src/core/indexing/shownLanes.ts'
import { howKnownKinds } from '../../../src/core/time/howKnown.ts'

type Lanes = Pick<EventIndex, 'rowCount' | 'lanes'>

/** Each row in any lane, each lane in any two orders, of up to several words of bits. */
const anyLanes = fc
  .array(fc.record({ lane: fc.nat({ max: 3 }), anchor: fc.nat(), end: fc.nat() }), { maxLength: 300 })
  .map((rows): Lanes => {
    const orderOf = (lane: number): LaneOrder => {
      const mine = [...rows.keys()].filter((row) => rows[row]?.lane === lane)
      const by = (key: 'anchor' | 'end'): Uint32Array =>
        Uint32Array.from(mine.toSorted((a, b) => (rows[a]?.[key] ?? 0) - (rows[b]?.[key] ?? 0)))
      const isUndated = howKnownKinds[lane] === 'undated'
      return {
        byAnchor: isUndated ? Uint32Array.from(mine) : by('anchor'),
        byEnd: isUndated ? new Uint32Array(0) : by('end'),
      }
    }
    const lanes = { day: orderOf(0), lasted: orderOf(1), doubt: orderOf(2), undated: orderOf(3) }
    return { rowCount: rows.length, lanes }
  })

/** Rows at these places pass. */
const matchesOf = (rowCount: number, places: readonly number[]): Uint8Array => {
  const matches = new Uint8Array(rowCount)
  for (const place of places)
    if (rowCount > 0) matches[place % rowCount] = place % 3 === 0 ? MATCH.possible : MATCH.certain
  return matches
}

/** After the last step. */
function lastOf<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

describe('the lanes of few events among many', () => {
  it('are what a look at each of them finds, whether few pass or all', () => {
    let few = 0
    fc.assert(
      fc.property(anyLanes, fc.array(fc.nat(), { maxLength: 120 }), (index, places) => {
        const matches = matchesOf(index.rowCount, places)
        const shown = matches.filter((match) => match !== MATCH.none).length
        few += Number(shown * 4 <= index.rowCount && shown > 0)
        const ranks = rankLanes(index)
        const plain = showLanes(index, matches, shown)
        for (const stepRows of [4, 64, undefined])
          expect(lastOf(showManyLanes({ ...index, ranks }, matches, shown, stepRows))).toEqual(plain)
        expect(lastOf(showManyLanes(index, matches, shown))).toEqual(plain)
      }),
      { numRuns: 300 },
    )
    expect(few).toBeGreaterThan(20)
  })

  it('give each row of a lane a place of its own, in the order of the lane', () => {
    fc.assert(
      fc.property(anyLanes, (index) => {
        const { byAnchor, byEnd } = rankLanes(index)
        expect(new Set(byAnchor).size).toBe(index.rowCount)
        expect(new Set(byEnd).size).toBe(index.rowCount)
        for (const { byAnchor: order } of Object.values(index.lanes))
          expect([...order].toSorted((a, b) => (byAnchor[a] ?? 0) - (byAnchor[b] ?? 0))).toEqual([...order])
      }),
    )
  })
})

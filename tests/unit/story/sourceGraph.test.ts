/** Which nodes of a graph lead to one another, and what do some of them lead to? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberCircles, reach } from '../../../src/core/story/sourceGraph.ts'

const arrows = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.array(fc.array(fc.nat(count - 1), { maxLength: 4 }), { minLength: count, maxLength: count }),
  )

describe('circles', () => {
  it('of a line are its nodes, numbered along it', () => {
    expect([...numberCircles([[1], [2], []])]).toEqual([0, 1, 2])
  })

  it('hold all that lead to one another', () => {
    const [a, b, c, d] = numberCircles([[1], [2], [0, 3], []])
    expect([b, c]).toEqual([a, a])
    expect(d).not.toBe(a)
  })

  it('are two nodes that can reach one another, and no others', () => {
    fc.assert(
      fc.property(arrows, (graph) => {
        const circleOf = numberCircles(graph)
        for (let a = 0; a < graph.length; a++) {
          for (let b = 0; b < graph.length; b++) {
            const isBoth = reach(graph, [a]).has(b) && reach(graph, [b]).has(a)
            expect(circleOf[a] === circleOf[b]).toBe(isBoth)
          }
        }
      }),
    )
  })

  it('have smaller numbers than those they lead to', () => {
    fc.assert(
      fc.property(arrows, (graph) => {
        const circleOf = numberCircles(graph)
        graph.forEach((nexts, node) => {
          for (const next of nexts) expect(circleOf[node]).toBeLessThanOrEqual(circleOf[next] ?? -1)
        })
      }),
    )
  })

  it('of a chain of a hundred thousand steps are found', () => {
    const long = Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? [] : [i + 1]))
    expect(new Set(numberCircles(long)).size).toBe(100_000)
  })
})

describe('reach', () => {
  it('goes on by every arrow, and stops where it may not go', () => {
    const graph = [[1], [2], [3], []]
    expect([...reach(graph, [1])]).toEqual([1, 2, 3])
    expect([...reach(graph, [0], (node) => node !== 2)]).toEqual([0, 1])
  })
})

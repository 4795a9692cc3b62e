/** Does a moment find on its path every crossing event that reaches it, and each once? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandOf, nodesOfCrossing, pathOfCell } from '../../../src/core/tiles/spanTree.ts'

const cell = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -4_000_000, max: 4_000_000 }))
const from = fc.oneof({ weight: 4, arbitrary: cell }, fc.constant(-Infinity))
const to = fc.oneof({ weight: 4, arbitrary: cell }, fc.constant(Infinity))

test('a crossing stands on the path of each cell that it reaches, once, and of no other', () => {
  fc.assert(
    fc.property(from, to, cell, (fromCell, toCell, asked) => {
      fc.pre(fromCell <= toCell)
      const nodes = nodesOfCrossing({ fromCell, toCell }, 31)
      const path = pathOfCell(asked, 31)
      const found = nodes.filter((node) =>
        path.some(({ level, node: number }) => level === node.level && number === node.node),
      )
      expect(found).toHaveLength(asked >= fromCell && asked <= toCell ? 1 : 0)
      expect(nodes.length).toBeLessThanOrEqual(2 * 23)
    }),
    { numRuns: 500 },
  )
})

test('a path lies in as many files as it has bands', () => {
  const bands = new Set(pathOfCell(735, 31).map((node) => JSON.stringify(bandOf(node))))
  expect(bands.size).toBe(6)
})

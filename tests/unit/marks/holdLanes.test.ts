/** Does the page below stand still while a zoom takes rows away? */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdLanes } from '../../../src/core/marks/holdLanes.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'

it('no lane is lower than before, none overlaps the next, and rows keep their place in their lane', () => {
  fc.assert(
    fc.property(randomStory(12), randomWindow, randomWindow, (story, first, second) => {
      const before = drawStory(story, { window: first }).layout
      const free = drawStory(story, { window: second }).layout
      const held = holdLanes(free, before.lanes)
      let bottomPx = 0
      held.lanes.forEach((lane, i) => {
        expect(lane.topPx).toBe(bottomPx)
        bottomPx += lane.heightPx
        const was = before.lanes.find(({ kind }) => kind === lane.kind)
        expect(lane.heightPx).toBe(Math.max(was?.heightPx ?? 0, free.lanes[i]?.heightPx ?? 0))
        expect(lane.rowsTopPx - lane.topPx).toBe(
          (free.lanes[i]?.rowsTopPx ?? 0) - (free.lanes[i]?.topPx ?? 0),
        )
      })
      expect(held.heightPx).toBe(bottomPx)
    }),
  )
})

it('a layout whose lanes are high enough stays what it is', () => {
  fc.assert(
    fc.property(randomStory(12), randomWindow, (story, window) => {
      const { layout } = drawStory(story, { window })
      expect(holdLanes(layout, layout.lanes)).toBe(layout)
      expect(holdLanes(layout, [])).toBe(layout)
    }),
  )
})

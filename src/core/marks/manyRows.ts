/** What do very many events need whose rows are all at hand? A part that only such stories need. */
import { findManyInSteps, findManyRows } from '../indexing/findManyRows.ts'
import { rowLanes } from '../indexing/rowLanes.ts'
import { powerOfTwoAbove } from '../time/resolution.ts'
import type { ManyRows } from './layOutEvents.ts'
import { layOutBlocks } from './layOutBlocks.ts'

export const manyRows: ManyRows = {
  layOut: (input) =>
    layOutBlocks(
      { ...input, resolution: powerOfTwoAbove(input.resolution) },
      rowLanes(input.index, input.matches, input.shownLanes),
    ),
  find: findManyRows,
  findInSteps: findManyInSteps,
}

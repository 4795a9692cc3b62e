/** How are very many events laid out whose rows are all at hand? In blocks; a part that only such stories need. */
import { rowLanes } from '../indexing/rowLanes.ts'
import { powerOfTwoAbove } from '../time/resolution.ts'
import type { LayOutMany } from './layOutEvents.ts'
import { layOutBlocks } from './layOutBlocks.ts'

export const layOutMany: LayOutMany = (input) =>
  layOutBlocks(
    { ...input, resolution: powerOfTwoAbove(input.resolution) },
    rowLanes(input.index, input.matches, input.shownLanes),
  )

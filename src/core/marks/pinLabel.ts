/** Where does a label stand that stays in view while its range does? */
import type { Px } from '../time/units.ts'
import type { PlacedLabel } from './placedMark.ts'
import type { StageView } from './stage.ts'

/**
 * Where a label that stays in view with its range begins: over the range's start, then at the window's edge, where it
 * gives up its distance from that edge before it would go past the range's end. As placeMarks has it at rest. With the
 * range's end it goes out of view: a name at the edge says that its event is still there.
 * @param signEndPx as placed; @param insetPx from the edge; @returns px of the stretched stage
 */
export function pinLabel(
  { homeX, widthPx }: Pick<PlacedLabel, 'homeX' | 'widthPx'>,
  signEndPx: Px,
  insetPx: Px,
  { stretch, leftPx }: StageView,
): Px {
  const endPx = signEndPx * stretch
  const latestPx = Math.max(0, endPx - widthPx - leftPx)
  return Math.max(homeX * stretch, Math.min(leftPx + Math.min(insetPx, latestPx), endPx))
}

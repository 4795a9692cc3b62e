/** How does the page below a timeline stand still while it is zoomed? Lanes do not get lower before the motion is over. */
import type { LaneBand, LaneLayout } from './laneLayout.ts'

/** The same layout with every lane at least as high as in `least`; of layouts whose rows do not depend on heights. */
export function holdLanes(layout: LaneLayout, least: readonly LaneBand[]): LaneLayout {
  const leastPx = new Map(least.map(({ kind, heightPx }) => [kind, heightPx]))
  if (layout.lanes.every(({ kind, heightPx }) => heightPx >= (leastPx.get(kind) ?? 0))) return layout
  let bottomPx = 0
  const lanes = layout.lanes.map((lane) => {
    const topPx = bottomPx
    const heightPx = Math.max(lane.heightPx, leastPx.get(lane.kind) ?? 0)
    bottomPx += heightPx
    return { ...lane, topPx, heightPx, rowsTopPx: topPx + lane.rowsTopPx - lane.topPx }
  })
  return { ...layout, lanes, heightPx: bottomPx }
}

/**
 * Where do the boxes stand that count events together?
 * Over the dates they hold, each inside its own bucket, so that neighbours stand clear of each other.
 */
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { lineOf, type LaidCluster, type LaneLayout } from './laneLayout.ts'
import type { PlacedCluster } from './placedMark.ts'

const BOX_PX = { width: 64, height: 24 } as const
/** From one box to the next, where they stand closest. */
const STEP_PX: Px = BOX_PX.width + 4
/** The undated ones have no time to stand at: below the first of their lane, px. */
const UNDATED_X: Px = 12

/** Clusters of which an event lies in the window, and the undated one; lane by lane, by time. */
export function placeClusters(layout: LaneLayout, scale: TimeScale): readonly PlacedCluster[] {
  const clusters = layout.clustersIn(scale.window).map((cluster) => placeCluster(cluster, layout, scale))
  return layout.lanes.flatMap(({ kind }) =>
    pushIntoView(
      clusters.filter(({ lane }) => lane === kind),
      scale,
    ),
  )
}

/**
 * A box that its events pull over an edge stands at that edge. Its neighbours make room: box i of n has i boxes on
 * its left and n - 1 - i on its right. A bucket has room for nearly two boxes, so only the next one moves.
 *
 *       |[ 12 ]    [ 7 ]        the events of 12 that are in view stand at the left edge
 */
function pushIntoView(
  clusters: readonly PlacedCluster[],
  { leftPx, rightPx }: TimeScale,
): readonly PlacedCluster[] {
  return clusters.map((cluster, i) => {
    const latestPx = rightPx - BOX_PX.width - (clusters.length - 1 - i) * STEP_PX
    const x = Math.max(leftPx + i * STEP_PX, Math.min(cluster.box.x, latestPx))
    return { ...cluster, box: { ...cluster.box, x } }
  })
}

function placeCluster(cluster: LaidCluster, layout: LaneLayout, scale: TimeScale): PlacedCluster {
  const lane = layout.lanes.find(({ kind }) => kind === cluster.lane)
  const line = lane === undefined ? null : lineOf(lane, lane.clusterRow ?? 0)
  const y = lane === undefined || line === null ? 0 : lane.rowsTopPx + line.topPx + line.heightPx / 2
  return { ...cluster, y, box: { x: boxX(cluster, scale), y: y - BOX_PX.height / 2, ...BOX_PX } }
}

function boxX({ startMs, endMs, bucket, isEarlier }: LaidCluster, scale: TimeScale): Px {
  if (bucket === null) return scale.leftPx + UNDATED_X
  if (isEarlier) return scale.leftPx
  const middlePx = (scale.timeToPx(startMs) + scale.timeToPx(endMs)) / 2 - BOX_PX.width / 2
  const leftmostPx = scale.timeToPx(bucket.startMs)
  return Math.max(leftmostPx, Math.min(scale.timeToPx(bucket.endMs) - STEP_PX, middlePx))
}

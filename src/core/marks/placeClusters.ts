/**
 * Where do events stand that have no row of their own? Counted, over the dates they hold.
 * A bucket is a fixed stretch of the resolution, so a cluster never changes its members while panning, and the
 * next closer resolution splits it.
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { CivilMs, Px } from '../time/units.ts'
import type { LaneBand, LaneLayout, LayoutInput } from './layOutLanes.ts'
import type { PlacedCluster } from './placedMark.ts'

/** Wide enough for a count, a month and air, px. */
const BUCKET_PX: Px = 128
const BOX_PX = { width: 64, height: 24 } as const
/** From one box to the next, where they stand closest. */
const STEP_PX: Px = BOX_PX.width + 4
/** The undated ones have no time to stand at: below the first of their lane, px. */
const UNDATED_X: Px = 12

/** Clusters of which an event lies in the window, and the undated one; lane by lane, by time. */
export function placeClusters(
  input: LayoutInput,
  layout: LaneLayout,
  scale: TimeScale,
): readonly PlacedCluster[] {
  return layout.lanes.flatMap((lane) =>
    lane.clusterRow === null
      ? []
      : pushIntoView(
          [...bucketsOf(lane, input)]
            .sort(([a], [b]) => a - b)
            .flatMap(([key, rows]) => placeCluster(lane, key, rows, input, scale)),
          scale.widthPx,
        ),
  )
}

/**
 * A box that its events pull over an edge stands at that edge. Its neighbours make room: box i of n has i boxes on
 * its left and n - 1 - i on its right. A bucket has room for nearly two boxes, so only the next one moves.
 *
 *       |[ 12 ]    [ 7 ]        the events of 12 that are in view stand at the left edge
 */
function pushIntoView(clusters: readonly PlacedCluster[], widthPx: Px): readonly PlacedCluster[] {
  return clusters.map((cluster, i) => {
    const latestPx = widthPx - BOX_PX.width - (clusters.length - 1 - i) * STEP_PX
    const x = Math.max(i * STEP_PX, Math.min(cluster.box.x, latestPx))
    return { ...cluster, box: { ...cluster.box, x } }
  })
}

function bucketsOf(lane: LaneBand, input: LayoutInput): ReadonlyMap<number, readonly EventRow[]> {
  const buckets = new Map<number, EventRow[]>()
  const bucketMs = BUCKET_PX * input.resolution
  for (const row of lane.crowdedRows) {
    const bucket = Math.floor(anchorMs(row, input) / bucketMs)
    const rows = buckets.get(bucket)
    if (rows === undefined) buckets.set(bucket, [row])
    else rows.push(row)
  }
  return buckets
}

/** Its start; its end where nobody knows a start; the story's start for neither. */
function anchorMs(row: EventRow, input: LayoutInput): CivilMs {
  const startMs = input.index.startMs[row] ?? NaN
  const endMs = input.index.endMs[row] ?? NaN
  return Number.isFinite(startMs) ? startMs : Number.isFinite(endMs) ? endMs : input.storyStartMs
}

function placeCluster(
  lane: LaneBand,
  bucket: number,
  rows: readonly EventRow[],
  input: LayoutInput,
  scale: TimeScale,
): readonly PlacedCluster[] {
  const anchors = rows.map((row) => anchorMs(row, input))
  // Not spread: one box may count more events than a call takes arguments.
  const startMs = anchors.reduce((a, b) => Math.min(a, b))
  const endMs = anchors.reduce((a, b) => Math.max(a, b))
  const x1 = scale.timeToPx(startMs)
  const x2 = scale.timeToPx(endMs)
  const isUndated = lane.kind === 'undated'
  if (!isUndated && (x2 < 0 || x1 > scale.widthPx)) return []
  // Inside its own bucket, so that the boxes of neighbours stand clear of each other.
  const bucketMs = BUCKET_PX * input.resolution
  const leftmostPx = scale.timeToPx(bucket * bucketMs)
  const rightmostPx = scale.timeToPx((bucket + 1) * bucketMs) - STEP_PX
  const x = isUndated
    ? UNDATED_X
    : Math.max(leftmostPx, Math.min(rightmostPx, (x1 + x2) / 2 - BOX_PX.width / 2))
  const y = lane.rowsTopPx + ((lane.clusterRow ?? 0) + 0.5) * lane.rowPx
  const box = { x, y: y - BOX_PX.height / 2, ...BOX_PX }
  const key = `${lane.kind}-${bucket}`
  return [{ key, lane: lane.kind, rows, isUndated, y, startMs, endMs, box }]
}

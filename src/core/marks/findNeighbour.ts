/** Which event does a key lead to? */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { RowSequence } from '../indexing/shownRows.ts'
import type { LaidCluster, LaneBand } from './laneLayout.ts'
import type { LaneName } from './laneName.ts'
import type { PlacedTimeline } from './placedMark.ts'

/** What stands on the screen, in the order of its buttons. */
interface Stops {
  readonly clusters: readonly Pick<LaidCluster, 'firstRow' | 'lastRow' | 'has'>[]
  readonly shownRows: RowSequence
}

/** A cluster of more events than this is passed by its last one, instead of looking at each. */
const MAX_STEPS = 64

/**
 * The next (+1) or previous (-1) stop in reading order; null at the end. A cluster is one stop, at its first event.
 * @param inView rows that have a button, ascending
 */
export function findNextStop(
  { clusters, shownRows }: Stops,
  inView: readonly EventRow[],
  from: EventRow,
  step: 1 | -1,
): EventRow | null {
  const isCounted = (row: EventRow): boolean =>
    !inView.includes(row) && clusters.some((cluster) => cluster.firstRow !== row && cluster.has(row))
  const inSight = step === 1 ? inView.find((other) => other > from) : inView.findLast((other) => other < from)
  let row = shownRows.next(from, step)
  for (let steps = 0; row !== null && steps < MAX_STEPS; steps++) {
    // A box may stand between two events.
    if (!isCounted(row)) return inSight !== undefined && (inSight - row) * step < 0 ? inSight : row
    row = shownRows.next(row, step)
  }
  // Deep in a cluster: on to the next button in view, or past the cluster's end.
  if (row === null || inSight !== undefined) return inSight ?? null
  const around = clusters.filter(({ has }) => has(row))
  const edge =
    step === 1
      ? Math.max(row, ...around.map(({ lastRow }) => lastRow))
      : Math.min(row, ...around.map(({ firstRow }) => firstRow))
  return shownRows.next(edge, step)
}

/** Where keys stand that go from lane to lane. */
export interface LanePlace {
  readonly row: EventRow
  readonly lane: LaneName
}

/**
 * The event, or the box of counted ones, of the next lane below (+1) or above (-1) that stands nearest; null beyond the
 * last lane. It may be the same event, where that stands in both.
 * @param lanes from top to bottom
 * @param lane where the keys were last; of an event that does not stand there, its first lane is meant
 */
export function findInNextLane(
  lanes: readonly Pick<LaneBand, 'kind'>[],
  { marks, clusters }: Pick<PlacedTimeline, 'marks' | 'clusters'>,
  from: EventRow,
  lane: LaneName | null,
  step: 1 | -1,
): LanePlace | null {
  const stops = [
    ...marks.flatMap(({ isGhost, row, lane: laneOf, box }) => (isGhost ? [] : [{ row, lane: laneOf, box }])),
    ...clusters.map(({ firstRow, lane: laneOf, box }) => ({ row: firstRow, lane: laneOf, box })),
  ]
  const here = stops.filter(({ row }) => row === from)
  const start = here.find((stop) => stop.lane === lane) ?? here[0]
  if (start === undefined) return null
  const distance = ({ box }: (typeof stops)[number]): number =>
    Math.abs(box.x + box.width / 2 - start.box.x - start.box.width / 2)
  for (let i = lanes.findIndex(({ kind }) => kind === start.lane) + step; ; i += step) {
    const next = lanes[i]
    if (next === undefined) return null
    const inLane = stops.filter((stop) => stop.lane === next.kind)
    if (inLane.length === 0) continue
    const nearest = inLane.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best))
    // The same event stands at the same moment, though its label may be cut otherwise.
    const { row } = inLane.find((stop) => stop.row === from) ?? nearest
    return { row, lane: next.kind }
  }
}

/** Which event does a key lead to? */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { RowSequence } from '../indexing/shownRows.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { LaidCluster } from './laneLayout.ts'
import type { PlacedMark } from './placedMark.ts'

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
    clusters.some((cluster) => cluster.firstRow !== row && cluster.has(row))
  let row = shownRows.next(from, step)
  for (let steps = 0; row !== null && steps < MAX_STEPS; steps++) {
    if (!isCounted(row)) return row
    row = shownRows.next(row, step)
  }
  if (row === null) return null
  // Deep in a cluster: on to the next button in view, or past the cluster's end.
  const next = step === 1 ? inView.find((other) => other > from) : inView.findLast((other) => other < from)
  if (next !== undefined) return next
  const around = clusters.filter(({ has }) => has(row))
  const edge =
    step === 1
      ? Math.max(row, ...around.map(({ lastRow }) => lastRow))
      : Math.min(row, ...around.map(({ firstRow }) => firstRow))
  return shownRows.next(edge, step)
}

/** The event of the next lane below (+1) or above (-1) whose sign stands nearest; null beyond the last lane. */
export function findInNextLane(marks: readonly PlacedMark[], from: EventRow, step: 1 | -1): EventRow | null {
  const start = marks.find((mark) => mark.row === from)
  if (start === undefined) return null
  const middleOf = (mark: PlacedMark): number => mark.box.x + mark.box.width / 2
  const startIndex = howKnownKinds.indexOf(start.lane)
  for (let i = startIndex + step; i >= 0 && i < howKnownKinds.length; i += step) {
    const inLane = marks.filter((mark) => mark.lane === howKnownKinds[i] && !mark.isGhost)
    if (inLane.length === 0) continue
    const distance = (mark: PlacedMark): number => Math.abs(middleOf(mark) - middleOf(start))
    return inLane.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best)).row
  }
  return null
}

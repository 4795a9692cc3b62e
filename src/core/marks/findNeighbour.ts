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
  for (let steps = 0; row !== null && isCounted(row); steps++) {
    if (steps < MAX_STEPS) {
      row = shownRows.next(row, step)
      continue
    }
    // Deep in a cluster: on to the next button in view, or past the cluster's end.
    const next = step === 1 ? inView.find((other) => other > from) : inView.findLast((other) => other < from)
    if (next !== undefined) return next
    let edge = row
    for (const { has, firstRow, lastRow } of clusters)
      if (has(row)) edge = step === 1 ? Math.max(edge, lastRow) : Math.min(edge, firstRow)
    return shownRows.next(edge, step)
  }
  return row
}

/** The event of the next lane below (+1) or above (-1) whose sign stands nearest; null beyond the last lane. */
export function findInNextLane(marks: readonly PlacedMark[], from: EventRow, step: 1 | -1): EventRow | null {
  const start = marks.find((mark) => mark.row === from)
  if (start === undefined) return null
  const middleOf = ({ box }: PlacedMark): number => box.x + box.width / 2
  const distance = (mark: PlacedMark): number => Math.abs(middleOf(mark) - middleOf(start))
  for (let i = howKnownKinds.indexOf(start.lane) + step; i in howKnownKinds; i += step) {
    const [nearest] = marks
      .filter((mark) => mark.lane === howKnownKinds[i] && !mark.isGhost)
      .sort((a, b) => distance(a) - distance(b))
    if (nearest !== undefined) return nearest.row
  }
  return null
}

/**
 * How many events that pass the filter stand in a stretch of time, lane by lane?
 * Sorted rows are a pyramid of every level at once: the count of any stretch is the distance of two bisections, exact
 * at every zoom, under every filter.
 */
import { countLeading } from '../base/bisect.ts'
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { CivilMs } from '../time/units.ts'
import { anchorMs, type EventIndex, type LaneOrder } from './eventIndex.ts'
import type { Matches } from './findMatches.ts'

export type ShownLanes = Readonly<Record<HowKnown, LaneOrder>>

/** Lanes with only the rows that match; the index's own where all do. One pass over all rows. */
export function showLanes(
  index: Pick<EventIndex, 'rowCount' | 'lanes'>,
  matches: Matches,
  shownCount: number,
): ShownLanes {
  if (shownCount === index.rowCount) return index.lanes
  const keep = (rows: Uint32Array): Uint32Array => {
    // The hot loop of a filter. It writes every row, and goes on where it is one to keep: a branch would be guessed
    // wrong as often as not. There is room for one that is not kept.
    const kept = new Uint32Array(Math.min(rows.length, shownCount) + 1)
    let count = 0
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0
      kept[count] = row
      count += Math.min(matches[row] ?? 0, 1)
    }
    return kept.subarray(0, count)
  }
  const entries = howKnownKinds.map((kind) => {
    const { byAnchor, byEnd } = index.lanes[kind]
    return [kind, { byAnchor: keep(byAnchor), byEnd: keep(byEnd) }] as const
  })
  return Object.fromEntries(entries) as unknown as ShownLanes
}

/** How many of the lane's events are anchored before a moment; a position in `byAnchor`. */
export function countAnchoredBefore(
  index: EventIndex,
  { byAnchor }: LaneOrder,
  timeMs: CivilMs,
  from = 0,
  to = byAnchor.length,
): number {
  return countLeading(to, (at) => anchorMs(index, byAnchor[at] ?? 0) < timeMs, from)
}

/** How many of the lane's events are surely over at a moment. */
export function countOverBy(index: EventIndex, { byEnd }: LaneOrder, timeMs: CivilMs): number {
  return countLeading(byEnd.length, (at) => (index.endMs[byEnd[at] ?? 0] ?? NaN) <= timeMs)
}

/** How many events with a date are anchored before a moment, in all lanes. */
export function countBegun(index: EventIndex, timeMs: CivilMs): number {
  const { day, lasted, doubt } = index.lanes
  return [day, lasted, doubt].reduce((sum, lane) => sum + countAnchoredBefore(index, lane, timeMs), 0)
}

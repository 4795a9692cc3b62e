/**
 * How high are the bars that say how many events begin when?
 * Each doubling is one step, so that one event and ten thousand can both be seen, and so that a bar has the same
 * height wherever the window is: it depends on its own count alone.
 */
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import type { LaneBand, LaneLayout } from './laneLayout.ts'
import type { PlacedDensity } from './placedMark.ts'

/**
 * Doublings from the foot of a lane to its top: up to 100,000 events one of 2^14 is as high as the lane, and in larger
 * lanes one that holds an eighth of them. Longer ones are cut there.
 */
function fullSteps({ shownCount, hiddenCount }: LaneBand): number {
  return Math.max(14, Math.ceil(Math.log2(shownCount + hiddenCount)) - 3)
}

/** Between two bars, px. */
const GAP_PX: Px = 1

/** One for each lane that has bars in the window. */
export function placeDensities(
  layout: Pick<LaneLayout, 'lanes' | 'densityIn'>,
  scale: TimeScale,
): readonly PlacedDensity[] {
  const densities = layout.densityIn(scale.window)
  return layout.lanes.flatMap((lane): PlacedDensity[] => {
    const footPx = lane.rowsTopPx + (lane.clusterRow ?? 0) * lane.rowPx
    const bars = densities
      .filter((density) => density.lane === lane.kind)
      .flatMap(({ startMs, binMs, counts }) =>
        counts.flatMap((count, i) => {
          if (count === 0) return []
          const x = scale.timeToPx(startMs + i * binMs)
          const width = Math.max(1, binMs / scale.msPerPx - GAP_PX)
          return x > scale.rightPx || x + width < scale.leftPx
            ? []
            : [{ x, width, height: barPx(count, lane, footPx) }]
        }),
      )
    return bars.length === 0 ? [] : [{ lane: lane.kind, y: footPx, bars }]
  })
}

function barPx(count: number, lane: LaneBand, footPx: Px): Px {
  const fullPx = footPx - lane.rowsTopPx
  return Math.min(fullPx, Math.max(1, (fullPx * Math.log2(1 + count)) / fullSteps(lane)))
}

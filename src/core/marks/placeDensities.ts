/**
 * How high are the bars that say how many events begin when?
 * Each doubling is one step, so that one event and ten thousand can both be seen, and so that a bar has the same
 * height wherever the window is: it depends on its own count alone.
 */
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import type { LaneBand, LaneLayout } from './laneLayout.ts'
import type { PlacedDensity } from './placedMark.ts'

/** A bar of 2^14 events is as high as the lane; longer ones are cut there. */
const FULL_STEPS = 14
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
  return Math.min(fullPx, Math.max(1, (fullPx * Math.log2(1 + count)) / FULL_STEPS))
}

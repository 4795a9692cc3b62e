/** Which stretches of time remain when overlapping and touching ones are joined? */
import type { Extent } from './fuzzyDate.ts'

/**
 * The same moments as ascending, disjoint extents that do not touch.
 *
 *   ├──┤  ├───┤              ├──┤  ├──────────┤
 *            ├───┼──┤   →
 */
export function mergeExtents(extents: readonly Extent[]): readonly Extent[] {
  if (extents.length < 2) return extents
  // Not a - b: the difference of two infinities is not a number.
  const sorted = [...extents].sort((a, b) => (a.startMs < b.startMs ? -1 : a.startMs > b.startMs ? 1 : 0))
  const merged: Extent[] = []
  for (const extent of sorted) {
    const last = merged[merged.length - 1]
    if (last === undefined || extent.startMs > last.endMs) merged.push(extent)
    else if (extent.endMs > last.endMs) {
      merged[merged.length - 1] = { startMs: last.startMs, endMs: extent.endMs }
    }
  }
  return merged
}

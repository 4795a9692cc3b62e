/**
 * At which level of detail is the drawing laid out?
 * Rows and clusters belong to a resolution, never to the current pan: while the resolution stands, nothing
 * changes its row. Resolutions are powers of two of ms per px, so that each holds its parts exactly.
 */
import type { DurationMs } from './units.ts'

/**
 * The coarser power of two: the smallest 2^n that is >= `msPerPx`.
 * Laying out at the coarser one is safe: on screen everything lies at least as far apart.
 */
export function resolutionOf(msPerPx: DurationMs): DurationMs {
  return 2 ** Math.ceil(Math.log2(msPerPx))
}

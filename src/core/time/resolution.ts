/**
 * At which level of detail is the drawing laid out?
 * Rows and clusters belong to a resolution, never to the current pan: while the resolution stands, nothing
 * changes its row.
 */
import type { DurationMs } from './units.ts'

/**
 * Steps in a doubling of ms per px. With one step (powers of two) a layout could be twice as crowded as what is
 * on screen, and labels take rows that they do not need; with four it is at most 19 % more crowded. Each fourth
 * step is a power of two, so that a bucket of one holds whole buckets of the next.
 */
const STEPS = 4

/**
 * The next coarser resolution: the smallest 2^(n/4) that is >= `msPerPx`.
 * Laying out at the coarser one is safe: on screen everything lies at least as far apart.
 */
export function resolutionOf(msPerPx: DurationMs): DurationMs {
  return 2 ** (Math.ceil(Math.log2(msPerPx) * STEPS) / STEPS)
}

/** The smallest power of two that is >= `resolution`: where layouts nest, one in two of the next. */
export function powerOfTwoAbove(resolution: DurationMs): DurationMs {
  return 2 ** Math.ceil(Math.log2(resolution))
}

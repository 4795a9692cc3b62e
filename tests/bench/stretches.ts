/** Which piece of a story is measured beside the whole? One where much happens. */
import { DAY_MS, type CivilMs } from '../../src/core/time/units.ts'
import type { VisItem } from './visItems.ts'

export interface Stretch {
  readonly startMs: CivilMs
  readonly endMs: CivilMs
}

const CLOSE_SHARE = 1 / 50
/** So that the steps of zooming do not end at the closest that a timeline allows. */
const LEAST_MS = 30 * DAY_MS

/** A fiftieth of the story around the middle event of the year that has most. */
export function findCloseStretch(items: readonly VisItem[]): Stretch {
  let firstMs = Infinity
  let lastMs = -Infinity
  const startsByYear = new Map<number, CivilMs[]>()
  for (const { start, end = start } of items) {
    firstMs = Math.min(firstMs, start)
    lastMs = Math.max(lastMs, end)
    const year = new Date(start).getUTCFullYear()
    const starts = startsByYear.get(year)
    if (starts === undefined) startsByYear.set(year, [start])
    else starts.push(start)
  }
  const [densest = []] = [...startsByYear.values()].sort((a, b) => b.length - a.length)
  const middleMs = densest.sort((a, b) => a - b)[densest.length >> 1] ?? firstMs
  const halfMs = Math.max((lastMs - firstMs) * CLOSE_SHARE, LEAST_MS) / 2
  // Whole days, which a link can name.
  const day = (timeMs: CivilMs): CivilMs => Math.round(timeMs / DAY_MS) * DAY_MS
  return { startMs: day(middleMs - halfMs), endMs: day(middleMs + halfMs) }
}

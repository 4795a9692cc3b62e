/**
 * From when to when did a span surely last?
 *
 *   2026-04/2026-06       [ · · · · ]━━━━━━━━━[ · · · · ]
 *                         may begin   surely    may end
 */
import { outerExtent, type Extent, type MomentDate, type SpanDate, type SpanEnd } from './fuzzyDate.ts'
import { DAY_MS, type CivilMs } from './units.ts'

export interface SpanBound {
  /** Where it may have begun (ended). */
  readonly outer: Extent
  /** From here on (up to here) it surely lasted. */
  readonly sureMs: CivilMs
  /** Begins (ends) on no one known day. */
  readonly isFuzzy: boolean
}

/** null for an open or unknown start. */
export function startBound(start: SpanEnd): SpanBound | null {
  if (start.kind !== 'moment') return null
  const outer = outerExtent(start.moment)
  const isFuzzy = !isKnownDay(start.moment)
  return { outer, isFuzzy, sureMs: isFuzzy ? outer.endMs : outer.startMs }
}

/** null for an open or unknown end. */
export function endBound(end: SpanEnd): SpanBound | null {
  if (end.kind !== 'moment') return null
  const outer = outerExtent(end.moment)
  const isFuzzy = !isKnownDay(end.moment)
  return { outer, isFuzzy, sureMs: isFuzzy ? outer.startMs : outer.endMs }
}

/** The time surely covered; with one end unknown only the instant of the other; null when nothing is sure. */
export function certainPart(span: SpanDate): Extent | null {
  const start = startBound(span.start)
  const end = endBound(span.end)
  const startMs = start?.sureMs ?? (span.start.kind === 'open' ? -Infinity : null)
  const endMs = end?.sureMs ?? (span.end.kind === 'open' ? Infinity : null)
  if (startMs !== null && endMs !== null) return startMs < endMs ? { startMs, endMs } : null
  if (startMs !== null && Number.isFinite(startMs)) return { startMs, endMs: startMs + 1 }
  return endMs !== null && Number.isFinite(endMs) ? { startMs: endMs - 1, endMs } : null
}

/** Whether the moment is one day (or less) that nobody doubts. */
export function isKnownDay(moment: MomentDate): boolean {
  return isOneDay(moment) && !moment.isApproximate && !moment.isUncertain
}

/** Whether the moment is one day (or less), estimated or not. */
export function isOneDay(moment: MomentDate): boolean {
  const [extent] = moment.extents
  return moment.extents.length === 1 && extent !== undefined && extent.endMs - extent.startMs <= DAY_MS
}

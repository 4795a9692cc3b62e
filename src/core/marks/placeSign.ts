/**
 * Which sign does a date get, and where does each part of it stand on this scale?
 * One rule for the timeline, the details and the list: they differ only in the scale they hand in.
 *
 *   2026-04-07                 ●
 *   2026-04                    [ · · · · · · ]
 *   [2026-04-01..2026-05-12]   ( · · · · · · ]      earliest bound derived: round
 *   [..2026-05-12]           ‹ · · · · · · · ]
 *   2026-04-06/2026-04-24      ━━━━━━━━━━━━━━
 *   2026-04-07/..              ━━━━━━━━━━━━━━▶
 *   2026-04-07/                ━━ ━ ▪ ·
 *   2026-04-14~                ·•◦○◦•·
 */
import type { DerivedBound } from '../story/story.ts'
import type { Extent, FuzzyDate, MomentDate, SpanDate } from '../time/fuzzyDate.ts'
import { certainPart, endBound, isOneDay, startBound } from '../time/spanBounds.ts'
import type { TimeScale } from '../time/timeScale.ts'
import { DAY_MS, type Px } from '../time/units.ts'
import { BRACKETS_ONLY_PX, LEADER_PITCH_PX, PIECES_PX, type Side, type SignPart } from './signPart.ts'

/** Signs run this far past the window, so that no end shows where there is none, px. */
const OVERRUN_PX: Px = 24

export interface SignInput {
  readonly date: FuzzyDate
  readonly derived: readonly DerivedBound[]
}

/** Parts in drawing order, back to front. Parts wholly outside the window are left out. */
export function placeSign({ date, derived }: SignInput, scale: TimeScale): readonly SignPart[] {
  switch (date.kind) {
    case 'moment':
      return isOneDay(date) ? [dayPart(date, scale)] : doubtParts(date, derived, scale)
    case 'all':
      return date.extents.map((extent) =>
        isDayLong(extent) ? { kind: 'disc' as const, x: middleOf(extent, scale) } : rulePart(extent, scale),
      )
    case 'span':
      return spanParts(date, scale)
  }
}

function isDayLong(extent: Extent): boolean {
  return extent.endMs - extent.startMs <= DAY_MS
}

function middleOf(extent: Extent, scale: TimeScale): Px {
  return scale.timeToPx((extent.startMs + extent.endMs) / 2)
}

function dayPart(date: MomentDate, scale: TimeScale): SignPart {
  const x = date.extents[0] === undefined ? NaN : middleOf(date.extents[0], scale)
  return date.isApproximate || date.isUncertain ? { kind: 'about', x } : { kind: 'disc', x }
}

function doubtParts(
  date: MomentDate,
  derived: readonly DerivedBound[],
  scale: TimeScale,
): readonly SignPart[] {
  const isSoft = date.isApproximate || date.isUncertain
  const last = date.extents.length - 1
  return date.extents.flatMap((extent, i) =>
    rangeParts(
      extent,
      {
        left: edgeOf(extent.startMs, isSoft || (i === 0 && derived.includes('earliest'))),
        right: edgeOf(extent.endMs, isSoft || (i === last && derived.includes('latest'))),
      },
      scale,
    ),
  )
}

type Edge = 'square' | 'round' | 'none'

function edgeOf(boundMs: number, isSoft: boolean): Edge {
  return Number.isFinite(boundMs) ? (isSoft ? 'round' : 'square') : 'none'
}

/**
 * One stretch of doubt. Too narrow for dots it is its brackets alone. Without a first or last day its dots are counted
 * from the other, so that they stand where they stood when the window's edge is elsewhere.
 */
function rangeParts(
  extent: Extent,
  edges: { readonly left: Edge; readonly right: Edge },
  scale: TimeScale,
): readonly SignPart[] {
  const x1 = scale.timeToPx(extent.startMs)
  const x2 = Math.max(scale.timeToPx(extent.endMs), x1 + 8)
  const parts: SignPart[] = []
  let from = edges.left === 'none' ? scale.leftPx + 10 : x1 + 8
  let to = edges.right === 'none' ? scale.rightPx - 10 : x2 - 8
  const steps = LEADER_PITCH_PX * Math.floor((to - from) / LEADER_PITCH_PX)
  if (edges.right === 'none') to = from + steps
  else if (edges.left === 'none') from = to - steps
  if (x2 - x1 >= BRACKETS_ONLY_PX && to >= from) parts.push({ kind: 'leaders', x1: from, x2: to })
  if (edges.left !== 'none') parts.push({ kind: 'bracket', x: x1, side: 'left', shape: edges.left })
  else if (x2 > scale.leftPx) parts.push({ kind: 'chevron', x: scale.leftPx, side: 'left' })
  if (edges.right !== 'none') parts.push({ kind: 'bracket', x: x2, side: 'right', shape: edges.right })
  else if (x1 < scale.rightPx) parts.push({ kind: 'chevron', x: scale.rightPx, side: 'right' })
  return parts
}

function rulePart(extent: Extent, scale: TimeScale): SignPart {
  const x1 = Math.max(scale.leftPx - OVERRUN_PX, scale.timeToPx(extent.startMs))
  const x2 = Math.min(scale.rightPx + OVERRUN_PX, scale.timeToPx(extent.endMs))
  return { kind: 'rule', x1, x2: Math.max(x2, x1 + 5) }
}

/**
 * A span is solid where it surely lasted; a fuzzy end adds leaders over the days on which it may have begun or
 * ended; an unknown end breaks up; an open one runs to the window's edge.
 */
function spanParts(date: SpanDate, scale: TimeScale): readonly SignPart[] {
  const start = startBound(date.start)
  const end = endBound(date.end)
  const parts: SignPart[] = []
  const sure = certainPart(date)
  if (start !== null && end !== null && start.sureMs > end.sureMs) {
    // It may have begun as late as it ended: one row of dots, not two across each other or past the end.
    const outer = { startMs: start.outer.startMs, endMs: end.outer.endMs }
    return rangeParts(outer, { left: 'square', right: 'square' }, scale)
  }
  if (start?.isFuzzy === true) parts.push(...fuzzyEnd(start.outer, 'left', scale))
  if (sure !== null && date.start.kind !== 'unknown' && date.end.kind !== 'unknown')
    parts.push(underArrows(rulePart(sure, scale), date, scale))
  if (end?.isFuzzy === true) parts.push(...fuzzyEnd(end.outer, 'right', scale))
  if (date.start.kind === 'unknown' && end !== null)
    parts.push({ kind: 'pieces', x: scale.timeToPx(end.sureMs), side: 'left', widthPx: PIECES_PX })
  if (date.end.kind === 'unknown' && start !== null)
    parts.push({ kind: 'pieces', x: scale.timeToPx(start.sureMs), side: 'right', widthPx: PIECES_PX })
  if (date.start.kind === 'open' && (end === null || scale.timeToPx(end.sureMs) > scale.leftPx))
    parts.push({ kind: 'arrow', x: scale.leftPx, side: 'left' })
  if (date.end.kind === 'open' && (start === null || scale.timeToPx(start.sureMs) < scale.rightPx))
    parts.push({ kind: 'arrow', x: scale.rightPx, side: 'right' })
  return parts
}

/** A rule that runs on ends under its arrowhead, not beyond the point. */
function underArrows(rule: SignPart, date: SpanDate, scale: TimeScale): SignPart {
  if (rule.kind !== 'rule') return rule
  return {
    ...rule,
    x1: date.start.kind === 'open' ? Math.max(rule.x1, scale.leftPx + 5) : rule.x1,
    x2: date.end.kind === 'open' ? Math.min(rule.x2, scale.rightPx - 5) : rule.x2,
  }
}

function fuzzyEnd(extent: Extent, side: Side, scale: TimeScale): readonly SignPart[] {
  const x1 = scale.timeToPx(extent.startMs)
  const x2 = scale.timeToPx(extent.endMs)
  const bracketX = side === 'left' ? x1 : x2
  const from = x1 + (side === 'left' ? 8 : 4)
  const to = x2 - (side === 'left' ? 4 : 8)
  const dots: readonly SignPart[] = from <= to ? [{ kind: 'leaders', x1: from, x2: to }] : []
  return [...dots, { kind: 'bracket', x: bracketX, side, shape: 'square' }]
}

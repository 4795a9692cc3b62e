/**
 * Over which moments does an event reach, and what does that make of its match with a range of dates? Told once, when
 * the tiles are made, so that whole cells can be counted without looking at their events.
 *
 *   cell             ├──────────┼──────────┼──────────┤
 *   plain                 ●                              inside a range that holds the cell it is certain
 *   unsure               [··/··]                         a span of which no moment is certain: never certain
 *   endless              [ · · · · · · · · · · · · · ·   goes on for ever: counts in every later cell
 *   startless    · · · · · · ·]                          counts in every earlier one
 *   crossing             ━━━━━━━━━━━━━━━━━               anything else beyond its own cell: looked at, one by one
 */
import { DATE_KIND } from '../indexing/eventIndex.ts'
import { cellOfAnchor } from './cell.ts'
import { rowAnchorMs, type TileRow } from './tileColumns.ts'

/**
 * Without end or without start: possible: a moment somewhere in there, never certain; certain: a span that lasted all
 * that time; instant: a span of which only its known end is certain.
 */
export const reaches = [
  'unsure',
  'endlessPossible',
  'endlessCertain',
  'endlessInstant',
  'startlessPossible',
  'startlessCertain',
  'startlessInstant',
] as const
export type Reach = (typeof reaches)[number]

/** Reaches of events that are not certain even where their cell lies wholly inside the range. */
export const neverCertain: readonly Reach[] = ['unsure', 'endlessPossible', 'startlessPossible']

/** null: plain, crossing or undated. */
export function reachOf(row: TileRow): Reach | null {
  const { startMs, endMs, dateKind, parts } = row
  const isStartless = startMs === -Infinity
  const isEndless = endMs === Infinity
  if (dateKind === DATE_KIND.undated || (isStartless && isEndless)) return null
  if (dateKind === DATE_KIND.moment && parts.length === 0)
    return isEndless ? 'endlessPossible' : isStartless ? 'startlessPossible' : null
  if (dateKind !== DATE_KIND.span) return null
  const [partStartMs = NaN, partEndMs = NaN] = parts
  if (isEndless && partStartMs === startMs) {
    if (partEndMs === Infinity) return 'endlessCertain'
    if (partEndMs === startMs + 1) return 'endlessInstant'
  }
  if (isStartless && partEndMs === endMs) {
    if (partStartMs === -Infinity) return 'startlessCertain'
    if (partStartMs === endMs - 1) return 'startlessInstant'
  }
  return parts.length === 0 && !isStartless && !isEndless ? 'unsure' : null
}

/** Values of the facet `reach`: events that go on for ever, and those that began before all others. */
export const SIDES = { endless: 0, startless: 1 } as const

/** The value of the facet `reach`; null: it has a start and an end, or neither. */
export function sideOf(row: TileRow): number | null {
  const reach = reachOf(row)
  return reach === null ? null : sideOfReach(reach)
}

export function sideOfReach(reach: Reach): number | null {
  if (reach === 'unsure') return null
  return reach.startsWith('endless') ? SIDES.endless : SIDES.startless
}

/** First and last cell, both included, that it reaches beside its own; null: it is not crossing. */
export interface Crossing {
  /** -Infinity: from the first cell of all. */
  readonly fromCell: number
  /** Infinity: up to the last cell of all. */
  readonly toCell: number
}

/** null for undated events and for those without both bounds, which stand in the open cell. */
export function crossingOf(row: TileRow, cellBits: number): Crossing | null {
  const reach = reachOf(row)
  if (reach !== null && reach !== 'unsure') return null
  const { startMs, endMs } = row
  const anchorMs = rowAnchorMs(row)
  if (!Number.isFinite(anchorMs)) return null
  const own = cellOfAnchor(anchorMs, cellBits)
  if (startMs === -Infinity) return { fromCell: -Infinity, toCell: own - 1 }
  if (endMs === Infinity) return { fromCell: own + 1, toCell: Infinity }
  const last = cellOfAnchor(endMs - 1, cellBits)
  return last > own ? { fromCell: own + 1, toCell: last } : null
}

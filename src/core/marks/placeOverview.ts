/**
 * How does the whole story look in a strip 26 px high?
 * Few events: known days hang as ticks from the top, what lasted are lines, doubt is dotted. Many: how many begin when.
 * All on one fixed scale.
 */
import type { EventIndex } from '../indexing/eventIndex.ts'
import { countAnchoredBefore, type ShownLanes } from '../indexing/shownLanes.ts'
import type { DatedKind, TimeLane } from '../indexing/timeLane.ts'
import type { EventList } from '../story/eventBrief.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { MAX_WHOLE } from './layOutLanes.ts'

export interface OverviewStroke {
  readonly x1: Px
  readonly x2: Px
  readonly y: Px
}

export interface PlacedOverview {
  readonly days: readonly Px[]
  readonly lasted: readonly OverviewStroke[]
  readonly doubt: readonly OverviewStroke[]
  /** Bars of `DENSITY_BIN_PX` from the strip's foot; empty where events are drawn one by one. */
  readonly density: readonly { readonly x: Px; readonly height: Px }[]
}

/** Lines of doubt are stacked in so many rows, then begin anew. */
const DOUBT_ROWS = 4
export const DENSITY_BIN_PX: Px = 2
/** Height of the highest bar. */
const DENSITY_PX: Px = 24

/** What is drawn is bounded by the strip. @param shownCount events in `shownLanes` */
export function placeOverview(
  events: EventList,
  index: EventIndex,
  shownLanes: ShownLanes,
  shownCount: number,
  scale: TimeScale,
): PlacedOverview {
  return shownCount > MAX_WHOLE
    ? placeCounts(rowLanesOf(index, shownLanes), scale)
    : { ...placeStrokes(events, index, shownLanes, scale), density: [] }
}

type CountedLanes = Readonly<Record<DatedKind, Pick<TimeLane, 'countBefore'>>>

/** Of very many events: how many begin when. */
export function placeCounts(lanes: CountedLanes, scale: TimeScale): PlacedOverview {
  return { days: [], lasted: [], doubt: [], density: placeDensity(lanes, scale) }
}

function rowLanesOf(index: EventIndex, shownLanes: ShownLanes): CountedLanes {
  const lane = (kind: DatedKind): CountedLanes[DatedKind] => ({
    countBefore: (timeMs) => countAnchoredBefore(index, shownLanes[kind], timeMs),
  })
  return { day: lane('day'), lasted: lane('lasted'), doubt: lane('doubt') }
}

function placeStrokes(
  events: EventList,
  index: EventIndex,
  shownLanes: ShownLanes,
  scale: TimeScale,
): Omit<PlacedOverview, 'density'> {
  const extentOf = (row: number): readonly [Px, Px] => [
    Math.max(0, scale.timeToPx(index.startMs[row] ?? -Infinity)),
    Math.min(scale.widthPx, scale.timeToPx(index.endMs[row] ?? Infinity)),
  ]
  const isOnStrip = (row: number): boolean =>
    scale.timeToPx(index.endMs[row] ?? Infinity) >= 0 &&
    scale.timeToPx(index.startMs[row] ?? -Infinity) <= scale.widthPx
  const ascending = (rows: Uint32Array): readonly number[] =>
    Array.from(rows)
      .filter(isOnStrip)
      .sort((a, b) => a - b)
  const days = new Set<Px>()
  for (const row of shownLanes.day.byAnchor) {
    if (!isOnStrip(row)) continue
    const [x1, x2] = extentOf(row)
    days.add(Math.round((x1 + x2) / 2))
  }
  const lasted = ascending(shownLanes.lasted.byAnchor).map((row, i): OverviewStroke => {
    const [x1, x2] = extentOf(row)
    const date = events.at(row)?.when?.date
    const isBroken = date?.kind === 'span' && date.end.kind === 'unknown'
    return { x1, x2: isBroken ? Math.min(x2, x1 + 14) : x2, y: 11 + 3.5 * (i % 2) }
  })
  const doubt = new Map<string, OverviewStroke>()
  for (const row of ascending(shownLanes.doubt.byAnchor)) {
    const [x1, x2] = extentOf(row)
    const key = `${Math.round(x1)}-${Math.round(x2)}`
    if (!doubt.has(key)) doubt.set(key, { x1, x2, y: 17.5 + 3 * (doubt.size % DOUBT_ROWS) })
  }
  return { days: [...days], lasted, doubt: [...doubt.values()] }
}

/** Each doubling of the number is one step of height, up to that of the fullest bin. */
function placeDensity(lanes: CountedLanes, scale: TimeScale): PlacedOverview['density'] {
  const binCount = Math.ceil(scale.widthPx / DENSITY_BIN_PX)
  const counts = new Uint32Array(binCount)
  for (const kind of howKnownKinds) {
    if (kind === 'undated') continue
    let before = lanes[kind].countBefore(scale.pxToTime(0))
    for (let bin = 0; bin < binCount; bin++) {
      const endMs = scale.pxToTime((bin + 1) * DENSITY_BIN_PX)
      const after = lanes[kind].countBefore(endMs)
      counts[bin] = (counts[bin] ?? 0) + after - before
      before = after
    }
  }
  const most = counts.reduce((a, b) => Math.max(a, b), 0)
  const bars: { x: Px; height: Px }[] = []
  counts.forEach((count, bin) => {
    if (count === 0) return
    const share = Math.log2(1 + count) / Math.log2(1 + most)
    bars.push({ x: bin * DENSITY_BIN_PX, height: Math.max(1, share * DENSITY_PX) })
  })
  return bars
}

/** How does the date sign of one event look, alone and to scale, with its limits named? */
import type { TimelineEvent } from '../story/story.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { buildTimeScale } from '../time/timeScale.ts'
import { DAY_MS, type CivilMs, type Px } from '../time/units.ts'
import { lastMiddleMs } from './layOutLanes.ts'
import { placeReport } from './placeReport.ts'
import { placeSign } from './placeSign.ts'
import type { SignPart } from './signPart.ts'

export interface DetailSign {
  readonly sign: readonly SignPart[]
  /** Days to write under the sign, left to right, far enough apart to be read. */
  readonly bounds: readonly {
    readonly timeMs: CivilMs
    readonly x: Px
    readonly anchor: 'start' | 'middle' | 'end'
    readonly isLimit: boolean
  }[]
}

/** A label of a day is about this wide, px. */
const LABEL_PX: Px = 84

/** null for an undated event. */
export function placeDetailSign(event: TimelineEvent, widthPx: Px): DetailSign | null {
  if (event.when === null) return null
  const extent = outerExtent(event.when.date)
  const reportedMs = event.publishes === null ? lastMiddleMs(event.reported?.date ?? null) : NaN
  const known = [extent.startMs, extent.endMs, reportedMs].filter(Number.isFinite)
  const firstMs = Math.min(...known)
  const lastMs = Math.max(...known)
  if (known.length === 0) return null
  const spanMs = Math.max(lastMs - firstMs, 4 * DAY_MS)
  const scale = buildTimeScale(
    {
      startMs: firstMs - spanMs * (Number.isFinite(extent.startMs) ? 0.03 : 0.5),
      endMs: firstMs + spanMs * (Number.isFinite(extent.endMs) ? 1.06 : 1.5),
    },
    widthPx,
  )
  const days = [
    ...(Number.isFinite(extent.startMs) ? [{ timeMs: extent.startMs, isLimit: true }] : []),
    ...(Number.isFinite(extent.endMs) && extent.endMs - extent.startMs > DAY_MS
      ? [{ timeMs: extent.endMs - 1, isLimit: true }]
      : []),
    ...(Number.isFinite(reportedMs) ? [{ timeMs: reportedMs, isLimit: false }] : []),
  ]
  return {
    sign: placeReport(event, placeSign(event.when, scale), scale),
    bounds: keepApart(
      days.map(({ timeMs, isLimit }) => {
        const x = Math.max(0, Math.min(widthPx, scale.timeToPx(timeMs)))
        return {
          timeMs,
          isLimit,
          x,
          anchor: x < LABEL_PX / 2 ? 'start' : x > widthPx - LABEL_PX / 2 ? 'end' : 'middle',
        }
      }),
    ),
  }
}

/** Drops a label that would run into the one before it. */
function keepApart(bounds: DetailSign['bounds']): DetailSign['bounds'] {
  const kept: DetailSign['bounds'][number][] = []
  for (const bound of bounds) {
    const last = kept[kept.length - 1]
    if (last === undefined || bound.x - last.x > LABEL_PX) kept.push(bound)
  }
  return kept
}

/** How does the date sign of one event look, alone and to scale, with its limits named? */
import { otherExtent } from '../story/otherDates.ts'
import type { TimelineEvent } from '../story/story.ts'
import { dateFromCivilMs } from '../time/civilDay.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import { buildTimeScale } from '../time/timeScale.ts'
import { DAY_MS, type CivilMs, type Px } from '../time/units.ts'
import { withOthers } from './placeOthers.ts'
import { placeReport, reportMs } from './placeReport.ts'
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
  /** The one year of all these days, which then need not name it; null where they lie in several. */
  readonly year: number | null
}

/** Labels nearer than this would touch, px: two words of a day and month; with a year about twice that. */
const LABEL_PX: Px = 52
const LABEL_WITH_YEAR_PX: Px = 88

/** null for an undated event. */
export function placeDetailSign(event: TimelineEvent, widthPx: Px): DetailSign | null {
  if (event.when === null) return null
  const extent = outerExtent(event.when.date)
  const reportedMs = event.publishes === null ? reportMs(event.reported?.date ?? null) : NaN
  const others = otherExtent(event)
  const known = [extent.startMs, extent.endMs, reportedMs, others.startMs, others.endMs].filter(
    Number.isFinite,
  )
  const firstMs = Math.min(...known)
  const lastMs = Math.max(...known)
  if (known.length === 0) return null
  const isDay = extent.endMs - extent.startMs <= DAY_MS
  const spanMs = Math.max(lastMs - firstMs, 4 * DAY_MS)
  const scale = buildTimeScale(
    {
      startMs: firstMs - spanMs * (Number.isFinite(extent.startMs) ? 0.03 : 0.5),
      endMs: firstMs + spanMs * (Number.isFinite(extent.endMs) ? 1.06 : 1.5),
    },
    widthPx,
  )
  const days = [
    ...(Number.isFinite(extent.startMs)
      ? [{ timeMs: isDay ? extent.startMs + DAY_MS / 2 : extent.startMs, isLimit: true }]
      : []),
    ...(Number.isFinite(extent.endMs) && !isDay ? [{ timeMs: extent.endMs - 1, isLimit: true }] : []),
    ...(Number.isFinite(reportedMs) ? [{ timeMs: reportedMs, isLimit: false }] : []),
  ]
  const years = new Set(known.map((timeMs) => dateFromCivilMs(timeMs - 1).year))
  const year = years.size === 1 ? ([...years][0] ?? null) : null
  const labelPx = year === null ? LABEL_WITH_YEAR_PX : LABEL_PX
  return {
    sign: withOthers(event, placeReport(event, placeSign(event.when, scale), scale), scale),
    year,
    bounds: keepApart(
      days.map(({ timeMs, isLimit }) => {
        const x = Math.max(0, Math.min(widthPx, scale.timeToPx(timeMs)))
        return {
          timeMs,
          isLimit,
          x,
          anchor: x < labelPx / 2 ? 'start' : x > widthPx - labelPx / 2 ? 'end' : 'middle',
        }
      }),
      labelPx,
    ),
  }
}

/** Drops a label that would run into the one before it. */
function keepApart(bounds: DetailSign['bounds'], apartPx: Px): DetailSign['bounds'] {
  const kept: DetailSign['bounds'][number][] = []
  for (const bound of bounds) {
    const last = kept[kept.length - 1]
    if (last === undefined || bound.x - last.x > apartPx) kept.push(bound)
  }
  return kept
}

/** How much of its row does an event take, label and report included? */
import type { EventRow } from '../indexing/eventIndex.ts'
import { otherExtent } from '../story/otherDates.ts'
import type { Extent, FuzzyDate } from '../time/fuzzyDate.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import { DAY_MS, type CivilMs, type Px } from '../time/units.ts'
import type { RowClaim } from './assignRows.ts'
import { labelWidthPx } from './eventLabel.ts'
import type { LayoutInput } from './laneLayout.ts'
import { LABEL } from './metrics.ts'
import { PIECES_PX } from './signPart.ts'

/** No time at all. */
const NONE: Extent = { startMs: Infinity, endMs: -Infinity }

/** Space a mark takes at the resolution; px 0 is the story's start, so that far dates keep their precision. */
export function claimRow(row: EventRow, input: LayoutInput): RowClaim {
  const event = input.events.at(row)
  const widthPx = labelWidthPx(input.labelOf(row), input.metrics.titleForm)
  const toPx = (timeMs: CivilMs): Px => (timeMs - input.storyStartMs) / input.resolution
  const startPx = toPx(input.index.startMs[row] ?? NaN)
  const endPx = toPx(input.index.endMs[row] ?? NaN)
  const others: Extent = event === undefined ? NONE : otherExtent(event)
  const othersPx = [toPx(others.startMs), toPx(others.endMs)] as const
  if (howKnownKinds[input.index.lane[row] ?? 0] === 'day') {
    const anchorPx = toPx(besideMs(event?.when?.date ?? null))
    const claim = {
      startPx: Math.min(startPx - 8, othersPx[0]),
      endPx: Math.max(endPx, Math.max(anchorPx, othersPx[1]) + LABEL.afterDiscPx + widthPx),
      anchorPx,
      hasLine: input.rootRows.has(row),
    }
    return input.byReport?.widenClaim(claim, event, widthPx, toPx, input.metrics) ?? claim
  }
  const labelPx = Number.isFinite(startPx) ? startPx : 0
  const date = event?.when?.date
  const isBroken = date?.kind === 'span' && date.end.kind === 'unknown'
  const signEndPx = isBroken ? startPx + PIECES_PX : endPx
  return {
    startPx: Math.min(startPx, labelPx, othersPx[0]),
    endPx: Math.max(
      signEndPx,
      othersPx[1],
      labelPx + LABEL.insetPx + widthPx,
      reportEndPx(event?.reported?.date, toPx),
    ),
    anchorPx: labelPx,
    hasLine: false,
  }
}

/** Where the label of a known day stands: beside its disc; of a run of days beside the end of its rule. */
function besideMs(date: FuzzyDate | null): CivilMs {
  const last = date === null || date.kind !== 'all' ? undefined : date.extents[date.extents.length - 1]
  const isRun = last !== undefined && last.endMs - last.startMs > DAY_MS
  return isRun ? last.endMs : lastMiddleMs(date)
}

/** Middle of the last day a date names: beside that disc stands the label. NaN where there is none. */
export function lastMiddleMs(date: FuzzyDate | null): CivilMs {
  if (date === null || date.kind === 'span') return NaN
  const extent = date.extents[date.extents.length - 1]
  return extent === undefined ? NaN : (extent.startMs + extent.endMs) / 2
}

/** The sheet of the report is part of the row too. -Infinity without one. */
export function reportEndPx(reported: FuzzyDate | undefined, toPx: (timeMs: CivilMs) => Px): Px {
  if (reported?.kind !== 'moment') return -Infinity
  return toPx(reported.extents[reported.extents.length - 1]?.endMs ?? -Infinity) + 16
}

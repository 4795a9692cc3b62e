/**
 * How is an event drawn that stands by its report? The sheet is the anchor, and what happened hangs from it.
 *
 *   [ · · · · · ]────────▯ 12 May Title
 *   ━━━━━━━━━━━━━━━━━━━━━▯ 12 May Title      what has no end that anybody knows is drawn up to the sheet
 */
import type { EventBrief } from '../story/eventBrief.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { labelWidthPx, type EventLabel } from './eventLabel.ts'
import type { ReportDrawing } from './laneLayout.ts'
import { isLabelAbove, LABEL } from './metrics.ts'
import type { PlacedLabel } from './placedMark.ts'
import { CLEAR_PX, joinTo, SHEET_PX } from './placeReport.ts'
import { placeSign } from './placeSign.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/** By their reports nearly all events stand on known days, often on one: that lane has the rows of all three. */
const LANES = 3

/**
 * @param hasOwnDates false: the report's date alone. Of many events so much would overlap that most could not be drawn.
 */
export function drawByReport(hasOwnDates: boolean): ReportDrawing {
  const ownDate = (event: EventBrief | undefined): EventBrief['when'] =>
    hasOwnDates ? (event?.asReported?.happened ?? null) : null
  return {
    adaptMetrics: (metrics) => ({
      ...metrics,
      maxRows: metrics.maxRows * LANES,
      // Right of what hangs from a report little is left of a narrow drawing: the label stands above.
      dayRowPx: hasOwnDates && metrics.titleForm === 'short' ? metrics.rangeRowPx : metrics.dayRowPx,
    }),
    placeSign: (event, when, scale) => hangFromReport(placeSign(when, scale), ownDate(event), scale),
    placeLabel,
    widenClaim: (claim, event, widthPx, toPx, metrics) => {
      const happened = ownDate(event)
      const own = happened === null ? null : outerExtent(happened.date)
      const startPx = own === null ? Infinity : toPx(own.startMs) - 8
      // What has no end is drawn up to the sheet.
      const signEndPx = own === null || own.endMs === Infinity ? -Infinity : toPx(own.endMs)
      // A label above its sign ends with the sheet, or, at the window's left edge, begins there.
      const labelPx = isLabelAbove(metrics) ? claim.anchorPx - widthPx : Infinity
      return {
        ...claim,
        startPx: Math.min(claim.startPx, startPx, labelPx),
        endPx: Math.max(claim.endPx, signEndPx + LABEL.afterDiscPx + widthPx),
      }
    },
  }
}

/** Over what hangs from the report, ending with the sheet: right of it little is left of a narrow drawing. */
function placeLabel(
  sign: readonly SignPart[],
  label: EventLabel,
  bandY: Px,
  { leftPx, rightPx }: TimeScale,
): PlacedLabel {
  const wishedPx = labelWidthPx(label, 'short')
  const x = Math.max(leftPx, Math.min(signExtentPx(sign)[1], rightPx) - wishedPx)
  const maxPx = rightPx - x
  const widthPx = Math.min(wishedPx, maxPx)
  return { x, homeX: x, y: bandY + 11, maxPx, widthPx, form: 'short', side: 'above' }
}

/**
 * Known days of the report as sheets. What happened hangs from a sheet; where the report's day is not known, only the
 * words have it: two rows of dots in one could not be told apart.
 * @param sign of the report's date; the sheets come first, as the mark's anchor
 */
function hangFromReport(
  sign: readonly SignPart[],
  happened: EventBrief['when'],
  scale: TimeScale,
): readonly SignPart[] {
  const sheets = sign.map((part): SignPart => (part.kind === 'disc' ? { kind: 'sheet', x: part.x } : part))
  const x = sheets.find((part) => part.kind === 'sheet')?.x
  if (happened === null || x === undefined) return sheets
  const own = placeSign(happened, scale)
  const isEndless = outerExtent(happened.date).endMs === Infinity
  return [...sheets, ...joinTo(x, isEndless ? own.flatMap((part) => endAt(part, x)) : own)]
}

/** What goes on without an end that anybody knows, up to the sheet: on that day it was so. */
function endAt(part: SignPart, sheetX: Px): readonly SignPart[] {
  switch (part.kind) {
    case 'rule':
    case 'leaders': {
      const x2 = Math.min(part.x2, sheetX - (part.kind === 'rule' ? SHEET_PX : CLEAR_PX))
      return x2 >= part.x1 ? [{ ...part, x2 }] : []
    }
    case 'pieces': {
      const widthPx = part.side === 'left' ? part.widthPx : Math.min(part.widthPx, sheetX - SHEET_PX - part.x)
      return widthPx > 0 ? [{ ...part, widthPx }] : []
    }
    case 'arrow':
    case 'chevron':
      return part.side === 'left' ? [part] : []
    case 'lag':
    case 'other':
      return []
    default:
      return part.x < sheetX ? [part] : []
  }
}

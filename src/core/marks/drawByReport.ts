/**
 * How is an event drawn that stands by its report? The sheet is the anchor, and what happened hangs from it.
 *
 *   [ · · · · · ]────────▯ 12 May Title
 *   ━━━━━━━━━━━━━━━━━━━━━▯ 12 May Title      what has no end that anybody knows is drawn up to the sheet
 */
import type { EventBrief } from '../story/eventBrief.ts'
import { outerExtent, type Extent } from '../time/fuzzyDate.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import type { ReportDrawing } from './laneLayout.ts'
import { joinTo, SHEET_PX } from './placeReport.ts'
import { placeSign } from './placeSign.ts'
import type { SignPart } from './signPart.ts'

/**
 * @param hasOwnDates false: the report's date alone. Of many events so much would overlap that most could not be drawn.
 */
export function drawByReport(hasOwnDates: boolean): ReportDrawing {
  const ownDate = (event: EventBrief | undefined): EventBrief['when'] =>
    hasOwnDates ? (event?.asReported?.happened ?? null) : null
  return {
    placeSign: (event, when, scale) => hangFromReport(placeSign(when, scale), ownDate(event), scale),
    hangingExtent: (event) => extentOf(ownDate(event)),
  }
}

function extentOf(happened: EventBrief['when']): Extent | null {
  if (happened === null) return null
  const { startMs, endMs } = outerExtent(happened.date)
  return { startMs, endMs: endMs === Infinity ? -Infinity : endMs }
}

/**
 * Known days of the report as sheets. What happened hangs from a sheet; where the report's day is not known, only the
 * words have it: two rows of dots in one could not be told apart.
 * @param sign of the report's date
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
  return [...joinTo(x, isEndless ? own.flatMap((part) => endAt(part, x - SHEET_PX)) : own), ...sheets]
}

/** What goes on without an end that anybody knows, up to the sheet: on that day it was so. */
function endAt(part: SignPart, endX: Px): readonly SignPart[] {
  switch (part.kind) {
    case 'rule':
    case 'leaders': {
      const x2 = Math.min(part.x2, endX)
      return x2 >= part.x1 ? [{ ...part, x2 }] : []
    }
    case 'pieces': {
      const widthPx = part.side === 'left' ? part.widthPx : Math.min(part.widthPx, endX - part.x)
      return widthPx > 0 ? [{ ...part, widthPx }] : []
    }
    case 'arrow':
    case 'chevron':
      return part.side === 'left' ? [part] : []
    default:
      return [part]
  }
}

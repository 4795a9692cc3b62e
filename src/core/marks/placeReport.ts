/**
 * Where does the sheet of the report stand, and what gives way to it?
 *
 *   [ · · · · · ]────────▯        the hairline is the lag from event to report
 *   ( · · · · · · · · · ▯]        both end on one day: the dots stop short, the bracket moves out
 *   ━━━━━━━━━━━━━━━━━━━━▯         by the reported clock the sheet is the anchor: what is still so ends at it
 */
import type { AsReported, EventBrief } from '../story/eventBrief.ts'
import { outerExtent, type FuzzyDate } from '../time/fuzzyDate.ts'
import { howKnown } from '../time/howKnown.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { CivilMs, Px } from '../time/units.ts'
import { lastMiddleMs } from './claimRow.ts'
import { placeSign } from './placeSign.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/** Half a sheet and a little air, px. */
const CLEAR_PX: Px = 11
/** Half a sheet and a hair, px. */
const SHEET_PX: Px = 6

/** All that is drawn of the dates of one event. */
export function placeEventSign(
  event: Pick<EventBrief, 'reported' | 'publishes' | 'asReported'>,
  when: NonNullable<EventBrief['when']>,
  scale: TimeScale,
): readonly SignPart[] {
  const sign = placeSign(when, scale)
  return event.asReported === undefined
    ? placeReport(event, sign, scale)
    : hangFromReport(sign, event.asReported, scale)
}

/** The sign with its sheet and lag; the sign alone where no report's day is known. */
export function placeReport(
  event: Pick<EventBrief, 'reported' | 'publishes'>,
  sign: readonly SignPart[],
  scale: TimeScale,
): readonly SignPart[] {
  if (event.reported === null || event.publishes !== null) return sign
  const x = scale.timeToPx(reportMs(event.reported.date))
  return Number.isFinite(x) ? [...joinTo(x, sign), { kind: 'sheet', x }] : sign
}

/** Middle of the day of a report; NaN where that is not known: a sheet there would be a guess. */
export function reportMs(date: FuzzyDate | null): CivilMs {
  return howKnown(date) === 'day' ? lastMiddleMs(date) : NaN
}

/**
 * Known days of the report as sheets. What happened hangs from a sheet; where the report's day is not known, only the
 * words have it: two rows of dots in one could not be told apart.
 * @param sign of the report's date
 */
function hangFromReport(
  sign: readonly SignPart[],
  { happened, isDrawn }: AsReported,
  scale: TimeScale,
): readonly SignPart[] {
  const sheets = sign.map((part): SignPart => (part.kind === 'disc' ? { kind: 'sheet', x: part.x } : part))
  const x = sheets.find((part) => part.kind === 'sheet')?.x
  if (!isDrawn || happened === null || x === undefined) return sheets
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

/** The sign, clear of a sheet, with the lag between the two. */
function joinTo(sheetX: Px, sign: readonly SignPart[]): readonly SignPart[] {
  const given = makeWay(sign, sheetX)
  const [left, right] = signExtentPx(given)
  if (right + 4 < sheetX - SHEET_PX) return [{ kind: 'lag', x1: right + 3, x2: sheetX - SHEET_PX }, ...given]
  if (left - 4 > sheetX + SHEET_PX) return [{ kind: 'lag', x1: sheetX + SHEET_PX, x2: left - 3 }, ...given]
  return given
}

function makeWay(sign: readonly SignPart[], sheetX: Px): readonly SignPart[] {
  const end = signExtentPx(sign)[1]
  const isOnSameDay = Math.abs(end - sheetX) < 2 * CLEAR_PX || sheetX < end
  if (!isOnSameDay) return sign
  return sign.flatMap((part): readonly SignPart[] => {
    if (part.kind === 'leaders' && part.x1 < sheetX && part.x2 > sheetX - CLEAR_PX) {
      const before: SignPart = { ...part, x2: sheetX - CLEAR_PX }
      const after: SignPart = { ...part, x1: sheetX + CLEAR_PX }
      return [before, after].filter((piece) => piece.x2 >= piece.x1)
    }
    if (part.kind === 'bracket' && part.side === 'right' && Math.abs(part.x - sheetX) < CLEAR_PX)
      return [{ ...part, x: sheetX + CLEAR_PX }]
    return [part]
  })
}

/**
 * Where does the sheet of the report stand, and what gives way to it?
 *
 *   [ · · · · · ]────────▯        the hairline is the lag from event to report
 *   ( · · · · · · · · · ▯]        both end on one day: the dots stop short, the bracket moves out
 */
import type { EventBrief } from '../story/eventBrief.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import { howKnown } from '../time/howKnown.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { CivilMs, Px } from '../time/units.ts'
import { lastMiddleMs } from './claimRow.ts'
import { cutLeaders } from './clipLeaders.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/** Half a sheet and a little air, px. */
export const CLEAR_PX: Px = 11
/** A gap that is smaller needs no line, px. */
const LAG_PX: Px = 6
/** Half a sheet and a hair, px. */
export const SHEET_PX: Px = 6

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

/** The sign, clear of a sheet, with the lag between the two. */
export function joinTo(sheetX: Px, sign: readonly SignPart[]): readonly SignPart[] {
  const given = makeWay(sign, sheetX)
  const [left, right] = signExtentPx(given)
  if (right + LAG_PX < sheetX - SHEET_PX)
    return [{ kind: 'lag', x1: right + 3, x2: sheetX - SHEET_PX }, ...given]
  if (left - LAG_PX > sheetX + SHEET_PX)
    return [{ kind: 'lag', x1: sheetX + SHEET_PX, x2: left - 3 }, ...given]
  return given
}

function makeWay(sign: readonly SignPart[], sheetX: Px): readonly SignPart[] {
  const end = signExtentPx(sign)[1]
  const isOnSameDay = Math.abs(end - sheetX) < 2 * CLEAR_PX || sheetX < end
  if (!isOnSameDay) return sign
  return sign.flatMap((part): readonly SignPart[] => {
    if (part.kind === 'leaders' && part.x1 < sheetX && part.x2 > sheetX - CLEAR_PX) {
      return [...cutLeaders(part, sheetX - CLEAR_PX), ...cutLeaders(part, Infinity, sheetX + CLEAR_PX)]
    }
    if (part.kind === 'bracket' && part.side === 'right' && Math.abs(part.x - sheetX) < CLEAR_PX)
      return [{ ...part, x: sheetX + CLEAR_PX }]
    return [part]
  })
}

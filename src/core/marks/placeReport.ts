/**
 * Where does the sheet of the report stand, and what gives way to it?
 *
 *   [ · · · · · ]────────▯        the hairline is the lag from event to report
 *   ( · · · · · · · · · ▯]        both end on one day: the dots stop short, the bracket moves out
 */
import type { EventBrief } from '../story/eventBrief.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { lastMiddleMs } from './claimRow.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/** Half a sheet and a little air, px. */
const CLEAR_PX: Px = 11

/** The sign with its sheet and lag; the sign alone where no report's day is known. */
export function placeReport(
  event: Pick<EventBrief, 'reported' | 'publishes'>,
  sign: readonly SignPart[],
  scale: TimeScale,
): readonly SignPart[] {
  if (event.reported === null || event.publishes !== null) return sign
  const x = scale.timeToPx(lastMiddleMs(event.reported.date))
  if (!Number.isFinite(x)) return sign
  const given = makeWay(sign, x)
  const right = signExtentPx(given)[1]
  const lag: readonly SignPart[] = right + 4 < x - 6 ? [{ kind: 'lag', x1: right + 3, x2: x - 6 }] : []
  return [...lag, ...given, { kind: 'sheet', x }]
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

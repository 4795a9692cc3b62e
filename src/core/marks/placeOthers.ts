/**
 * Where do the dates stand that accounts give beside the event's own? Each under the sign, as a thin bracket over all
 * the time that it may mean; what it means exactly is said in words where the event is opened.
 *
 *   ●                    [ · · · · · ]
 *        └──────┘             └────────── no end known
 */
import type { EventBrief } from '../story/eventBrief.ts'
import { otherDates } from '../story/otherDates.ts'
import { outerExtent } from '../time/fuzzyDate.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import type { SignPart } from './signPart.ts'

/** A day is never narrower, px. */
const MIN_PX: Px = 6
/** What ends outside the window is drawn so far past its edge, px. */
const OVERRUN_PX: Px = 24

/** The sign with a bracket for each other date. Every second one hangs lower, so that two that meet can be told apart. */
export function withOthers(
  event: Pick<EventBrief, 'when' | 'accounts'>,
  sign: readonly SignPart[],
  scale: TimeScale,
): readonly SignPart[] {
  const others = otherDates(event)
  if (others.length === 0) return sign
  return [
    ...sign,
    ...others.map((date, i): SignPart => {
      const { startMs, endMs } = outerExtent(date)
      const hasStart = Number.isFinite(startMs)
      const hasEnd = Number.isFinite(endMs)
      const x1 = hasStart ? Math.max(scale.timeToPx(startMs), scale.leftPx - OVERRUN_PX) : scale.leftPx
      const x2 = hasEnd ? Math.min(scale.timeToPx(endMs), scale.rightPx + OVERRUN_PX) : scale.rightPx
      const airPx = Math.max(0, MIN_PX - (x2 - x1)) / 2
      return { kind: 'other', x1: x1 - airPx, x2: x2 + airPx, hasStart, hasEnd, isLower: i % 2 === 1 }
    }),
  ]
}

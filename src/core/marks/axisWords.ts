/** Which lines of the axis carry their words? Those whose words are not cut off at its end, and do not run together. */
import type { AxisTick, AxisTicks } from '../time/axisTicks.ts'
import type { Px } from '../time/units.ts'

/** A letter of a period's name, with room to spare: a name that would be cut at the edge is left out. */
const LETTER_PX: Px = 9
/** A number takes no more. */
const NUMBER_PX: Px = 20
/** A number so near before a period's line would read as part of its name. */
const CLEAR_PX: Px = 22

/** @param rightPx where the stage ends */
export function wordsOfAxis(ticks: AxisTicks, rightPx: Px): Pick<AxisTicks, 'major' | 'minor'> {
  return {
    major: ticks.major.filter(({ x, label }) => x + label.length * LETTER_PX < rightPx),
    minor: ticks.minor.filter(({ x }) => x < rightPx - NUMBER_PX && isClearOfMajor(x, ticks.major)),
  }
}

function isClearOfMajor(x: Px, major: readonly AxisTick[]): boolean {
  return major.every((tick) => tick.x < x - 2 || tick.x - x > CLEAR_PX)
}

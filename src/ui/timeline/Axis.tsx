/**
 * The words of the time axis. Decoration: marks say their dates in words. stagePen draws its lines, and shifts the
 * words while the window moves.
 */
import { memo, type ReactElement } from 'react'
import type { AxisTick, AxisTicks } from '../../core/time/axisTicks.ts'

interface AxisProps {
  readonly ticks: AxisTicks
  /** Where the stage ends, px. */
  readonly rightPx: number
}

export const Axis = memo(function Axis({ ticks, rightPx }: AxisProps): ReactElement {
  const wordsAt = ({ timeMs, x, label }: AxisTick, className: string): ReactElement => (
    <span key={timeMs} className={className} data-x={x} style={{ left: short(x) }}>
      {label}
    </span>
  )
  return (
    <div className="axis" aria-hidden="true">
      {ticks.minor
        .filter(({ x }) => isClearOfMajor(x, ticks) && x < rightPx - 20)
        .map((tick) => wordsAt(tick, 'axis-minor'))}
      {ticks.major
        .filter(({ x, label }) => x + label.length * MAJOR_LETTER_PX < rightPx)
        .map((tick) => wordsAt(tick, 'axis-major'))}
    </div>
  )
})

/** To a hundredth of a px: sums of places differ by less, and the same text is not written again. */
function short(px: number): number {
  return Math.round(px * 100) / 100
}

/** A letter of a major label, with room to spare, px: a name that would be cut at the edge is left out. */
const MAJOR_LETTER_PX = 9

/** A number just before a month's line would read as part of its name. */
function isClearOfMajor(x: number, ticks: AxisTicks): boolean {
  return ticks.major.every((major) => major.x < x - 2 || major.x - x > 22)
}

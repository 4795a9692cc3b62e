/**
 * The words of the time axis. Decoration: marks say their dates in words. Its lines are drawn by stagePen.
 * Each word stands at a share of the width of the axis, so that a zoom writes that width and nothing else.
 */
import { memo, type ReactElement } from 'react'
import type { AxisTick, AxisTicks } from '../../core/time/axisTicks.ts'

interface AxisProps {
  readonly ticks: AxisTicks
  /** Of the window, px. */
  readonly widthPx: number
  /** Where the stage ends, px. */
  readonly rightPx: number
}

export const Axis = memo(function Axis({ ticks, widthPx, rightPx }: AxisProps): ReactElement {
  const wordsAt = ({ timeMs, x, label }: AxisTick, className: string): ReactElement => (
    <span key={timeMs} className={className} data-x={x} style={{ left: `${(x / widthPx) * 100}%` }}>
      {label}
    </span>
  )
  return (
    <div className="axis" style={{ width: widthPx }} aria-hidden="true">
      {ticks.minor
        .filter(({ x }) => isClearOfMajor(x, ticks) && x < rightPx - 20)
        .map((tick) => wordsAt(tick, 'axis-minor'))}
      {ticks.major
        .filter(({ x, label }) => x + label.length * MAJOR_LETTER_PX < rightPx)
        .map((tick) => wordsAt(tick, 'axis-major'))}
    </div>
  )
})

/** A letter of a major label, with room to spare, px: a name that would be cut at the edge is left out. */
const MAJOR_LETTER_PX = 9

/** A number just before a month's line would read as part of its name. */
function isClearOfMajor(x: number, ticks: AxisTicks): boolean {
  return ticks.major.every((major) => major.x < x - 2 || major.x - x > 22)
}

/**
 * The words of the time axis. Decoration: marks say their dates in words. stagePen draws its lines, and shifts the
 * words while the window moves.
 */
import { memo, type ReactElement } from 'react'
import { wordsOfAxis } from '../../core/marks/axisWords.ts'
import type { AxisTick, AxisTicks } from '../../core/time/axisTicks.ts'
import { shortPx } from './shortPx.ts'

interface AxisProps {
  readonly ticks: AxisTicks
  /** Where the stage ends, px. */
  readonly rightPx: number
}

export const Axis = memo(function Axis({ ticks, rightPx }: AxisProps): ReactElement {
  const { major, minor } = wordsOfAxis(ticks, rightPx)
  const wordsAt = ({ timeMs, x, label }: AxisTick, className: string): ReactElement => (
    <span key={timeMs} className={className} data-x={x} style={{ left: shortPx(x) }}>
      {label}
    </span>
  )
  return (
    <div className="axis" aria-hidden="true">
      {minor.map((tick) => wordsAt(tick, 'axis-minor'))}
      {major.map((tick) => wordsAt(tick, 'axis-major'))}
    </div>
  )
})

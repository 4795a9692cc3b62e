/** The words of the time axis. Decoration: marks say their dates in words. Its lines are drawn by stagePen. */
import { memo, type ReactElement } from 'react'
import type { AxisTicks } from '../../core/time/axisTicks.ts'
import { AXIS_PX } from './timelineSizes.ts'

interface AxisProps {
  readonly ticks: AxisTicks
  readonly widthPx: number
}

export const Axis = memo(function Axis({ ticks, widthPx }: AxisProps): ReactElement {
  return (
    <g className="axis">
      {ticks.minor.map(
        ({ timeMs, x, label }) =>
          isClearOfMajor(x, ticks) &&
          x < widthPx - 20 && (
            <text key={timeMs} className="axis-minor" data-x={x} x={x + 4} y={AXIS_PX - 5}>
              {label}
            </text>
          ),
      )}
      {ticks.major
        .filter(({ x, label }) => x + label.length * MAJOR_LETTER_PX < widthPx)
        .map(({ timeMs, x, label }) => (
          <text key={timeMs} className="axis-major" data-x={x} x={x + 6} y={16}>
            {label}
          </text>
        ))}
    </g>
  )
})

/** A letter of a major label, with room to spare, px: a name that would be cut at the edge is left out. */
const MAJOR_LETTER_PX = 9

/** A number just before a month's line would read as part of its name. */
function isClearOfMajor(x: number, ticks: AxisTicks): boolean {
  return ticks.major.every((major) => major.x < x - 2 || major.x - x > 22)
}

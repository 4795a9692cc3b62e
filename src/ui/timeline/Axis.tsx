/** The time axis with its lines down through the lanes. Decoration: marks say their dates in words. */
import type { ReactElement } from 'react'
import type { AxisTicks } from '../../core/time/axisTicks.ts'
import { AXIS_PX } from './timelineSizes.ts'

interface AxisProps {
  readonly ticks: AxisTicks
  readonly widthPx: number
  readonly heightPx: number
  /** Middles of the days on which something is known to have happened. */
  readonly knownDays: readonly number[]
}

export function Axis({ ticks, widthPx, heightPx, knownDays }: AxisProps): ReactElement {
  return (
    <g className="axis">
      {ticks.minor.map(({ timeMs, x }) => (
        <line key={timeMs} className="axis-grid" x1={x} x2={x} y1={AXIS_PX} y2={heightPx} />
      ))}
      {ticks.major.map(({ timeMs, x }) => (
        <line key={timeMs} className="axis-grid-major" x1={x} x2={x} y1={4} y2={heightPx} />
      ))}
      {ticks.fine.map((x) => (
        <line key={x} className="axis-tick" x1={x} x2={x} y1={AXIS_PX - 3} y2={AXIS_PX} />
      ))}
      {ticks.minor.map(({ timeMs, x, label }) => (
        <g key={timeMs}>
          <line className="axis-tick" x1={x} x2={x} y1={AXIS_PX - 8} y2={AXIS_PX} />
          {isClearOfMajor(x, ticks) && x < widthPx - 20 && (
            <text className="axis-minor" x={x + 4} y={AXIS_PX - 5}>
              {label}
            </text>
          )}
        </g>
      ))}
      {ticks.major
        .filter(({ x, label }) => x + label.length * MAJOR_LETTER_PX < widthPx)
        .map(({ timeMs, x, label }) => (
          <text key={timeMs} className="axis-major" x={x + 6} y={16}>
            {label}
          </text>
        ))}
      <line className="axis-line" x1={0} x2={widthPx} y1={AXIS_PX - 0.5} y2={AXIS_PX - 0.5} />
      {knownDays.map((x, i) => (
        <rect key={i} className="axis-known" x={x - 1} y={AXIS_PX} width={2} height={6} />
      ))}
    </g>
  )
}

/** A letter of a major label, with room to spare, px: a name that would be cut at the edge is left out. */
const MAJOR_LETTER_PX = 9

/** A number just before a month's line would read as part of its name. */
function isClearOfMajor(x: number, ticks: AxisTicks): boolean {
  return ticks.major.every((major) => major.x < x - 2 || major.x - x > 22)
}

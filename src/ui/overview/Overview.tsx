/** The whole story in a strip, with the window on it, and plain buttons for every way to move it. */
import { useRef, type ReactElement, type RefObject } from 'react'
import { DENSITY_BIN_PX, type PlacedOverview } from '../../core/marks/placeOverview.ts'
import type { StripPeriod } from '../../core/marks/placeStrip.ts'
import type { AxisTick, AxisTicks } from '../../core/time/axisTicks.ts'
import type { TimeScale } from '../../core/time/timeScale.ts'
import type { TimeWindow, WindowLimits } from '../../core/time/timeWindow.ts'
import type { StripWords } from '../../core/wording/stripWords.ts'
import { Icon, type IconName } from '../shared/Icon.tsx'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { HandleSlider } from './HandleSlider.tsx'
import './overview.css'
import { useWindowBrush } from './useWindowBrush.ts'
import { useWindowPlace } from './useWindowPlace.ts'

/** Height of the strip without its words, px. */
const STRIP_PX = 30

export type WindowMove = 'earlier' | 'later' | 'in' | 'out' | 'all'

interface OverviewProps {
  readonly frameRef: RefObject<HTMLDivElement | null>
  readonly scale: TimeScale
  readonly ticks: AxisTicks
  readonly placed: PlacedOverview
  /** Of the view state. */
  readonly window: TimeWindow
  readonly live: LiveWindow
  /** A motion is to be expected, or runs for which the page was drawn. */
  readonly isHeld: boolean
  readonly limits: WindowLimits
  readonly strip: StripPeriod
  readonly words: StripWords
  /** A step of a drag. */
  readonly onDrag: (window: TimeWindow) => void
  readonly onWindow: (window: TimeWindow) => void
  readonly onMove: (move: WindowMove) => void
}

const buttons: readonly { readonly move: WindowMove; readonly icon: IconName; readonly label: string }[] = [
  { move: 'earlier', icon: 'left', label: 'Earlier' },
  { move: 'later', icon: 'right', label: 'Later' },
  { move: 'out', icon: 'minus', label: 'Zoom out' },
  { move: 'in', icon: 'plus', label: 'Zoom in' },
  { move: 'all', icon: 'fit', label: 'Show all' },
]

export function Overview(props: OverviewProps): ReactElement {
  const { scale, ticks, placed, frameRef } = props
  const brush = useRef<SVGGElement>(null)
  const [wash, start, end] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  const { live, limits, onDrag } = props
  useWindowPlace(frameRef, { wash, start, end }, props)
  useWindowBrush(brush, live, props.window, { scale, limits, heightPx: STRIP_PX, onWindow: onDrag })
  return (
    <section className="overview" aria-label="Whole story">
      <p className="overview-heading">
        <strong>{props.words.heading}</strong> <span>{props.words.period}</span>
        <span className="visually-hidden">{props.words.beyond}</span>
      </p>
      <div ref={frameRef} className="overview-frame">
        <svg className="overview-strip" width={scale.widthPx} height={STRIP_PX + 18} aria-hidden="true">
          <line className="axis-line" x1={0} x2={scale.widthPx} y1={STRIP_PX - 0.5} y2={STRIP_PX - 0.5} />
          <OverviewStrokes placed={placed} />
          <path className="overview-beyond" d={beyondPath(props.strip, scale.widthPx)} />
          {overviewTicks(ticks, scale.widthPx).map(({ timeMs, x, label, isCut }) => (
            <g key={timeMs}>
              {isCut ? null : <line className="axis-tick" x1={x} x2={x} y1={STRIP_PX} y2={STRIP_PX + 6} />}
              <text className="overview-label" x={x + 4} y={STRIP_PX + 13}>
                {label}
              </text>
            </g>
          ))}
          <g ref={brush} className="overview-brush" />
        </svg>
        <div className="overview-place">
          <div ref={wash} className="overview-window" style={{ height: STRIP_PX }} />
          <HandleSlider {...props} end="start" handleRef={start} heightPx={STRIP_PX} />
          <HandleSlider {...props} end="end" handleRef={end} heightPx={STRIP_PX} />
        </div>
      </div>
      <div className="overview-buttons" role="group" aria-label="Move and zoom">
        {buttons.map(({ move, icon, label }) => (
          <button
            key={move}
            type="button"
            className="square-button"
            aria-label={label}
            title={label}
            onClick={() => props.onMove(move)}
          >
            <Icon name={icon} />
          </button>
        ))}
      </div>
    </section>
  )
}

/** The periods; where there are few of them, their parts too. A label that would be cut, or run into the next, is left out. */
function overviewTicks({ major, minor }: AxisTicks, widthPx: number): readonly AxisTick[] {
  const all = major.length < 3 ? [...major, ...minor].sort((a, b) => a.x - b.x) : major
  const widthOf = (label: string): number => label.length * LETTER_PX
  return all.filter(({ x, label }, i) => x + widthOf(label) < (all[i + 1]?.x ?? widthPx))
}

const LETTER_PX = 7

function OverviewStrokes({ placed }: { readonly placed: PlacedOverview }): ReactElement {
  return (
    <g>
      <path className="overview-density" d={placed.density.map(barPath).join('')} />
      <path className="overview-days" d={placed.days.map((x) => `M${x},3v6`).join('')} />
      <path
        className="overview-lasted"
        d={placed.lasted.map(({ x1, x2, y }) => `M${x1},${y}H${x2}`).join('')}
      />
      <path
        className="overview-doubt"
        d={placed.doubt.map(({ x1, x2, y }) => `M${x1},${y}H${x2}`).join('')}
      />
    </g>
  )
}

/** At an end beyond which something lies: that it goes on. */
function beyondPath({ isCutBefore, isCutAfter }: StripPeriod, widthPx: number): string {
  const before = isCutBefore ? 'M6,10l-5,5l5,5' : ''
  return isCutAfter ? `${before}M${widthPx - 6},10l5,5l-5,5` : before
}

/** A bar that stands on the strip's foot. */
function barPath({ x, height }: PlacedOverview['density'][number]): string {
  return `M${x},${STRIP_PX - 1}v${(-height).toFixed(1)}h${DENSITY_BIN_PX}v${height.toFixed(1)}z`
}

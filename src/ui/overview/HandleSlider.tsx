/** One end of the window as a slider: 24 wide for the finger, moved by keys; dragging is the brush's. */
import type { KeyboardEvent, ReactElement, RefObject } from 'react'
import { spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'
import { DAY_MS } from '../../core/time/units.ts'
import { formatDay } from '../../core/wording/dayWords.ts'

interface HandleSliderProps {
  readonly end: 'start' | 'end'
  /** By which it is moved (useWindowPlace.ts). */
  readonly handleRef: RefObject<HTMLDivElement | null>
  /** Of the view state: what is read aloud, and what keys move. */
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly heightPx: number
  readonly onWindow: (window: TimeWindow) => void
}

/** A key moves an end by this share of the window, and by ten times that with Page Up and Page Down. */
const STEP_SHARE = 0.02

export function HandleSlider({
  end,
  handleRef,
  window,
  limits,
  heightPx,
  onWindow,
}: HandleSliderProps): ReactElement {
  const valueMs = end === 'start' ? window.startMs : window.endMs
  const minMs = end === 'start' ? limits.outer.startMs : window.startMs + limits.minSpanMs
  const maxMs = end === 'start' ? window.endMs - limits.minSpanMs : limits.outer.endMs
  const stepMs = spanOf(window) * STEP_SHARE

  const onKeyDown = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: valueMs + stepMs,
      ArrowUp: valueMs + stepMs,
      ArrowLeft: valueMs - stepMs,
      ArrowDown: valueMs - stepMs,
      PageUp: valueMs + 10 * stepMs,
      PageDown: valueMs - 10 * stepMs,
      Home: minMs,
      End: maxMs,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    const movedMs = Math.max(minMs, Math.min(maxMs, target))
    onWindow(end === 'start' ? { ...window, startMs: movedMs } : { ...window, endMs: movedMs })
  }

  const toDay = (timeMs: number): number => Math.round(timeMs / DAY_MS)
  return (
    <div
      ref={handleRef}
      className="overview-handle"
      role="slider"
      tabIndex={0}
      aria-label={end === 'start' ? 'Shown from' : 'Shown to'}
      aria-orientation="horizontal"
      aria-valuemin={toDay(minMs)}
      aria-valuemax={toDay(maxMs)}
      aria-valuenow={toDay(valueMs)}
      aria-valuetext={formatDay(end === 'start' ? valueMs : valueMs - 1)}
      style={{ height: heightPx + 6 }}
      onKeyDown={onKeyDown}
    />
  )
}

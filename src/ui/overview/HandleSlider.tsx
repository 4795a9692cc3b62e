/** One end of the window as a slider: 24 wide for the finger, moved by keys; dragging is the brush's. */
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'
import { DAY_MS } from '../../core/time/units.ts'
import { formatDay } from '../../core/wording/dayWords.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { placeEnd } from './WindowFrame.tsx'

interface HandleSliderProps {
  readonly end: 'start' | 'end'
  readonly scale: TimeScale
  /** Of the view state: what is read aloud, and what keys move. */
  readonly window: TimeWindow
  /** Where the handle stands. */
  readonly live: LiveWindow
  readonly limits: WindowLimits
  readonly heightPx: number
  readonly onWindow: (window: TimeWindow) => void
}

/** A key moves an end by this share of the window, and by ten times that with Page Up and Page Down. */
const STEP_SHARE = 0.02

export function HandleSlider({
  end,
  scale,
  window,
  live,
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

  const handle = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const follow = (): void => {
      const { startMs, endMs } = live.get()
      const x = placeEnd(end === 'start' ? startMs : endMs, scale)
      if (handle.current !== null) handle.current.style.transform = `translateX(${x - 12}px)`
    }
    follow()
    return live.subscribe(follow)
  }, [live, scale, end])
  const toDay = (timeMs: number): number => Math.round(timeMs / DAY_MS)
  return (
    <div
      ref={handle}
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

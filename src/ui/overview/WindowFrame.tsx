/**
 * What is seen of the window on the strip: a wash with a line above and below. The handles draw its ends.
 * It is moved and stretched as a whole, which browsers do without laying out or painting anything anew.
 */
import { useLayoutEffect, useRef, type ReactElement } from 'react'
import type { TimeScale } from '../../core/time/timeScale.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'

interface WindowFrameProps {
  readonly live: LiveWindow
  readonly scale: TimeScale
  readonly heightPx: number
}

export function WindowFrame({ live, scale, heightPx }: WindowFrameProps): ReactElement {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const follow = (): void => {
      const { startMs, endMs } = live.get()
      const x1 = placeEnd(startMs, scale)
      const share = Math.max(1, placeEnd(endMs, scale) - x1) / scale.widthPx
      if (frame.current !== null) frame.current.style.transform = `translateX(${x1}px) scaleX(${share})`
    }
    follow()
    return live.subscribe(follow)
  }, [live, scale])
  return <div ref={frame} className="overview-window" style={{ height: heightPx }} />
}

/** An end of the window on the strip, at the strip's end where it lies beyond, px. */
export function placeEnd(timeMs: number, scale: TimeScale): number {
  return Math.max(0, Math.min(scale.widthPx, scale.timeToPx(timeMs)))
}

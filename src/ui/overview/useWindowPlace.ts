/** Shows where the live window lies on the strip, at every step: by moving what stands for it, or by having it painted. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { spanOf } from '../../core/time/timeWindow.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { whenPainted } from '../shared/whenPainted.ts'
import type { WindowEnds } from './paintWindow.ts'
import type { StripPainter } from './stripPainter.ts'

/** The wash between the window's ends, and what takes hold of either. */
interface WindowParts {
  readonly wash: RefObject<HTMLElement | null>
  readonly start: RefObject<HTMLElement | null>
  readonly end: RefObject<HTMLElement | null>
}

/**
 * @param frame in which all of them lie
 * @param isMoving whether a motion runs: in one the window may be painted, at rest it never is
 */
export function useWindowPlace(
  frame: RefObject<HTMLElement | null>,
  { wash, start, end }: WindowParts,
  live: LiveWindow,
  scale: TimeScale,
  isMoving: boolean,
): void {
  const painter = useRef<StripPainter | null>(null)
  useLayoutEffect(() => {
    const place = (ends: WindowEnds): void => placeParts({ wash, start, end }, ends, scale)
    let lengthMs = spanOf(live.get())
    painter.current?.rest()
    place(findEnds(live, scale))
    return live.subscribe(() => {
      const before = lengthMs
      lengthMs = spanOf(live.get())
      // A pan moves the stage too, and so costs the page little more; a zoom is otherwise not the page's.
      const isZoom = Math.abs(lengthMs / before - 1) > 1e-9
      const ends = findEnds(live, scale)
      const isPainted = isMoving && painter.current?.show(ends, isZoom) === true
      if (!isPainted) place(ends)
    })
  }, [live, scale, isMoving, wash, start, end])
  useEffect(() => {
    let isGone = false
    void whenPainted(() => import('./stripPainter.ts')).then(({ openStripPainter }) => {
      if (!isGone && frame.current !== null) painter.current = openStripPainter(frame.current)
    })
    return () => {
      isGone = true
      painter.current?.close()
      painter.current = null
    }
  }, [frame])
}

function findEnds(live: LiveWindow, scale: TimeScale): WindowEnds {
  const { startMs, endMs } = live.get()
  return { x1: placeEnd(startMs, scale), x2: placeEnd(endMs, scale) }
}

/** An end of the window on the strip, at the strip's end where it lies beyond, px. */
function placeEnd(timeMs: number, scale: TimeScale): number {
  return Math.max(0, Math.min(scale.widthPx, scale.timeToPx(timeMs)))
}

/** All are moved, and the wash stretched, which browsers do without laying out or painting anything anew. */
function placeParts({ wash, start, end }: WindowParts, { x1, x2 }: WindowEnds, { widthPx }: TimeScale): void {
  const share = Math.max(1, x2 - x1) / widthPx
  if (wash.current !== null) wash.current.style.transform = `translateX(${x1}px) scaleX(${share})`
  if (start.current !== null) start.current.style.transform = `translateX(${x1 - 12}px)`
  if (end.current !== null) end.current.style.transform = `translateX(${x2 - 12}px)`
}

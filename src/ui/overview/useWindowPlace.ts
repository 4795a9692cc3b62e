/** Shows where the live window lies on the strip, at every step: by moving what stands for it, or by having it painted. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { isSameWindow, type TimeWindow } from '../../core/time/timeWindow.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { whenPainted } from '../shared/whenPainted.ts'
import type { WindowEnds } from '../painting/paintWindow.ts'
import type { PaintedStrip } from './paintedStrip.ts'

/** The wash between the window's ends, and what takes hold of either. */
interface WindowParts {
  readonly wash: RefObject<HTMLElement | null>
  readonly start: RefObject<HTMLElement | null>
  readonly end: RefObject<HTMLElement | null>
}

interface PlacedWindow {
  readonly live: LiveWindow
  readonly scale: TimeScale
  /** Where the window is at rest: there it is never painted, unless a motion is held. */
  readonly window: TimeWindow
  /** A motion is to be expected, or runs for which the page was drawn. */
  readonly isHeld: boolean
}

/** @param frame in which all of them lie */
export function useWindowPlace(
  frame: RefObject<HTMLElement | null>,
  { wash, start, end }: WindowParts,
  { live, scale, window: rest, isHeld }: PlacedWindow,
): void {
  const painter = useRef<PaintedStrip | null>(null)
  useLayoutEffect(() => {
    const place = (ends: WindowEnds): void => placeParts({ wash, start, end }, ends, scale.widthPx)
    const ends = findEnds(live, scale)
    place(ends)
    painter.current?.rest()
    if (isHeld) painter.current?.prepare(ends)
    return live.subscribe(() => {
      const ends = findEnds(live, scale)
      const isMoved = isHeld || !isSameWindow(live.get(), rest)
      if (!isMoved) painter.current?.rest()
      if (!isMoved || painter.current?.show(ends) !== true) place(ends)
    })
  }, [live, scale, rest, isHeld, wash, start, end])
  useEffect(() => {
    let isGone = false
    void whenPainted(() => import('./paintedStrip.ts')).then(({ openPaintedStrip }) => {
      if (!isGone && frame.current !== null) painter.current = openPaintedStrip(frame.current)
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

/** Nothing is laid out or painted anew for it. */
function placeParts({ wash, start, end }: WindowParts, { x1, x2 }: WindowEnds, widthPx: number): void {
  const share = Math.max(1, x2 - x1) / widthPx
  if (wash.current !== null) wash.current.style.transform = `translateX(${x1}px) scaleX(${share})`
  if (start.current !== null) start.current.style.transform = `translateX(${x1 - 12}px)`
  if (end.current !== null) end.current.style.transform = `translateX(${x2 - 12}px)`
}

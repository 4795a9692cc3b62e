/** Shows where the live window lies on the strip, at every step: by moving what stands for it, or by having it painted. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { spanOf } from '../../core/time/timeWindow.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { whenPainted } from '../shared/whenPainted.ts'
import type { WindowEnds } from '../painting/paintWindow.ts'
import type { PaintedStrip } from './paintedStrip.ts'

/** The wash between the window's ends, what takes hold of either, and the group in which these three lie. */
interface WindowParts {
  readonly group: RefObject<HTMLElement | null>
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
  { group, wash, start, end }: WindowParts,
  live: LiveWindow,
  scale: TimeScale,
  isMoving: boolean,
): void {
  const painter = useRef<PaintedStrip | null>(null)
  useLayoutEffect(() => {
    const place = openPlace({ group, wash, start, end }, scale, (element, px) => {
      if (painter.current === null) element.style.transform = `translateX(${px}px)`
      else painter.current.move(element, px, isMoving)
    })
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
  }, [live, scale, isMoving, group, wash, start, end])
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

/**
 * Shows where the window lies: by moving the group as long as the window keeps its length, and by placing each part
 * in it where it does not. Neither has anything laid out or painted anew; but to move three parts instead of one took
 * a quarter of all that a step of a pan took.
 */
function openPlace(
  parts: WindowParts,
  { widthPx }: TimeScale,
  move: (group: HTMLElement, px: number) => void,
): (ends: WindowEnds) => void {
  let placed: WindowEnds | null = null
  const isWhole = ({ x1, x2 }: WindowEnds): boolean => x1 > 0 && x2 < widthPx
  return (ends) => {
    const group = parts.group.current
    if (placed !== null && isWhole(placed) && isWhole(ends) && hasLengthOf(placed, ends)) {
      if (group !== null) move(group, ends.x1 - placed.x1)
      return
    }
    placed = ends
    if (group !== null) move(group, 0)
    placeParts(parts, ends, widthPx)
  }
}

/** To a thousandth of a px. */
function hasLengthOf(one: WindowEnds, other: WindowEnds): boolean {
  return Math.abs(one.x2 - one.x1 - (other.x2 - other.x1)) < 1e-3
}

function placeParts({ wash, start, end }: WindowParts, { x1, x2 }: WindowEnds, widthPx: number): void {
  const share = Math.max(1, x2 - x1) / widthPx
  if (wash.current !== null) wash.current.style.transform = `translateX(${x1}px) scaleX(${share})`
  if (start.current !== null) start.current.style.transform = `translateX(${x1 - 12}px)`
  if (end.current !== null) end.current.style.transform = `translateX(${x2 - 12}px)`
}

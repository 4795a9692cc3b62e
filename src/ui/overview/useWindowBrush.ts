/**
 * Hangs the brush on the strip, as soon as it has been loaded, and tells it where the window rests.
 * What is seen of the window follows every step (useWindowPlace.ts); the brush is only what takes hold of it.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { isSameWindow, type TimeWindow } from '../../core/time/timeWindow.ts'
import type { LiveWindow } from '../shared/liveWindow.ts'
import type { WindowBrush } from './windowBrush.ts'

export function useWindowBrush(
  ref: RefObject<SVGGElement | null>,
  live: LiveWindow,
  rest: TimeWindow,
  given: Omit<WindowBrush, 'window'>,
): void {
  const latest = useRef({ ...given, rest })
  const draw = useRef<(() => void) | null>(null)
  const { scale, heightPx } = given
  useLayoutEffect(() => {
    latest.current = { ...given, rest }
  })
  useLayoutEffect(() => {
    draw.current?.()
  }, [scale, heightPx, rest])
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let stop: (() => void) | null = null
    let isGone = false
    void import('./windowBrush.ts').then(({ startBrush }) => {
      if (isGone) return
      const brush = startBrush(element, () => ({ ...latest.current, window: latest.current.rest }))
      draw.current = brush.draw
      stop = brush.stop
    })
    // A motion that ends where it began.
    const leave = live.subscribe(() => {
      if (isSameWindow(live.get(), latest.current.rest)) draw.current?.()
    })
    return () => {
      isGone = true
      leave()
      draw.current = null
      stop?.()
    }
  }, [ref, live])
}

/** Hangs the brush on the strip, as soon as it has been loaded, and has it follow the window. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import type { WindowBrush } from './windowBrush.ts'

export function useWindowBrush(
  ref: RefObject<SVGGElement | null>,
  live: LiveWindow,
  given: Omit<WindowBrush, 'window'>,
): void {
  const latest = useRef(given)
  const draw = useRef<(() => void) | null>(null)
  const { scale, heightPx } = given
  useLayoutEffect(() => {
    latest.current = given
  })
  useLayoutEffect(() => {
    draw.current?.()
  }, [scale, heightPx])
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let stop: (() => void) | null = null
    let isGone = false
    void import('./windowBrush.ts').then(({ startBrush }) => {
      if (isGone) return
      const brush = startBrush(element, () => ({ ...latest.current, window: live.get() }))
      draw.current = brush.draw
      stop = brush.stop
    })
    const leave = live.subscribe(() => draw.current?.())
    return () => {
      isGone = true
      leave()
      draw.current = null
      stop?.()
    }
  }, [ref, live])
}

/** Hangs the brush on the strip, as soon as it has been loaded, and has it follow the window. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { WindowBrush } from './windowBrush.ts'

export function useWindowBrush(ref: RefObject<SVGGElement | null>, given: WindowBrush): void {
  const latest = useRef(given)
  const draw = useRef<(() => void) | null>(null)
  const { scale, window, heightPx } = given
  useLayoutEffect(() => {
    latest.current = given
  })
  useLayoutEffect(() => {
    draw.current?.()
  }, [scale, window, heightPx])
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let stop: (() => void) | null = null
    let isGone = false
    void import('./windowBrush.ts').then(({ startBrush }) => {
      if (isGone) return
      const brush = startBrush(element, () => latest.current)
      draw.current = brush.draw
      stop = brush.stop
    })
    return () => {
      isGone = true
      draw.current = null
      stop?.()
    }
  }, [ref])
}

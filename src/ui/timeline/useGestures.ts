/** Hangs the gestures on the drawing, as soon as they have been loaded. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { whenPainted } from '../shared/whenPainted.ts'
import type { Handled } from './gestures.ts'

export function useGestures(
  ref: RefObject<HTMLElement | null>,
  live: LiveWindow,
  gesture: Omit<Handled, 'window'>,
): void {
  const latest = useRef(gesture)
  useLayoutEffect(() => {
    latest.current = gesture
  })
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let stop: (() => void) | null = null
    let isGone = false
    const now = (): Handled => ({ ...latest.current, window: live.get() })
    void whenPainted(() => import('./gestures.ts')).then(({ listenToGestures }) => {
      if (!isGone) stop = listenToGestures(element, now)
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [ref, live])
}

/** Hangs the gestures on the drawing, as soon as they have been loaded, and keeps them told of the window. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { whenPainted } from '../shared/whenPainted.ts'
import type { ZoomGesture } from './zoomBehaviour.ts'

export function useZoomGesture(
  ref: RefObject<HTMLElement | null>,
  live: LiveWindow,
  gesture: Omit<ZoomGesture, 'window'>,
): void {
  const latest = useRef(gesture)
  const tell = useRef<(() => void) | null>(null)
  useLayoutEffect(() => {
    latest.current = gesture
    tell.current?.()
  })
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let stop: (() => void) | null = null
    let isGone = false
    const now = (): ZoomGesture => ({ ...latest.current, window: live.get() })
    void whenPainted(() => import('./zoomBehaviour.ts')).then(({ listenToGestures, writeDiary }) => {
      if (isGone) return
      stop = listenToGestures(element, now)
      tell.current = () => writeDiary(element, now())
    })
    const leave = live.subscribe(() => tell.current?.())
    return () => {
      isGone = true
      tell.current = null
      leave()
      stop?.()
    }
  }, [ref, live])
}

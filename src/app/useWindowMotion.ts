/** Moves the window so that the eye can follow: 320 ms from where it is to where it goes, at once under reduced motion. */
import { useCallback, useEffect, useRef } from 'react'
import { interpolateWindow, type TimeWindow } from '../core/time/timeWindow.ts'
import type { LiveWindow } from '../ui/shared/liveWindow.ts'

const MOTION_MS = 320
const easeOut = (share: number): number => 1 - (1 - share) ** 3

/**
 * @param live where the window is now
 * @param pass told of every step
 * @returns goes to a window; a new call, or `stop`, ends the motion before
 */
export function useWindowMotion(
  live: LiveWindow,
  pass: (window: TimeWindow) => void,
): { readonly goTo: (target: TimeWindow, onEnd: () => void) => void; readonly stop: () => void } {
  const frame = useRef(0)
  const stop = useCallback(() => cancelAnimationFrame(frame.current), [])
  useEffect(() => stop, [stop])

  const goTo = useCallback(
    (target: TimeWindow, onEnd: () => void) => {
      cancelAnimationFrame(frame.current)
      if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return onEnd()
      const from = live.get()
      const startedMs = performance.now()
      const step = (nowMs: number): void => {
        const share = Math.min(1, (nowMs - startedMs) / MOTION_MS)
        if (share >= 1) return onEnd()
        pass(interpolateWindow(from, target, easeOut(Math.max(0, share))))
        frame.current = requestAnimationFrame(step)
      }
      frame.current = requestAnimationFrame(step)
    },
    [live, pass],
  )
  return { goTo, stop }
}

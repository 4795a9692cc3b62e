/** Hands each new drawing to the pen, which then follows the live window. */
import { useLayoutEffect, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { takePen } from './stagePen.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export function useStage(
  ref: RefObject<HTMLElement | null>,
  drawing: TimelineDrawing,
  live: LiveWindow,
): void {
  useLayoutEffect(() => {
    if (ref.current === null) return
    const follow = takePen(ref.current, drawing)
    follow(live.get())
    return live.subscribe(() => follow(live.get()))
  })
}

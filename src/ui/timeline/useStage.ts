/** Hands each new drawing to the pen, which then follows the live window and the pointer. */
import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { fetchMovers, takePen } from './stagePen.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export function useStage(
  ref: RefObject<HTMLElement | null>,
  drawing: TimelineDrawing,
  live: LiveWindow,
): void {
  useLayoutEffect(() => {
    const stage = ref.current
    if (stage === null) return
    const { follow, drawHovered } = takePen(stage, drawing)
    follow(live.get())
    drawHovered()
    const leave = live.subscribe(() => follow(live.get()))
    stage.addEventListener('pointerover', drawHovered)
    stage.addEventListener('pointerleave', drawHovered)
    return () => {
      leave()
      stage.removeEventListener('pointerover', drawHovered)
      stage.removeEventListener('pointerleave', drawHovered)
    }
  })
  useEffect(() => void fetchMovers(), [])
}

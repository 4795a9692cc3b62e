/** Hands each new drawing to the pen, which then follows the live window and the pointer. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import type { StageMotion } from './stageMotion.ts'
import { takePen } from './stagePen.ts'
import type { TimelineDrawing } from './timelineDrawing.ts'

export function useStage(
  ref: RefObject<HTMLElement | null>,
  drawing: TimelineDrawing,
  live: LiveWindow,
): void {
  const motion = useRef<StageMotion | null>(null)
  useLayoutEffect(() => {
    const stage = ref.current
    if (stage === null) return
    const { follow, drawHovered } = takePen(stage, drawing, () => motion.current)
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
  useEffect(() => {
    let isGone = false
    void import('./stageMotion.ts').then(({ openMotion }) => {
      if (!isGone && ref.current !== null) motion.current = openMotion(ref.current)
    })
    return () => {
      isGone = true
      motion.current?.close()
      motion.current = null
    }
  }, [ref])
}

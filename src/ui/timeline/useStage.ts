/** Hands each new drawing to the pen, which then follows the live window. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { LiveWindow } from '../shared/liveWindow.ts'
import { whenPainted } from '../shared/whenPainted.ts'
import type { StageMotion } from './stageMotion.ts'
import { takePen } from './stagePen.ts'
import type { StageSource } from './timelineDrawing.ts'

/** @param surface in which the stage lies */
export function useStage(
  surface: RefObject<HTMLElement | null>,
  ref: RefObject<HTMLElement | null>,
  source: StageSource,
  live: LiveWindow,
): void {
  const motion = useRef<StageMotion | null>(null)
  const show = useRef<(() => void) | null>(null)
  useLayoutEffect(() => {
    const stage = ref.current
    if (stage === null) return
    const follow = takePen(stage, source, () => motion.current)
    show.current = () => {
      follow(live.get())
      motion.current?.glide(source, live)
    }
    show.current()
    return live.subscribe(() => follow(live.get()))
  })
  useEffect(() => {
    let isGone = false
    void whenPainted(() => import('./stageMotion.ts')).then(({ openMotion }) => {
      const [outer, stage] = [surface.current, ref.current]
      if (isGone || outer === null || stage === null) return
      motion.current = openMotion(outer, stage)
      show.current?.()
    })
    return () => {
      isGone = true
      motion.current?.close()
      motion.current = null
    }
  }, [surface, ref, live])
}

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
  const shown = useRef(source)
  useLayoutEffect(() => {
    const stage = ref.current
    shown.current = source
    if (stage === null) return
    const follow = takePen(stage, source, () => motion.current)
    follow(live.get())
    const leave = live.subscribe(() => follow(live.get()))
    motion.current?.glide(source, live)
    return leave
  })
  useEffect(() => {
    let isGone = false
    void whenPainted(() => import('./stageMotion.ts')).then(({ openMotion }) => {
      const [outer, stage] = [surface.current, ref.current]
      if (isGone || outer === null || stage === null) return
      motion.current = openMotion(outer, stage)
      motion.current.watch(shown.current)
      motion.current.glide(shown.current, live)
    })
    return () => {
      isGone = true
      motion.current?.close()
      motion.current = null
    }
  }, [surface, ref, live])
}

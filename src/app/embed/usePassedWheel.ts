/** Whose is a turn of the wheel over a frame? The page's around it, which is being scrolled; with Ctrl, the drawing's. */
import { useEffect, type RefObject } from 'react'

export function usePassedWheel(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = content.current
    if (element === null) return
    const pass = (wheel: WheelEvent): void => {
      const isAlong = wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)
      if (!wheel.ctrlKey && !wheel.metaKey && !isAlong) wheel.stopPropagation()
    }
    // Before the drawing hears of it.
    const options = { capture: true, passive: true }
    element.addEventListener('wheel', pass, options)
    return () => element.removeEventListener('wheel', pass, options)
  }, [content])
}

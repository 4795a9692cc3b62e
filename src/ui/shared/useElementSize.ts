/** How large is an element now? Zero until it has been measured. */
import { useLayoutEffect, useState, type RefObject } from 'react'

/** Width of the content box in CSS px, kept up to date. */
export function useElementWidth(ref: RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = (): void => setWidthPx(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return widthPx
}

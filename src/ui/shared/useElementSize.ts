/** How large is an element now? What it was taken for, until it has been measured. */
import { useLayoutEffect, useState, type RefObject } from 'react'

/**
 * Width of the content box in CSS px, kept up to date.
 * @param firstPx before the element is there; 0: not known
 */
export function useElementWidth(ref: RefObject<HTMLElement | null>, firstPx = 0): number {
  const [widthPx, setWidthPx] = useState(firstPx)
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

/**
 * How does the page around a frame know how high it is? By a message at each change:
 *
 *   { type: 'dateline:height', height }     height in CSS px, whole
 *
 * It goes to whoever that page is, since it says nothing else; nothing that comes from there is listened to.
 */
import { useEffect, type RefObject } from 'react'

/** @param content as high as it likes, whatever the height of the frame */
export function useToldHeight(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = content.current
    if (element === null || window.parent === window) return
    let told = 0
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(element.getBoundingClientRect().height)
      if (height === told || height === 0) return
      told = height
      window.parent.postMessage({ type: 'dateline:height', height }, '*')
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [content])
}

/**
 * One finger sideways pans; one finger up or down scrolls the page.
 * The style sheet leaves vertical movement to the browser (touch-action: pan-y), which then cancels the pointer; d3
 * would hold on to any touch that it is given, so it gets only those of two fingers.
 */
import { panWindow } from '../../core/time/timeWindow.ts'
import type { ZoomGesture } from './zoomBehaviour.ts'

/** A finger that moves less than this taps, px. */
const TAP_PX = 6

interface Finger {
  readonly pointerId: number
  readonly startX: number
  readonly window: ZoomGesture['window']
  readonly hasMoved: boolean
}

/** Starts to listen; returns the way to stop. @param now what holds at this moment */
export function listenToFinger(element: HTMLElement, now: () => ZoomGesture): () => void {
  const down = new Set<number>()
  let finger: Finger | null = null

  const end = (): void => {
    if (finger?.hasMoved === true) now().onGesture(false)
    finger = null
  }
  const onDown = ({ pointerType, pointerId, clientX }: PointerEvent): void => {
    if (pointerType !== 'touch') return
    down.add(pointerId)
    end()
    if (down.size === 1) finger = { pointerId, startX: clientX, window: now().window, hasMoved: false }
  }
  const onMove = ({ pointerId, clientX }: PointerEvent): void => {
    if (finger === null || finger.pointerId !== pointerId) return
    const movedPx = clientX - finger.startX
    if (!finger.hasMoved) {
      if (Math.abs(movedPx) < TAP_PX) return
      finger = { ...finger, hasMoved: true }
      now().onGesture(true)
    }
    now().onWindow(panWindow(finger.window, -movedPx / now().widthPx))
  }
  const onUp = ({ pointerId }: PointerEvent): void => {
    down.delete(pointerId)
    if (finger?.pointerId === pointerId) end()
  }
  element.addEventListener('pointerdown', onDown)
  element.addEventListener('pointermove', onMove)
  // A finger may leave the drawing before it is lifted.
  window.addEventListener('pointerup', onUp)
  window.addEventListener('pointercancel', onUp)
  return () => {
    element.removeEventListener('pointerdown', onDown)
    element.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
    window.removeEventListener('pointercancel', onUp)
  }
}

/**
 * A pressed mouse or pen pans, and so does one finger sideways; one finger up or down scrolls the page.
 * The style sheet leaves vertical movement of fingers to the browser (touch-action: pan-y), which then cancels the
 * pointer. Wheels and two fingers are others' (gestures.ts).
 */
import { holdAt, momentAt, spanOf } from '../../core/time/timeWindow.ts'
import type { CivilMs, Px } from '../../core/time/units.ts'
import type { Handled } from './gestures.ts'

/** A finger that moves less taps. */
const TAP_PX: Px = 6
/** A mouse that moves less clicks. */
const CLICK_PX: Px = 4

interface Drag {
  readonly pointerId: number
  readonly isTouch: boolean
  readonly startX: Px
  /** Left edge of the drawing on screen. */
  readonly leftPx: Px
  /** What is held: it stays under the pointer, also when the wheel zooms meanwhile. */
  readonly heldMs: CivilMs
  readonly hasMoved: boolean
}

/** Starts to listen; returns the way to stop. @param now what holds at this moment */
export function listenToDrag(element: HTMLElement, now: () => Handled): () => void {
  const fingers = new Set<number>()
  let drag: Drag | null = null

  const begin = ({ pointerId, pointerType, clientX, target }: PointerEvent): void => {
    const { window: shown, widthPx } = now()
    const leftPx = element.getBoundingClientRect().left
    const heldMs = momentAt(shown, (clientX - leftPx) / widthPx)
    drag = { pointerId, isTouch: pointerType === 'touch', startX: clientX, leftPx, heldMs, hasMoved: false }
    // Before anybody else, who need not hear of each step. A pointer may leave the drawing before it is lifted.
    window.addEventListener('pointermove', onMove, { capture: true, passive: true })
    window.addEventListener('mousemove', hearMouse, { capture: true, passive: true })
    for (const kind of ends) window.addEventListener(kind, onEnd, { capture: true })
    // A finger more often scrolls the page, or taps; and on an event a mouse more often clicks.
    if (pointerType !== 'touch' && !isOnButton(target)) now().onPress(true)
  }
  const end = (): void => {
    window.removeEventListener('pointermove', onMove, { capture: true })
    window.removeEventListener('mousemove', hearMouse, { capture: true })
    for (const kind of ends) window.removeEventListener(kind, onEnd, { capture: true })
    if (drag === null) return
    const { hasMoved, isTouch } = drag
    drag = null
    if (!isTouch) now().onPress(false)
    if (!hasMoved) return
    element.removeAttribute('data-dragging')
    if (!isTouch) swallowClick()
  }
  const onDown = (event: PointerEvent): void => {
    const { pointerType, pointerId, button, ctrlKey } = event
    if (pointerType !== 'touch') {
      // Ctrl with a button is the context menu.
      if (button === 0 && !ctrlKey && drag === null) begin(event)
      return
    }
    end()
    fingers.add(pointerId)
    if (fingers.size === 1) begin(event)
  }
  const onMove = (event: PointerEvent): void => {
    if (drag === null || drag.pointerId !== event.pointerId) return
    // Let go where nobody could say so.
    if (event.buttons === 0) return end()
    if (!drag.hasMoved) {
      if (Math.abs(event.clientX - drag.startX) < (drag.isTouch ? TAP_PX : CLICK_PX)) return
      drag = { ...drag, hasMoved: true }
      // Straight: another cursor is no reason to draw anything anew.
      element.toggleAttribute('data-dragging', true)
    }
    event.stopPropagation()
    const { window: shown, widthPx, onWindow } = now()
    onWindow(holdAt(drag.heldMs, (event.clientX - drag.leftPx) / widthPx, spanOf(shown)))
  }
  /** What browsers send after each step for the sake of old pages. */
  const hearMouse = (event: MouseEvent): void => {
    if (drag?.hasMoved === true) event.stopPropagation()
  }
  const onEnd = ({ pointerId }: PointerEvent): void => {
    if (drag?.pointerId === pointerId) end()
  }
  const onLift = ({ pointerId }: PointerEvent): void => {
    fingers.delete(pointerId)
  }
  element.addEventListener('pointerdown', onDown)
  for (const kind of ends) window.addEventListener(kind, onLift)
  return () => {
    end()
    element.removeEventListener('pointerdown', onDown)
    for (const kind of ends) window.removeEventListener(kind, onLift)
  }
}

const ends = ['pointerup', 'pointercancel'] as const

function isOnButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null
}

/** The browser's click on what lies under both ends of a drag. It comes at once, or not at all. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

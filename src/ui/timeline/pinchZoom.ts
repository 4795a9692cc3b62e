/**
 * Two fingers zoom: what lies in the middle between them stays there, and what is seen shrinks as they part. Where one
 * of them is lifted the other one pans. A finger alone is dragPan's.
 */
import { clampSpan, holdAt, momentAt, spanOf } from '../../core/time/timeWindow.ts'
import type { CivilMs, DurationMs, Px } from '../../core/time/units.ts'
import type { Handled } from './gestures.ts'

interface Pinch {
  /** What lies in the middle of the fingers. */
  readonly heldMs: CivilMs
  /** Of the window when the fingers came or one of them went, and how far apart they were. */
  readonly spanMs: DurationMs
  readonly apartPx: Px
  /** Left edge of the drawing on screen. */
  readonly leftPx: Px
}

/** Starts to listen; returns the way to stop. @param now what holds at this moment */
export function listenToPinch(element: HTMLElement, now: () => Handled): () => void {
  let pinch: Pinch | null = null

  const begin = (fingers: readonly Touch[]): void => {
    const { window, widthPx } = now()
    const leftPx = element.getBoundingClientRect().left
    const heldMs = momentAt(window, (middleOf(fingers) - leftPx) / widthPx)
    pinch = { heldMs, spanMs: spanOf(window), apartPx: apartOf(fingers), leftPx }
  }
  const onStart = (event: TouchEvent): void => {
    const fingers = fingersOn(element, event)
    if (fingers.length > 1) begin(fingers)
  }
  const onMove = (event: TouchEvent): void => {
    const fingers = fingersOn(element, event)
    if (pinch === null || fingers.length === 0) return
    event.preventDefault()
    const { limits, widthPx, onWindow } = now()
    const spanMs = clampSpan((pinch.spanMs * pinch.apartPx) / apartOf(fingers), limits)
    onWindow(holdAt(pinch.heldMs, (middleOf(fingers) - pinch.leftPx) / widthPx, spanMs))
  }
  const onEnd = (event: TouchEvent): void => {
    if (pinch === null) return
    const fingers = fingersOn(element, event)
    if (fingers.length === 0) pinch = null
    else begin(fingers)
  }
  element.addEventListener('touchstart', onStart, { passive: true })
  element.addEventListener('touchmove', onMove, { passive: false })
  for (const kind of ends) element.addEventListener(kind, onEnd)
  return () => {
    element.removeEventListener('touchstart', onStart)
    element.removeEventListener('touchmove', onMove)
    for (const kind of ends) element.removeEventListener(kind, onEnd)
  }
}

const ends = ['touchend', 'touchcancel'] as const

/** The first two, in the order in which they came. */
function fingersOn(element: HTMLElement, { touches }: TouchEvent): readonly Touch[] {
  return [...touches].filter(({ target }) => target instanceof Node && element.contains(target)).slice(0, 2)
}

function middleOf(fingers: readonly Touch[]): Px {
  return fingers.reduce((sum, { clientX }) => sum + clientX, 0) / fingers.length
}

/** In whichever direction; one finger is as far from itself at all times. */
function apartOf([one, other]: readonly Touch[]): Px {
  if (one === undefined || other === undefined) return 1
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY))
}

/**
 * Two fingers zoom: what lies in the middle between them stays there, and what is seen shrinks as they part. Where one
 * of them is lifted the other one pans. A finger alone is dragPan's.
 */
import { clampSpan, holdAt, momentAt, spanOf } from '../../core/time/timeWindow.ts'
import type { CivilMs, DurationMs, Px } from '../../core/time/units.ts'
import type { Handled } from './gestures.ts'

interface Pinch {
  /** Whose it is. */
  readonly fingers: readonly Touch['identifier'][]
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

  /** From here on these are the fingers, however many are left. */
  const hold = (touches: readonly Touch[]): void => {
    const { window, widthPx } = now()
    const leftPx = element.getBoundingClientRect().left
    const heldMs = momentAt(window, (middleOf(touches) - leftPx) / widthPx)
    const fingers = touches.map(({ identifier }) => identifier)
    pinch =
      fingers.length === 0
        ? null
        : { fingers, heldMs, spanMs: spanOf(window), apartPx: apartOf(touches), leftPx }
  }
  const start = ({ touches }: TouchEvent): void => {
    const here = [...touches].filter(({ target }) => target instanceof Node && element.contains(target))
    // In the order in which they came; a third does nothing.
    if (here.length > 1) hold(here.slice(0, 2))
  }
  const move = (event: TouchEvent): void => {
    if (pinch === null) return
    event.preventDefault()
    const touches = touchesOf(pinch, event)
    if (touches.length < pinch.fingers.length) return hold(touches)
    const { limits, widthPx, onWindow } = now()
    const spanMs = clampSpan((pinch.spanMs * pinch.apartPx) / apartOf(touches), limits)
    onWindow(holdAt(pinch.heldMs, (middleOf(touches) - pinch.leftPx) / widthPx, spanMs))
  }
  const lift = (event: TouchEvent): void => {
    if (pinch !== null) hold(touchesOf(pinch, event))
  }
  element.addEventListener('touchstart', start, { passive: true })
  element.addEventListener('touchmove', move, { passive: false })
  for (const kind of ends) element.addEventListener(kind, lift)
  return () => {
    element.removeEventListener('touchstart', start)
    element.removeEventListener('touchmove', move)
    for (const kind of ends) element.removeEventListener(kind, lift)
  }
}

const ends = ['touchend', 'touchcancel'] as const

/** Also of a finger whose mark has gone meanwhile: it lies there all the same. */
function touchesOf({ fingers }: Pinch, { touches }: TouchEvent): readonly Touch[] {
  return [...touches].filter(({ identifier }) => fingers.includes(identifier))
}

function middleOf(fingers: readonly Touch[]): Px {
  return fingers.reduce((sum, { clientX }) => sum + clientX, 0) / fingers.length
}

/** In whichever direction; one finger is as far from itself at all times. */
function apartOf([one, other]: readonly Touch[]): Px {
  if (one === undefined || other === undefined) return 1
  return Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY))
}

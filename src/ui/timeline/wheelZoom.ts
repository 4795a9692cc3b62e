/**
 * A wheel zooms around the moment under the pointer; sideways, or with Shift, it pans. At either limit it is the page's.
 * Each notch is a step of the main thread, which takes as long as all who hear of it: so it is understood here, by one
 * listener, which asks the page for nothing while a gesture goes on.
 */
import { clampSpan, holdAt, isSameWindow, momentAt, panWindow, spanOf } from '../../core/time/timeWindow.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import type { CivilMs, Px } from '../../core/time/units.ts'
import type { Handled } from './gestures.ts'

/** A wheel that has not been turned for so long begins a new gesture, ms. */
const PAUSE_MS = 150
/** Zooms less than this are none: the window at rest is rounded. */
const MIN_ZOOM_PX: Px = 0.5

interface Turning {
  /** Of its last event, ms. */
  readonly timeMs: number
  readonly clientX: Px
  /** What stands under the pointer, and at which share of the width. */
  readonly heldMs: CivilMs
  readonly share: number
  /** Where it has brought the window. */
  readonly window: TimeWindow
}

/** Starts to listen; returns the way to stop. @param now what holds at this moment */
export function listenToWheel(element: HTMLElement, now: () => Handled): () => void {
  let turning: Turning | null = null

  const turn = (event: WheelEvent): void => {
    const handled = now()
    const { window, limits, widthPx, onWindow } = handled
    if (isSideways(event)) {
      event.preventDefault()
      onWindow(panWindow(window, (event.deltaX !== 0 ? event.deltaX : event.deltaY) / widthPx))
      return
    }
    const spanMs = clampSpan(spanOf(window) / zoomFactorOf(event), limits)
    const isGoingOn = turning !== null && event.timeStamp - turning.timeMs < PAUSE_MS
    // Not in the middle of a gesture: who zooms out with a will does not want to find the page elsewhere.
    if (!isGoingOn && Math.abs(spanMs / spanOf(window) - 1) * widthPx < MIN_ZOOM_PX) return
    event.preventDefault()
    const { heldMs, share, clientX } =
      isGoingOn && turning?.clientX === event.clientX && isSameWindow(turning.window, window)
        ? turning
        : hold(element, event, handled)
    onWindow(holdAt(heldMs, share, spanMs))
    turning = { timeMs: event.timeStamp, clientX, heldMs, share, window: now().window }
  }
  element.addEventListener('wheel', turn, { passive: false })
  return () => element.removeEventListener('wheel', turn)
}

function hold(
  element: HTMLElement,
  { clientX }: WheelEvent,
  { window, widthPx }: Handled,
): Pick<Turning, 'heldMs' | 'share' | 'clientX'> {
  const share = (clientX - element.getBoundingClientRect().left) / widthPx
  return { clientX, share, heldMs: momentAt(window, share) }
}

function isSideways(event: WheelEvent): boolean {
  return event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
}

/** Turned by so much of each unit (`deltaMode`: px, lines, pages) a wheel doubles or halves what is seen. */
const DOUBLING = [500, 20, 1] as const
/** Two fingers on a touchpad are told as a wheel with Ctrl, by small turns. */
const PINCH_GAIN = 10
/** So that a notch of a real wheel with Ctrl stays about two notches. */
const MAX_PINCH_DOUBLINGS = 0.5

/** How much closer: 2 = twice as close. The measures are d3-zoom's, which hands are used to. */
function zoomFactorOf({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const doublings = -deltaY / (DOUBLING[deltaMode] ?? DOUBLING[0])
  const pinched = Math.max(-MAX_PINCH_DOUBLINGS, Math.min(MAX_PINCH_DOUBLINGS, doublings * PINCH_GAIN))
  return 2 ** (ctrlKey ? pinched : doublings)
}

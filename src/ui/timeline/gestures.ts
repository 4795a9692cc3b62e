/**
 * What a reader's hand does to the window: drags, a wheel and two fingers. Loaded once the first picture stands.
 * Each of them keeps a moment under the hand and asks for the window in which it stands there; none remembers a window,
 * which others move, too.
 */
import type { TimeWindow, WindowLimits } from '../../core/time/timeWindow.ts'
import type { Px } from '../../core/time/units.ts'
import { listenToDrag } from './dragPan.ts'
import { listenToPinch } from './pinchZoom.ts'
import { listenToWheel } from './wheelZoom.ts'

/** What gestures act on. */
export interface Handled {
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly widthPx: Px
  /** Takes a window that may reach beyond the limits. */
  readonly onWindow: (window: TimeWindow) => void
  /** A mouse or pen was pressed where nothing stands, so that a drag is to be expected; or was let go, wherever. */
  readonly onPress: (isDown: boolean) => void
}

/** Starts to listen, which the element says in `data-gestures`; returns the way to stop. @param now what holds at this moment */
export function listenToGestures(element: HTMLElement, now: () => Handled): () => void {
  const stops = [listenToDrag, listenToPinch, listenToWheel].map((listen) => listen(element, now))
  element.toggleAttribute('data-gestures', true)
  return () => {
    for (const stop of stops) stop()
    element.removeAttribute('data-gestures')
  }
}

/**
 * Wheel and pinch, as d3-zoom understands them, and drags (dragPan.ts). Loaded once the first picture stands.
 * d3-zoom keeps a diary on the element (its transform). This file alone owns it: it writes there what the window is
 * before d3 hears of a gesture, and says only what a gesture of the reader made of it.
 */
import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3'
import { listenToDrag } from './dragPan.ts'
import { panWindow, spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'

export interface ZoomGesture {
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly widthPx: number
  readonly onWindow: (window: TimeWindow) => void
  /** A mouse or pen was pressed where nothing stands, so that a drag is to be expected; or was let go, wherever. */
  readonly onPress: (isDown: boolean) => void
}

/** Starts to listen; returns the way to stop. @param now what holds at this moment */
export function listenToGestures(element: HTMLElement, now: () => ZoomGesture): () => void {
  const behaviour = zoom<HTMLElement, unknown>()
    .extent(() => [
      [0, 0],
      [now().widthPx, 1],
    ])
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
      // A sideways wheel pans (below).
      if (event instanceof WheelEvent) return !isSideways(event)
      // One finger is dragPan's, as the mouse is.
      return 'touches' in event && event.touches.length > 1
    })
    .on('zoom', ({ sourceEvent, transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent !== null) now().onWindow(windowOf(transform, now()))
    })

  const tellWindow = (): void => {
    const { limits, widthPx } = now()
    writeDiary(element, now())
    behaviour.scaleExtent([1, spanOf(limits.outer) / limits.minSpanMs]).translateExtent([
      [0, -Infinity],
      [widthPx, Infinity],
    ])
  }
  const panSideways = (event: WheelEvent): void => {
    if (!isSideways(event)) return
    event.preventDefault()
    const { window, widthPx, onWindow } = now()
    onWindow(panWindow(window, (event.deltaX !== 0 ? event.deltaX : event.deltaY) / widthPx))
  }
  // Before d3's own listeners: a gesture begins where the window is, and is bounded by the width it begins in.
  for (const kind of ['wheel', 'touchstart'])
    element.addEventListener(kind, tellWindow, { capture: true, passive: true })
  element.addEventListener('wheel', panSideways, { passive: false })
  const selection = select(element)
  selection.call(behaviour).on('dblclick.zoom', null)
  const stopDrag = listenToDrag(element, now)
  return () => {
    stopDrag()
    selection.on('.zoom', null)
    element.removeEventListener('wheel', panSideways)
    for (const kind of ['wheel', 'touchstart'])
      element.removeEventListener(kind, tellWindow, { capture: true })
  }
}

type Frame = Pick<ZoomGesture, 'window' | 'limits' | 'widthPx'>

/** Tells the diary where the window is, straight: d3's own setter would report it back as a gesture. */
function writeDiary(element: HTMLElement & { __zoom?: ZoomTransform }, frame: Frame): void {
  if (frame.widthPx > 0) element.__zoom = transformOf(frame)
}

function isSideways(event: WheelEvent): boolean {
  return event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
}

/** At scale 1 the outermost allowed window fills the width. */
function transformOf({ window, limits, widthPx }: Frame): ZoomTransform {
  const outerMs = spanOf(limits.outer)
  const k = outerMs / spanOf(window)
  const x = (-(window.startMs - limits.outer.startMs) / outerMs) * widthPx * k
  return zoomIdentity.translate(x, 0).scale(k)
}

function windowOf({ k, x }: ZoomTransform, { limits, widthPx }: Frame): TimeWindow {
  const outerMs = spanOf(limits.outer)
  const startMs = limits.outer.startMs + (-x / k / widthPx) * outerMs
  return { startMs, endMs: startMs + outerMs / k }
}

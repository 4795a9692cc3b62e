/**
 * Wheel, pinch and drag, as d3-zoom understands them. Loaded once the first picture stands.
 * d3-zoom keeps a diary on the element (its transform). This file alone owns it: it is told what the window is,
 * and says only what a gesture of the reader made of it.
 */
import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3'
import { listenToFinger } from './fingerPan.ts'
import { panWindow, spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'

export interface ZoomGesture {
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly widthPx: number
  readonly onWindow: (window: TimeWindow) => void
  /** A gesture began or ended. */
  readonly onGesture: (isRunning: boolean) => void
}

/** A press that moves less than this is a click, px. */
const CLICK_DISTANCE_PX = 4

/** Starts to listen; returns the way to stop. @param now what holds at this moment */
export function listenToGestures(element: HTMLElement, now: () => ZoomGesture): () => void {
  let isRunning = false
  const behaviour = zoom<HTMLElement, unknown>()
    .clickDistance(CLICK_DISTANCE_PX)
    .extent(() => [
      [0, 0],
      [now().widthPx, 1],
    ])
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
      // A sideways wheel pans (below); Ctrl with a button is the context menu.
      if (event instanceof WheelEvent) return !isSideways(event)
      // One finger is fingerPan's.
      if ('touches' in event) return event.touches.length > 1
      return event.view !== null && !event.ctrlKey && event.button === 0
    })
    .on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      isRunning = true
      if (sourceEvent !== null) now().onGesture(true)
    })
    .on('zoom', ({ sourceEvent, transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent !== null) now().onWindow(windowOf(transform, now()))
    })
    .on('end', () => {
      isRunning = false
      now().onGesture(false)
    })

  const setLimits = (): void => {
    const { limits, widthPx } = now()
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
  // d3 follows the mouse by its own events. Nobody else needs to hear of a drag twice, least of all React at each step.
  const keepToDrag = (event: PointerEvent): void => {
    if (isRunning && event.pointerType === 'mouse') event.stopPropagation()
  }
  window.addEventListener('pointermove', keepToDrag, { capture: true, passive: true })
  setLimits()
  // Before d3's own listeners: a gesture is bounded by the width it begins in.
  for (const kind of ['wheel', 'mousedown', 'touchstart'])
    element.addEventListener(kind, setLimits, { capture: true, passive: true })
  element.addEventListener('wheel', panSideways, { passive: false })
  const selection = select(element)
  selection.call(behaviour).on('dblclick.zoom', null)
  writeDiary(element, now())
  const stopFinger = listenToFinger(element, now)
  return () => {
    stopFinger()
    selection.on('.zoom', null)
    window.removeEventListener('pointermove', keepToDrag, { capture: true })
    element.removeEventListener('wheel', panSideways)
    for (const kind of ['wheel', 'mousedown', 'touchstart'])
      element.removeEventListener(kind, setLimits, { capture: true })
  }
}

type Frame = Pick<ZoomGesture, 'window' | 'limits' | 'widthPx'>

/** Tells the diary where the window is, straight: d3's own setter would report it back as a gesture. */
export function writeDiary(element: HTMLElement & { __zoom?: ZoomTransform }, frame: Frame): void {
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

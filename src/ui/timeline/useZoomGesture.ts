/**
 * Wheel, pinch and drag, as d3-zoom understands them.
 * d3-zoom keeps a diary on the element (its transform). This file alone owns it: it is told what the window is,
 * and says only what a gesture of the reader made of it.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3'
import { panWindow, spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'

interface ZoomGesture {
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly widthPx: number
  readonly onWindow: (window: TimeWindow) => void
  readonly onGesture: (isRunning: boolean) => void
}

/** A press that moves less than this is a click, px. */
const CLICK_DISTANCE_PX = 4

export function useZoomGesture(ref: RefObject<HTMLElement | null>, gesture: ZoomGesture): void {
  const latest = useRef(gesture)
  useLayoutEffect(() => {
    latest.current = gesture
  })

  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const behaviour = zoom<HTMLElement, unknown>()
      .clickDistance(CLICK_DISTANCE_PX)
      .extent(() => [
        [0, 0],
        [latest.current.widthPx, 1],
      ])
      // Only d3's own gestures; a sideways wheel pans (below), Ctrl with a button is the context menu.
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
        if (event instanceof WheelEvent) return !isSideways(event)
        return event.view !== null && !event.ctrlKey && !('button' in event && event.button !== 0)
      })
      .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        behaviour.scaleExtent([1, spanOf(latest.current.limits.outer) / latest.current.limits.minSpanMs])
        behaviour.translateExtent([
          [0, -Infinity],
          [latest.current.widthPx, Infinity],
        ])
        if (event.sourceEvent !== null) latest.current.onGesture(true)
      })
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent !== null) latest.current.onWindow(windowOf(event.transform, latest.current))
      })
      .on('end', () => latest.current.onGesture(false))
    behaviour.scaleExtent([1, spanOf(latest.current.limits.outer) / latest.current.limits.minSpanMs])
    const selection = select(element)
    selection.call(behaviour).on('dblclick.zoom', null)
    const panSideways = (event: WheelEvent): void => {
      if (!isSideways(event)) return
      event.preventDefault()
      const deltaPx = event.deltaX !== 0 ? event.deltaX : event.deltaY
      latest.current.onWindow(panWindow(latest.current.window, deltaPx / latest.current.widthPx))
    }
    element.addEventListener('wheel', panSideways, { passive: false })
    return () => {
      selection.on('.zoom', null)
      element.removeEventListener('wheel', panSideways)
    }
  }, [ref])

  const { window, limits, widthPx } = gesture
  useLayoutEffect(() => {
    // Written straight into the diary: d3's own setter would report it back as a gesture.
    if (ref.current === null || widthPx <= 0) return
    const diary: HTMLElement & { __zoom?: ZoomTransform } = ref.current
    diary.__zoom = transformOf({ window, limits, widthPx })
  }, [ref, window, limits, widthPx])
}

function isSideways(event: WheelEvent): boolean {
  return event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
}

type Frame = Pick<ZoomGesture, 'window' | 'limits' | 'widthPx'>

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

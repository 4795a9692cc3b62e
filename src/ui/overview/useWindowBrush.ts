/**
 * Dragging the window and its ends on the strip, as d3-brush understands it.
 * d3-brush draws its own handles from numbers alone; no text of a story reaches it.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { brushX, select, type BrushBehavior, type D3BrushEvent } from 'd3'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { clampWindow, spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'

interface WindowBrush {
  readonly scale: TimeScale
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly heightPx: number
  readonly onWindow: (window: TimeWindow) => void
}

/** A press on the strip beside the window brings the window there with its length kept, unless it is dragged. */
const CLICK_DISTANCE_PX = 4

export function useWindowBrush(ref: RefObject<SVGGElement | null>, given: WindowBrush): void {
  const latest = useRef(given)
  const behaviour = useRef<BrushBehavior<unknown> | null>(null)
  /** While the reader drags, the brush leads and the window follows. */
  const isDragged = useRef(false)
  useLayoutEffect(() => {
    latest.current = given
  })

  useEffect(() => {
    const brush = brushX<unknown>()
      .handleSize(24)
      .on('start', ({ sourceEvent }: D3BrushEvent<unknown>) => {
        isDragged.current = isOfReader(sourceEvent)
      })
      .on('brush', ({ sourceEvent, selection, mode }: D3BrushEvent<unknown>) => {
        if (!isOfReader(sourceEvent) || selection === null) return
        const [x1, x2] = selection as [number, number]
        if (mode === 'handle' && x2 - x1 < CLICK_DISTANCE_PX) return
        tell(latest.current, x1, x2)
      })
      .on('end', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
        if (!isOfReader(sourceEvent) || ref.current === null) return
        isDragged.current = false
        if (selection === null) centreOn(latest.current, sourceEvent, ref.current)
        draw(ref.current, brush, latest.current)
      })
    behaviour.current = brush
    return () => {
      if (ref.current !== null) select(ref.current).on('.brush', null).selectChildren().remove()
    }
  }, [ref])

  const { scale, window, heightPx } = given
  useLayoutEffect(() => {
    if (ref.current !== null && behaviour.current !== null)
      draw(ref.current, behaviour.current, latest.current)
  }, [ref, scale, window, heightPx])
  useEffect(() => {
    if (ref.current !== null && behaviour.current !== null)
      draw(ref.current, behaviour.current, latest.current)
  }, [ref])
}

/** Moves that this file makes have no source event; d3 hands the reader's own one through. */
function isOfReader(sourceEvent: unknown): sourceEvent is MouseEvent | TouchEvent {
  return sourceEvent instanceof Event
}

function draw(
  element: SVGGElement,
  brush: BrushBehavior<unknown>,
  { scale, window, heightPx }: WindowBrush,
): void {
  if (scale.widthPx <= 0) return
  brush.extent([
    [0, 0],
    [scale.widthPx, heightPx],
  ])
  const group = select(element)
  group.call(brush)
  const clip = (x: number): number => Math.max(0, Math.min(scale.widthPx, x))
  const x1 = clip(scale.timeToPx(window.startMs))
  const x2 = clip(scale.timeToPx(window.endMs))
  group.call(brush.move, [x1, Math.max(x2, x1 + 1)])
}

function tell({ scale, limits, onWindow }: WindowBrush, x1: number, x2: number): void {
  onWindow(clampWindow({ startMs: scale.pxToTime(x1), endMs: scale.pxToTime(x2) }, limits))
}

function centreOn(given: WindowBrush, event: MouseEvent | TouchEvent, element: SVGGElement): void {
  const clientX = 'clientX' in event ? event.clientX : event.changedTouches[0]?.clientX
  if (clientX === undefined) return
  const stripLeft = (element.ownerSVGElement ?? element).getBoundingClientRect().left
  const middleMs = given.scale.pxToTime(clientX - stripLeft)
  const halfMs = spanOf(given.window) / 2
  given.onWindow(clampWindow({ startMs: middleMs - halfMs, endMs: middleMs + halfMs }, given.limits))
}

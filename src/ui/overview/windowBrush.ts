/**
 * Dragging the window and its ends on the strip, as d3-brush understands it. Loaded once the first picture stands.
 * d3-brush draws its own handles from numbers alone; no text of a story reaches it.
 */
import { brushX, select, type D3BrushEvent } from 'd3'
import type { TimeScale } from '../../core/time/timeScale.ts'
import { clampWindow, spanOf, type TimeWindow, type WindowLimits } from '../../core/time/timeWindow.ts'

export interface WindowBrush {
  readonly scale: TimeScale
  readonly window: TimeWindow
  readonly limits: WindowLimits
  readonly heightPx: number
  readonly onWindow: (window: TimeWindow) => void
}

/** Starts to listen. `draw` is to be called whenever the window or the strip has changed. */
export function startBrush(
  element: SVGGElement,
  now: () => WindowBrush,
): { readonly draw: () => void; readonly stop: () => void } {
  /** While the reader drags, the brush leads and the window follows. */
  let isDragged = false
  const group = select(element)
  const brush = brushX<unknown>()
    .handleSize(24)
    .on('start', ({ sourceEvent }: D3BrushEvent<unknown>) => {
      isDragged = isOfReader(sourceEvent)
    })
    .on('brush', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
      if (!isOfReader(sourceEvent) || selection === null) return
      const [x1, x2] = selection as [number, number]
      const { scale, limits, onWindow } = now()
      onWindow(clampWindow({ startMs: scale.pxToTime(x1), endMs: scale.pxToTime(x2) }, limits))
    })
    .on('end', ({ sourceEvent, selection }: D3BrushEvent<unknown>) => {
      if (!isOfReader(sourceEvent)) return
      isDragged = false
      if (selection === null) centreOn(now(), sourceEvent, element)
      draw()
    })

  let drawnFor: TimeScale | null = null
  const draw = (): void => {
    const { scale, window, heightPx } = now()
    if (isDragged || scale.widthPx <= 1) return
    if (scale !== drawnFor) {
      brush.extent([
        [0, 0],
        [scale.widthPx, heightPx],
      ])
      group.call(brush)
      drawnFor = scale
    }
    const clip = (x: number): number => Math.max(0, Math.min(scale.widthPx, x))
    const x1 = clip(scale.timeToPx(window.startMs))
    const x2 = clip(scale.timeToPx(window.endMs))
    group.call((selection) => brush.move(selection, [x1, Math.max(x2, x1 + 1)]))
  }
  draw()
  return {
    draw,
    stop: () => {
      group.on('.brush', null).selectChildren().remove()
    },
  }
}

/** Moves that this file makes have no source event; d3 hands the reader's own one through. */
function isOfReader(sourceEvent: unknown): sourceEvent is MouseEvent | TouchEvent {
  return sourceEvent instanceof Event
}

/** A press on the strip beside the window brings the window there, with its length kept. */
function centreOn(
  { scale, window, limits, onWindow }: WindowBrush,
  event: MouseEvent | TouchEvent,
  element: SVGGElement,
): void {
  const clientX = 'clientX' in event ? event.clientX : event.changedTouches[0]?.clientX
  if (clientX === undefined) return
  const stripLeft = (element.ownerSVGElement ?? element).getBoundingClientRect().left
  const middleMs = scale.pxToTime(clientX - stripLeft)
  const halfMs = spanOf(window) / 2
  onWindow(clampWindow({ startMs: middleMs - halfMs, endMs: middleMs + halfMs }, limits))
}

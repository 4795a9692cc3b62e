/** What the page and the one worker that paints tell each other. */
import type { StageOrder } from './stageOrder.ts'
import type { StripOrder } from './stripPainter.ts'

/** Who can be asked to paint, and what each is told. An order may have a ticket: see `PaintedMessage`. */
export interface PainterOrders {
  readonly stage: StageOrder
  readonly strip: StripOrder
}

export type PainterName = keyof PainterOrders

/** Of the canvases that this page has handed over. */
export type CanvasId = number

export type PageMessage =
  | {
      readonly kind: 'canvas'
      readonly id: CanvasId
      readonly painter: PainterName
      readonly canvas: OffscreenCanvas
    }
  /** One message for all canvases: to wake the worker costs more than what it is told. */
  | { readonly kind: 'orders'; readonly orders: readonly OrderFor[] }
  | { readonly kind: 'away'; readonly id: CanvasId }

export interface OrderFor {
  readonly id: CanvasId
  /** For the painter of this canvas. */
  readonly order: PainterOrders[PainterName]
}

/** The ticket of an order comes back once the picture that it asks for is painted. */
export interface PaintedMessage {
  readonly id: CanvasId
  readonly ticket: number
}

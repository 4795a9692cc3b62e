/** Paints the window on the strip wherever it is told that it lies. */
import { canvasSize, paintWindow, type WindowEnds, type WindowLooks } from './paintWindow.ts'

export type StripOrder =
  | { readonly kind: 'looks'; readonly looks: WindowLooks }
  /** To be painted; a ticket that is not null is given back when it has been. */
  | { readonly kind: 'window'; readonly ends: WindowEnds; readonly ticket: number | null }

/** @returns what takes the orders */
export function openStripPainter(
  canvas: OffscreenCanvas,
  answer: (ticket: number) => void,
): (order: StripOrder) => void {
  let looks: WindowLooks | null = null
  return (order) => {
    if (order.kind === 'looks') {
      looks = order.looks
      Object.assign(canvas, canvasSize(looks))
      return
    }
    const context = canvas.getContext('2d')
    if (context === null || looks === null) return
    paintWindow(context, looks, order.ends)
    if (order.ticket !== null) answer(order.ticket)
  }
}

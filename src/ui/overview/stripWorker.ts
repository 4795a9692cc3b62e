/** Paints the window on the strip wherever it is told that it lies, on a canvas that the page has handed over. */
import { canvasSize, paintWindow, type WindowEnds, type WindowLooks } from './paintWindow.ts'

export type StripOrder =
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  | { readonly kind: 'looks'; readonly looks: WindowLooks }
  /** To be painted; a ticket that is not null is given back when it has been. */
  | { readonly kind: 'window'; readonly ends: WindowEnds; readonly ticket: number | null }

/** A worker's side of its own channel; the library of types here is the page's. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: StripOrder }) => void
  readonly postMessage: (ticket: number) => void
}

let canvas: OffscreenCanvas | null = null
let looks: WindowLooks | null = null

page.onmessage = ({ data }) => {
  if (data.kind === 'canvas') canvas = data.canvas
  else if (data.kind === 'looks') {
    looks = data.looks
    if (canvas !== null) Object.assign(canvas, canvasSize(looks))
  } else {
    const context = canvas?.getContext('2d') ?? null
    if (context === null || looks === null) return
    paintWindow(context, looks, data.ends)
    if (data.ticket !== null) page.postMessage(data.ticket)
  }
}

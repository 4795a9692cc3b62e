/** Gives each canvas that the page hands over to its painter, and the painter its orders. */
import type { CanvasId, PageMessage, PaintedMessage, PainterName, PainterOrders } from './painterMessages.ts'
import { openStagePainter } from './stagePainter.ts'
import { openStripPainter } from './stripPainter.ts'

type Opened<Name extends PainterName> = (
  canvas: OffscreenCanvas,
  answer: (ticket: number) => void,
) => (order: PainterOrders[Name]) => void

const openers: { readonly [Name in PainterName]: Opened<Name> } = {
  stage: openStagePainter,
  strip: openStripPainter,
}

/** A worker's side of its own channel; the library of types here is the page's. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: PageMessage }) => void
  readonly postMessage: (message: PaintedMessage) => void
}

/** What takes the orders for each canvas. The page sends a painter's orders for its canvas alone. */
const painters = new Map<CanvasId, (order: never) => void>()

page.onmessage = ({ data }) => {
  if (data.kind === 'canvas') {
    const { id, painter, canvas } = data
    painters.set(
      id,
      openers[painter](canvas, (ticket) => page.postMessage({ id, ticket })),
    )
  } else if (data.kind === 'away') painters.delete(data.id)
  else for (const { id, order } of data.orders) painters.get(id)?.(order as never)
}

/** One picture of the window on the strip, as overview.css has it: wash, a line above and below, an end on either side. */

/** Where the window lies, px of the strip. */
export interface WindowEnds {
  readonly x1: number
  readonly x2: number
}

/** As the page's styles have it, with the colours that the system may force. */
export interface WindowLooks {
  readonly wash: string
  readonly line: string
  readonly grip: string
  /** Height of the strip, px. */
  readonly heightPx: number
  /** Width of the strip, px. */
  readonly widthPx: number
  /** Pixels of the screen in a CSS px. */
  readonly density: number
}

/** The canvas reaches so far beyond the strip, px: half an end to the sides, what an end is higher above and below. */
export const BEYOND_PX = { x: 12, y: 3 } as const

const LINE_PX = 1.5
/** Width of what an end is drawn in, and how far its line keeps from the sides, from above and below. */
const END = { widthPx: 24, insetPx: 11.25, insetAbovePx: 2.25 } as const
const GRIP = { widthPx: 10, heightPx: 20, ribs: 3, ribPx: 8 } as const

type Context = Pick<
  OffscreenCanvasRenderingContext2D,
  'clearRect' | 'fillRect' | 'setTransform' | 'fillStyle'
>

/** Size of the canvas, px of the screen. */
export function canvasSize({ widthPx, heightPx, density }: WindowLooks): {
  readonly width: number
  readonly height: number
} {
  return {
    width: Math.round((widthPx + 2 * BEYOND_PX.x) * density),
    height: Math.round((heightPx + 2 * BEYOND_PX.y) * density),
  }
}

export function paintWindow(context: Context, looks: WindowLooks, { x1, x2 }: WindowEnds): void {
  const { heightPx, density } = looks
  const { width, height } = canvasSize(looks)
  const lengthPx = Math.max(1, x2 - x1)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  context.setTransform(density, 0, 0, density, BEYOND_PX.x * density, BEYOND_PX.y * density)
  context.fillStyle = looks.wash
  context.fillRect(x1, 0, lengthPx, heightPx)
  context.fillStyle = looks.line
  for (const y of [0, heightPx]) context.fillRect(x1, y - LINE_PX / 2, lengthPx, LINE_PX)
  for (const x of [x1, x2]) paintEnd(context, looks, x)
}

/**
 * A line, and a grip with two ribs in its middle. Browsers put edges within a box, and widths of borders, on whole
 * pixels of the screen before they move the box: the same is done here, so that nothing changes when the page takes over.
 */
function paintEnd(context: Context, { heightPx, line, grip, density }: WindowLooks, x: number): void {
  const snap = (px: number): number => Math.round(px * density) / density
  const borderPx = Math.max(1, Math.floor(LINE_PX * density)) / density
  const [left, top, middle] = [x - END.widthPx / 2, -BEYOND_PX.y, heightPx / 2]
  const fill = (x1: number, y1: number, x2: number, y2: number): void =>
    context.fillRect(left + x1, y1, x2 - x1, y2 - y1)

  context.fillStyle = line
  fill(
    snap(END.insetPx),
    top + snap(END.insetAbovePx),
    snap(END.widthPx - END.insetPx),
    top + snap(heightPx + 2 * BEYOND_PX.y - END.insetAbovePx),
  )
  const [gripX1, gripY1] = [(END.widthPx - GRIP.widthPx) / 2, middle - GRIP.heightPx / 2]
  const [gripX2, gripY2] = [gripX1 + GRIP.widthPx, gripY1 + GRIP.heightPx]
  fill(gripX1, gripY1, gripX2, gripY2)
  context.fillStyle = grip
  fill(gripX1 + borderPx, gripY1 + borderPx, gripX2 - borderPx, gripY2 - borderPx)
  context.fillStyle = line
  const ribX = snap((END.widthPx - GRIP.ribs) / 2)
  for (const x1 of [ribX, ribX + 2]) fill(x1, middle - GRIP.ribPx / 2, x1 + 1, middle + GRIP.ribPx / 2)
}

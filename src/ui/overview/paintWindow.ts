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
const GRIP = { widthPx: 10, heightPx: 20, ribPx: 8 } as const

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

/** A line, and a grip with two ribs in its middle. */
function paintEnd(context: Context, { heightPx, line, grip }: WindowLooks, x: number): void {
  const middle = heightPx / 2
  const [left, top] = [x - GRIP.widthPx / 2, middle - GRIP.heightPx / 2]
  context.fillStyle = line
  context.fillRect(x - LINE_PX / 2, -LINE_PX / 2, LINE_PX, heightPx + LINE_PX)
  context.fillRect(left, top, GRIP.widthPx, GRIP.heightPx)
  context.fillStyle = grip
  context.fillRect(left + LINE_PX, top + LINE_PX, GRIP.widthPx - 2 * LINE_PX, GRIP.heightPx - 2 * LINE_PX)
  context.fillStyle = line
  for (const rib of [-1.5, 0.5]) context.fillRect(x + rib, middle - GRIP.ribPx / 2, 1, GRIP.ribPx)
}

/** Paints the lines of a stage for each view it is told of, on a canvas that the page has handed over. */
import { layLines } from '../../core/marks/stageLines.ts'
import type { StageView } from '../../core/marks/stage.ts'
import { shiftPx } from '../../core/marks/stageShift.ts'
import type { CanvasSize, Hole, PainterAnswer, PainterOrder, PathLook } from './stageMessages.ts'

/** A worker's side of its own channel; the library of types here is the page's. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: PainterOrder }) => void
  readonly postMessage: (answer: PainterAnswer) => void
}

let canvas: OffscreenCanvas | null = null
let looks: readonly PathLook[] = []
let stage: {
  readonly lines: ReturnType<typeof layLines>
  readonly holes: readonly Hole[]
  readonly size: CanvasSize
} | null = null
/** The latest view that was not painted. */
let due: StageView | null = null
const tickets: number[] = []

/** A message to itself comes after all views that wait: of those only the last is painted. */
const later = new MessageChannel()
later.port1.onmessage = () => {
  if (due === null || canvas === null || stage === null) return
  paint(canvas, stage, due)
  due = null
  for (const ticket of tickets.splice(0)) page.postMessage(ticket)
}

page.onmessage = ({ data }) => {
  if (data.kind === 'canvas') canvas = data.canvas
  else if (data.kind === 'looks') looks = data.looks
  else if (data.kind === 'stage') stage = { ...data, lines: layLines(data.content) }
  else {
    if (data.ticket !== null) tickets.push(data.ticket)
    if (due === null) later.port2.postMessage(null)
    due = data.view
  }
}

function paint(
  canvas: OffscreenCanvas,
  { lines, holes, size }: NonNullable<typeof stage>,
  view: StageView,
): void {
  const { density } = size
  const context = canvas.getContext('2d')
  if (context === null) return
  const width = Math.round(size.widthPx * size.density)
  const height = Math.round(size.heightPx * size.density)
  // Either clears it.
  if (canvas.width === width && canvas.height === height) {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
  } else {
    canvas.width = width
    canvas.height = height
  }
  const paths = lines.draw(view)
  for (const look of looks) {
    const text = paths.get(look.name) ?? ''
    if (text === '') continue
    const path = new Path2D(text)
    context.setTransform(density, 0, 0, density, -view.leftPx * density, look.topPx * density)
    context.globalAlpha = look.opacity
    if (look.fill !== null) {
      context.globalCompositeOperation = look.isHole ? 'destination-out' : 'source-over'
      context.fillStyle = look.fill
      context.fill(path)
      context.globalCompositeOperation = 'source-over'
    }
    if (look.stroke === null) continue
    context.strokeStyle = look.stroke
    context.lineWidth = look.strokePx
    context.lineCap = look.cap
    context.lineJoin = look.join
    context.setLineDash([...look.dashPx])
    context.stroke(path)
  }
  context.setTransform(density, 0, 0, density, -view.leftPx * density, 0)
  for (const { x, y, width, height, shift } of holes)
    context.clearRect(x + shiftPx(shift, view), y, width, height)
}

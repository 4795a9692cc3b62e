/**
 * Shows the lines of a stage while it is stretched, painted by a worker.
 * To write the paths of an SVG anew and have them laid out and painted takes more of the main thread than all labels
 * together; a worker that strokes the same paths on a canvas takes nothing of it. Until it has painted a first picture,
 * and wherever there is no such canvas, the SVG shows each step; at rest it always does.
 */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import workerAddress from './stageWorker.ts?worker&url'
import { trustedWorkerAddress } from '../../browser/workerAddress.ts'
import type { StageContent } from '../../core/marks/stageLines.ts'
import type { StageView } from '../../core/marks/stage.ts'
import { shiftPx } from '../../core/marks/stageShift.ts'
import type { Hole, PainterAnswer, PainterOrder, PathLook } from './stageMessages.ts'
import type { StageMotion } from './stageMotion.ts'
import type { Mover } from './stagePen.ts'
import { contentOf, type TimelineDrawing } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'

/** @returns null where a canvas cannot be handed to a worker */
export function openPainter(stage: HTMLElement): Painter | null {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype ? new Painter(stage) : null
}

class Painter implements Pick<StageMotion, 'paint' | 'rest' | 'close'> {
  readonly #stage: HTMLElement
  #hands: { readonly worker: Worker; readonly canvas: HTMLCanvasElement } | null = null
  /** None comes, or the one that came has failed. */
  #isLost = false
  /** Of the motion that is painted; null: none is. */
  #motion: { readonly ticket: number; isSeen: boolean; drawing: TimelineDrawing | null } | null = null
  #tickets = 0

  constructor(stage: HTMLElement) {
    this.#stage = stage
  }

  paint(drawing: TimelineDrawing, movers: readonly Mover[], view: StageView): boolean {
    if (this.#isLost || (this.#motion === null && view.stretch === 1)) return false
    const { worker, canvas } = (this.#hands ??= this.#hire())
    const isFirst = this.#motion === null
    const motion = (this.#motion ??= { ticket: ++this.#tickets, isSeen: false, drawing: null })
    const send = (order: PainterOrder): void => worker.postMessage(order)
    if (isFirst) {
      this.#stage.dataset['painting'] = 'soon'
      send({ kind: 'looks', looks: readLooks(this.#stage) })
    }
    if (motion.drawing !== drawing) {
      motion.drawing = drawing
      const [widthPx, heightPx] = [view.widthPx, AXIS_PX + drawing.layout.heightPx]
      canvas.style.width = `${widthPx}px`
      canvas.style.height = `${heightPx}px`
      send({
        kind: 'stage',
        content: slim(contentOf(drawing)),
        holes: findHoles(this.#stage, movers, view),
        size: { widthPx, heightPx, density: window.devicePixelRatio },
      })
    }
    send({ kind: 'view', view, ticket: isFirst ? motion.ticket : null })
    return motion.isSeen
  }

  rest(): void {
    this.#motion = null
    delete this.#stage.dataset['painting']
  }

  close(): void {
    this.rest()
    this.#hands?.worker.terminate()
    this.#hands?.canvas.remove()
    this.#hands = null
  }

  #hire(): { readonly worker: Worker; readonly canvas: HTMLCanvasElement } {
    const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'stage' })
    worker.onmessage = ({ data }: { readonly data: PainterAnswer }) => {
      if (this.#motion?.ticket !== data) return
      this.#motion.isSeen = true
      this.#stage.dataset['painting'] = 'now'
    }
    worker.onerror = (event) => {
      // It is not missed: the SVG goes on.
      event.preventDefault()
      this.#isLost = true
      this.close()
    }
    const canvas = document.createElement('canvas')
    canvas.className = 'stage-canvas'
    canvas.setAttribute('aria-hidden', 'true')
    this.#stage.after(canvas)
    const handed = canvas.transferControlToOffscreen()
    worker.postMessage({ kind: 'canvas', canvas: handed } satisfies PainterOrder, [handed])
    return { worker, canvas }
  }
}

/** Without what the lines do not need, and without functions, which no worker can be sent. */
function slim({ marks, clusters, roots, ends, ...content }: StageContent): StageContent {
  const { densities, ticks, axisPx, bottomPx } = content
  return {
    densities,
    ticks,
    axisPx,
    bottomPx,
    marks: marks.map(({ sign, y, isGhost, isSelected }) => ({ sign, y, isGhost, isSelected })),
    clusters: clusters.map(({ box, bucket, isEarlier }) => ({ box, bucket, isEarlier })),
    roots: roots.map(({ x, y1, y2 }) => ({ x, y1, y2 })),
    ends: { leftPx: ends.leftPx, rightPx: ends.rightPx },
  }
}

/** Labels, notes and boxes at the edge have paper under them, over the lines. */
const GROUNDED = '.mark-button:not(.lane-undated) > .mark-label, .cluster-button.is-at-edge, .root-note > *'
/** Of a box at the edge, as timeline.css has it. */
const BOX_PX = 18

function findHoles(stage: HTMLElement, movers: readonly Mover[], view: StageView): readonly Hole[] {
  const from = stage.getBoundingClientRect()
  return movers.flatMap(({ element, shift }) =>
    [...element.querySelectorAll(GROUNDED)].map((grounded) => {
      const { left, top, width, height } = grounded.getBoundingClientRect()
      const isBox = grounded.classList.contains('is-at-edge')
      return {
        x: left - from.left - shiftPx(shift, view),
        y: top - from.top,
        width,
        height: isBox ? BOX_PX : height,
        shift,
      }
    }),
  )
}

/** How the SVG's paths look now: in this theme, with the colours that the reader's system may force. */
function readLooks(stage: HTMLElement): readonly PathLook[] {
  return [...stage.querySelectorAll<SVGPathElement>('[data-path]')].map((path) => {
    const style = getComputedStyle(path)
    return {
      name: path.dataset['path'] ?? '',
      topPx: path.getCTM()?.f ?? 0,
      fill: colourOf(style.fill),
      // The number in a box stands under the canvas.
      isHole: path.dataset['path'] === 'clusterBox',
      stroke: colourOf(style.stroke),
      strokePx: parseFloat(style.strokeWidth),
      dashPx: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(parseFloat),
      cap: style.strokeLinecap as CanvasLineCap,
      join: style.strokeLinejoin as CanvasLineJoin,
      opacity: parseFloat(style.opacity),
    }
  })
}

function colourOf(paint: string): string | null {
  return paint === 'none' ? null : paint
}

/**
 * Shows a stage while it is stretched, painted by a worker on a canvas over it.
 * To place the words and lines of the page anew takes milliseconds of the main thread at each step of a zoom, and to
 * have React draw the next stage some twenty; a worker that paints the same takes nothing of it. Until it has painted a
 * first picture, and wherever there is no such canvas, the page itself shows each step; at rest it always does.
 */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import workerAddress from './stageWorker.ts?worker&url'
import { trustedWorkerAddress } from '../../browser/workerAddress.ts'
import { aroundNext, canShow, viewStage, type StageView } from '../../core/marks/stage.ts'
import type { StageContent } from '../../core/marks/stageLines.ts'
import { wordStage, type Wording } from '../../core/marks/stageWords.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import { formatShortCount } from '../../core/wording/clusterWords.ts'
import { spellControls } from '../../core/wording/visibleControls.ts'
import type { Carried } from '../shared/liveWindow.ts'
import { readFontRules } from './stageFonts.ts'
import { readLooks } from './stageLooks.ts'
import type { PainterAnswer, PainterOrder } from './stageMessages.ts'
import type { StageMotion } from './stageMotion.ts'
import { bottomOf, contentOf, type StageSource, type TimelineDrawing } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'

/** @returns null where a canvas cannot be handed to a worker */
export function openPainter(surface: HTMLElement, stage: HTMLElement): Painter | null {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype ? new Painter(surface, stage) : null
}

/** A motion that is painted. */
interface Motion {
  /** Given back by the worker once the first picture is there. */
  readonly ticket: number
  isSeen: boolean
  source: StageSource
  /** What the worker paints, and around which window it was drawn; null: what the page shows. */
  stage: { readonly drawing: TimelineDrawing; readonly around: TimeWindow | null } | null
}

class Painter implements Pick<StageMotion, 'show' | 'rest' | 'close'> {
  readonly #surface: HTMLElement
  readonly #stage: HTMLElement
  #hands: { readonly worker: Worker; readonly canvas: HTMLCanvasElement } | null = null
  /** None comes, or the one that came has failed. */
  #isLost = false
  #motion: Motion | null = null
  #tickets = 0

  constructor(surface: HTMLElement, stage: HTMLElement) {
    this.#surface = surface
    this.#stage = stage
  }

  show(source: StageSource, window: TimeWindow): Carried | null {
    if (this.#isLost) return null
    if (this.#motion === null && viewOf(source.drawing, window).stretch === 1) return null
    const isFirst = this.#motion === null
    const motion = (this.#motion ??= { ticket: ++this.#tickets, isSeen: false, source, stage: null })
    if (isFirst) this.#begin(source)
    const before = motion.source === source ? motion.stage : null
    const stage = stageFor(window, before ?? { drawing: source.drawing, around: null }, source, motion)
    if (stage !== before) this.#sendStage(stage.drawing, source)
    Object.assign(motion, { source, stage })
    const view = viewOf(stage.drawing, window)
    this.#send({ kind: 'view', view, ticket: isFirst ? motion.ticket : null })
    if (!motion.isSeen) return null
    return { redrawAround: haveSameLanes(stage.drawing, source.drawing) ? null : stage.around }
  }

  rest(): void {
    this.#motion = null
    delete this.#surface.dataset['painting']
  }

  close(): void {
    this.rest()
    this.#hands?.worker.terminate()
    this.#hands?.canvas.remove()
    this.#hands = null
  }

  #begin({ language }: StageSource): void {
    this.#hands ??= this.#hire()
    this.#surface.dataset['painting'] = 'soon'
    this.#send({ kind: 'looks', looks: readLooks(this.#surface, this.#stage, language) })
  }

  #sendStage(drawing: TimelineDrawing, source: StageSource): void {
    const order = orderOf(drawing, source, this.#focusedRow())
    if (this.#hands !== null) {
      const { style } = this.#hands.canvas
      style.width = `${order.size.widthPx}px`
      style.height = `${order.size.heightPx}px`
    }
    this.#send(order)
  }

  #send(order: PainterOrder): void {
    this.#hands?.worker.postMessage(order)
  }

  #hire(): { readonly worker: Worker; readonly canvas: HTMLCanvasElement } {
    const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'stage' })
    worker.onmessage = ({ data }: { readonly data: PainterAnswer }) => {
      if (this.#motion?.ticket !== data) return
      this.#motion.isSeen = true
      this.#surface.dataset['painting'] = 'now'
    }
    worker.onerror = (event) => {
      // It is not missed: the page goes on.
      event.preventDefault()
      this.#isLost = true
      this.close()
    }
    const canvas = document.createElement('canvas')
    canvas.className = 'stage-canvas'
    canvas.setAttribute('aria-hidden', 'true')
    this.#surface.querySelector('.stage-axis')?.before(canvas)
    const handed = canvas.transferControlToOffscreen()
    const order: PainterOrder = { kind: 'canvas', canvas: handed, fonts: readFontRules() }
    worker.postMessage(order, [handed])
    return { worker, canvas }
  }

  /** Of the button whose ring is seen. */
  #focusedRow(): number | null {
    const button = this.#stage.querySelector<HTMLElement>('.mark-button:focus-visible')
    return button === null ? null : Number(button.dataset['row'])
  }
}

function viewOf(drawing: TimelineDrawing, window: TimeWindow): StageView {
  return viewStage(drawing.scale, window, drawing.widthPx)
}

/** The stage at hand as long as it can show the window; while the painter is not seen the page draws the next one. */
function stageFor(
  window: TimeWindow,
  stage: NonNullable<Motion['stage']>,
  { drawAround }: StageSource,
  { isSeen }: Motion,
): NonNullable<Motion['stage']> {
  const view = viewOf(stage.drawing, window)
  if (!isSeen || canShow(stage.drawing.scale, view)) return stage
  const around = aroundNext(window, view)
  return { drawing: drawAround(around), around }
}

function orderOf(
  drawing: TimelineDrawing,
  source: StageSource,
  focused: number | null,
): Extract<PainterOrder, { kind: 'stage' }> {
  const { widthPx, layout } = drawing
  const size = { widthPx, heightPx: bottomOf(drawing), density: window.devicePixelRatio }
  const words = wordStage({ ...drawing, lanes: layout.lanes, axisPx: AXIS_PX }, wordingOf(source), focused)
  return { kind: 'stage', content: slim(contentOf(drawing)), words, size }
}

/** As MarkButtons and RootNote have it. */
function wordingOf({ wordsOf, rootWords }: StageSource): Wording {
  return {
    ofMark: (row, form) => {
      const { date, standing, full, short } = wordsOf(row)
      return { date, standing, title: spellControls(form === 'full' ? full : short) }
    },
    ofCount: formatShortCount,
    ofRoot: rootWords,
  }
}

/** Whether the names of the lanes, which are the page's, stand right beside both. */
function haveSameLanes({ layout: one }: TimelineDrawing, { layout: other }: TimelineDrawing): boolean {
  return (
    one.lanes.length === other.lanes.length &&
    one.lanes.every(({ topPx, heightPx }, i) => {
      const lane = other.lanes[i]
      return lane?.topPx === topPx && lane.heightPx === heightPx
    })
  )
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

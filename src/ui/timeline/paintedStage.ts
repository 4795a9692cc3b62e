/**
 * Shows a stage while it moves, painted by a worker on a canvas over it.
 * To move the page's stage, or to place its words and lines anew, takes milliseconds of the main thread at each step, and
 * to have React draw the next stage some twenty; a worker that paints the same takes nothing of it. It begins with what
 * stands there at rest. Until it has painted its very first picture, and wherever there is no such canvas, the page
 * itself shows each step; at rest it always does.
 */
import { aroundNext, canShow, isInPlace, viewStage, type StageView } from '../../core/marks/stage.ts'
import type { StageContent } from '../../core/marks/stageLines.ts'
import { wordStage, type Wording } from '../../core/marks/stageWords.ts'
import type { TimeWindow } from '../../core/time/timeWindow.ts'
import { formatShortCount } from '../../core/wording/clusterWords.ts'
import { spellControls } from '../../core/wording/visibleControls.ts'
import { canBePainted, PaintedCanvas } from '../painting/paintedCanvas.ts'
import type { StageOrder } from '../painting/stageOrder.ts'
import type { Carried } from '../shared/liveWindow.ts'
import { readFontRules } from './stageFonts.ts'
import { readLooks } from './stageLooks.ts'
import { bottomOf, contentOf, type StageSource, type TimelineDrawing } from './timelineDrawing.ts'
import { AXIS_PX } from './timelineSizes.ts'

/** @returns null where a canvas cannot be handed to a worker */
export function openPaintedStage(surface: HTMLElement, stage: HTMLElement): PaintedStage | null {
  return canBePainted() ? new PaintedStage(surface, stage) : null
}

/** A motion that is painted. */
interface Motion {
  source: StageSource
  /** What the worker paints, and around which window it was drawn; null: what the page shows. */
  stage: { readonly drawing: TimelineDrawing; readonly around: TimeWindow | null } | null
}

class PaintedStage {
  readonly #surface: HTMLElement
  readonly #stage: HTMLElement
  readonly #canvas: PaintedCanvas<'stage'>
  #motion: Motion | null = null

  constructor(surface: HTMLElement, stage: HTMLElement) {
    this.#surface = surface
    this.#stage = stage
    this.#canvas = new PaintedCanvas({
      part: surface,
      className: 'stage-canvas',
      painter: 'stage',
      place: (canvas) => surface.querySelector('.stage-axis')?.before(canvas),
      firstOrder: () => ({ kind: 'fonts', fonts: readFontRules() }),
    })
  }

  get isMoving(): boolean {
    return this.#motion !== null
  }

  /**
   * A step of a motion; before its first, that there may be one, for which a picture is made ready.
   * @returns null: the page has to show it
   */
  show(source: StageSource, window: TimeWindow): Carried | null {
    const canvas = this.#canvas
    if (canvas.isLost) return null
    const ticket = this.#motion === null ? this.#begin(source) : null
    const motion = (this.#motion ??= { source, stage: null })
    if (!isInPlace(viewOf(source.drawing, window))) canvas.show()
    const before = motion.source === source ? motion.stage : null
    const stage = stageFor(
      window,
      before ?? { drawing: source.drawing, around: null },
      source,
      canvas.isReliable,
    )
    if (stage !== before) this.#sendStage(stage.drawing, source)
    Object.assign(motion, { source, stage })
    const view = viewOf(stage.drawing, window)
    canvas.send({ kind: 'view', view, ticket })
    if (!canvas.isReliable) return null
    return { redrawAround: haveSameLanes(stage.drawing, source.drawing) ? null : stage.around }
  }

  /** The motion is over: the page is seen again. */
  rest(): void {
    this.#motion = null
    this.#canvas.rest()
  }

  close(): void {
    this.#motion = null
    this.#canvas.close()
  }

  /** @returns ticket of the first picture */
  #begin({ language }: StageSource): number {
    const ticket = this.#canvas.begin()
    this.#canvas.send({ kind: 'looks', looks: readLooks(this.#surface, this.#stage, language) })
    return ticket
  }

  #sendStage(drawing: TimelineDrawing, source: StageSource): void {
    const order = orderOf(drawing, source, this.#focusedRow())
    this.#canvas.resize(order.size.widthPx, order.size.heightPx)
    this.#canvas.send(order)
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

/**
 * The stage at hand as long as it can show the window. While the painter is not to be relied on the page draws the next
 * one, but not the first, which is to be painted as soon as may be.
 */
function stageFor(
  window: TimeWindow,
  stage: NonNullable<Motion['stage']>,
  { drawAround }: StageSource,
  isReliable: boolean,
): NonNullable<Motion['stage']> {
  const view = viewOf(stage.drawing, window)
  const isOfPage = !isReliable && stage.drawing.isMoving
  if (isOfPage || canShow(stage.drawing.scale, view)) return stage
  const around = aroundNext(window, view)
  return { drawing: drawAround(around), around }
}

function orderOf(
  drawing: TimelineDrawing,
  source: StageSource,
  focused: number | null,
): Extract<StageOrder, { kind: 'stage' }> {
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

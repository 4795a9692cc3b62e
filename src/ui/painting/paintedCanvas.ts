/**
 * A canvas over a part of the page, painted by a worker while something in that part moves.
 * The part says in `data-painting` how far that is, for its style sheet: `soon` until the worker has painted a first
 * picture and something has moved, `now` from then on, and nothing at rest. Where no worker comes, there is never
 * anything.
 * A worker that has painted before is relied on to do so again within a few frames: until then the page stays as it was,
 * and need not be changed for a step that is over before anybody has seen it.
 */
import type { PainterName, PainterOrders } from './painterMessages.ts'
import { handOver, isPainterLost, type HandedCanvas } from './painters.ts'

interface Painting<Name extends PainterName> {
  readonly part: HTMLElement
  /** Of the canvas. */
  readonly className: string
  readonly painter: Name
  /** Puts the canvas where it belongs. */
  readonly place: (canvas: HTMLCanvasElement) => void
  /** What the painter has to know before all else. */
  readonly firstOrder?: () => PainterOrders[Name]
}

/** For so long a first picture is waited for where there have been others, ms. The page is late then, but seen. */
const PATIENCE_MS = 60

interface Opened<Name extends PainterName> {
  readonly element: HTMLCanvasElement
  readonly handed: HandedCanvas<PainterOrders[Name]>
}

/** Whether a canvas can be handed to a worker here. */
export function canBePainted(): boolean {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype
}

export class PaintedCanvas<Name extends PainterName> {
  readonly #painting: Painting<Name>
  #canvas: Opened<Name> | null = null
  #motion: {
    readonly ticket: number
    readonly begunMs: number
    isPainted: boolean
    isShown: boolean
  } | null = null
  #tickets = 0
  #hasPainted = false

  constructor(painting: Painting<Name>) {
    this.#painting = painting
  }

  /** The worker has failed, and there is no other. */
  get isLost(): boolean {
    return isPainterLost()
  }

  get isMoving(): boolean {
    return this.#motion !== null
  }

  /** The motion's pictures are on the page, in place of what they show. */
  get isSeen(): boolean {
    return this.#motion !== null && this.#motion.isPainted && this.#motion.isShown
  }

  /** The page need not show the motion: its pictures are seen, or are about to be. */
  get isReliable(): boolean {
    if (this.#motion === null || this.isSeen) return this.isSeen
    return this.#hasPainted && performance.now() - this.#motion.begunMs < PATIENCE_MS
  }

  /** A motion begins, or is to be expected: it is painted, and not seen yet. @returns the ticket of its first picture */
  begin(): number {
    this.#canvas ??= this.#open()
    this.#motion = { ticket: ++this.#tickets, begunMs: performance.now(), isPainted: false, isShown: false }
    this.#painting.part.dataset['painting'] = 'soon'
    return this.#motion.ticket
  }

  /** Its pictures are to be seen from now on, or from the first one on. */
  show(): void {
    if (this.#motion === null || this.#motion.isShown) return
    this.#motion.isShown = true
    this.#tellPart()
  }

  send(order: PainterOrders[Name]): void {
    this.#canvas?.handed.send(order)
  }

  /** CSS px. */
  resize(widthPx: number, heightPx: number): void {
    if (this.#canvas === null) return
    const { style } = this.#canvas.element
    style.width = `${widthPx}px`
    style.height = `${heightPx}px`
  }

  /** The motion is over: the page is seen again. */
  rest(): void {
    this.#motion = null
    delete this.#painting.part.dataset['painting']
  }

  close(): void {
    this.rest()
    this.#canvas?.handed.close()
    this.#canvas?.element.remove()
    this.#canvas = null
  }

  #tellPart(): void {
    if (this.isSeen) this.#painting.part.dataset['painting'] = 'now'
  }

  #open(): Opened<Name> {
    const { className, painter, place, firstOrder } = this.#painting
    const element = document.createElement('canvas')
    element.className = className
    element.setAttribute('aria-hidden', 'true')
    place(element)
    const handed = handOver(painter, element.transferControlToOffscreen(), {
      onPainted: (ticket) => {
        this.#hasPainted = true
        if (this.#motion?.ticket !== ticket) return
        this.#motion.isPainted = true
        this.#tellPart()
      },
      onLost: () => this.close(),
    })
    if (firstOrder !== undefined) handed.send(firstOrder())
    return { element, handed }
  }
}

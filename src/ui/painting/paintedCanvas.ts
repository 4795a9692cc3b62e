/**
 * A canvas over a part of the page, painted by a worker while something in that part moves.
 * The part says in `data-painting` how far that is, for its style sheet: `soon` until the worker has painted a first
 * picture of a motion, `now` from then on, and nothing at rest. Where no worker comes, there is never anything.
 */
import type { PainterName, PainterOrders } from './painterMessages.ts'
import { handOver, type HandedCanvas } from './painters.ts'

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
  #motion: { readonly ticket: number; isSeen: boolean } | null = null
  #tickets = 0
  #isLost = false

  constructor(painting: Painting<Name>) {
    this.#painting = painting
  }

  /** The worker has failed; this canvas gets no other. */
  get isLost(): boolean {
    return this.#isLost
  }

  get isMoving(): boolean {
    return this.#motion !== null
  }

  /** The motion's pictures are on the page, in place of what they show. */
  get isSeen(): boolean {
    return this.#motion?.isSeen === true
  }

  /** A motion begins. @returns the ticket of its first picture */
  begin(): number {
    this.#canvas ??= this.#open()
    this.#motion = { ticket: ++this.#tickets, isSeen: false }
    this.#painting.part.dataset['painting'] = 'soon'
    return this.#motion.ticket
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

  #open(): Opened<Name> {
    const { part, className, painter, place, firstOrder } = this.#painting
    const element = document.createElement('canvas')
    element.className = className
    element.setAttribute('aria-hidden', 'true')
    place(element)
    const handed = handOver(painter, element.transferControlToOffscreen(), {
      onPainted: (ticket) => {
        if (this.#motion?.ticket !== ticket) return
        this.#motion.isSeen = true
        part.dataset['painting'] = 'now'
      },
      onLost: () => {
        this.#isLost = true
        this.close()
      },
    })
    if (firstOrder !== undefined) handed.send(firstOrder())
    return { element, handed }
  }
}

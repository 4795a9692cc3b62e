/**
 * A canvas over a part of the page, painted by a worker while something in that part moves.
 * The part says in `data-painting` how far that is, for its style sheet: `soon` until the worker has painted a first
 * picture of a motion, `now` from then on, and nothing at rest. Where no worker comes, there is never anything.
 */
import { trustedWorkerAddress } from '../../browser/workerAddress.ts'
import { afterFrame } from './afterFrame.ts'

interface Painting<Order> {
  readonly part: HTMLElement
  /** Of the canvas. */
  readonly className: string
  /** As the build gives it. */
  readonly workerAddress: string
  readonly workerName: string
  /** Puts the canvas where it belongs. */
  readonly place: (canvas: HTMLCanvasElement) => void
  /** The first order, which hands the canvas over. */
  readonly handOver: (canvas: OffscreenCanvas) => Order
}

/** Whether a canvas can be handed to a worker here. */
export function canBePainted(): boolean {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype
}

/** The worker answers an order that has a ticket with that ticket, once it has painted what was ordered. */
export class PaintedCanvas<Order> {
  readonly #painting: Painting<Order>
  #hands: { readonly worker: Worker; readonly canvas: HTMLCanvasElement } | null = null
  #motion: { readonly ticket: number; isSeen: boolean } | null = null
  #tickets = 0
  #isLost = false

  constructor(painting: Painting<Order>) {
    this.#painting = painting
  }

  /** Its worker has failed; there will be no other. */
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
    this.#hands ??= this.#hire()
    this.#motion = { ticket: ++this.#tickets, isSeen: false }
    this.#painting.part.dataset['painting'] = 'soon'
    return this.#motion.ticket
  }

  /** Orders arrive in turn, soon. */
  send(order: Order): void {
    const worker = this.#hands?.worker
    afterFrame(() => worker?.postMessage(order))
  }

  /** CSS px. */
  resize(widthPx: number, heightPx: number): void {
    if (this.#hands === null) return
    const { style } = this.#hands.canvas
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
    this.#hands?.worker.terminate()
    this.#hands?.canvas.remove()
    this.#hands = null
  }

  #hire(): { readonly worker: Worker; readonly canvas: HTMLCanvasElement } {
    const { part, className, workerAddress, workerName, place, handOver } = this.#painting
    const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: workerName })
    worker.onmessage = ({ data }: { readonly data: number }) => {
      if (this.#motion?.ticket !== data) return
      this.#motion.isSeen = true
      part.dataset['painting'] = 'now'
    }
    worker.onerror = (event) => {
      // It is not missed: the page goes on.
      event.preventDefault()
      this.#isLost = true
      this.close()
    }
    const canvas = document.createElement('canvas')
    canvas.className = className
    canvas.setAttribute('aria-hidden', 'true')
    place(canvas)
    const handed = canvas.transferControlToOffscreen()
    worker.postMessage(handOver(handed), [handed])
    return { worker, canvas }
  }
}

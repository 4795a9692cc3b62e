/**
 * Shows the window on the strip while it grows or shrinks, painted by a worker on a canvas over it.
 * To move three elements has the page styled, layered and committed anew, which takes more than a millisecond of the
 * main thread at each step of a zoom, in which nothing else on the page changes. Until the worker has painted a first
 * picture, and wherever there is no such canvas, the page itself shows each step; at rest it always does.
 */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import workerAddress from './stripWorker.ts?worker&url'
import { trustedWorkerAddress } from '../../browser/workerAddress.ts'
import { BEYOND_PX, type WindowEnds, type WindowLooks } from './paintWindow.ts'
import type { StripOrder } from './stripWorker.ts'

export interface StripPainter {
  /** A step; the first of a zoom begins it. @returns whether it is painted: the page need not show it */
  readonly show: (ends: WindowEnds, isZoom: boolean) => boolean
  /** The motion is over: the page is seen again, and has to show where the window is. */
  readonly rest: () => void
  readonly close: () => void
}

/** @param frame in which strip, wash and ends lie; @returns null where a canvas cannot be handed to a worker */
export function openStripPainter(frame: HTMLElement): StripPainter | null {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype ? new Painter(frame) : null
}

class Painter implements StripPainter {
  readonly #frame: HTMLElement
  #hands: { readonly worker: Worker; readonly canvas: HTMLCanvasElement } | null = null
  /** Its worker has failed. */
  #isLost = false
  #motion: { readonly ticket: number; isSeen: boolean } | null = null
  #tickets = 0

  constructor(frame: HTMLElement) {
    this.#frame = frame
  }

  show(ends: WindowEnds, isZoom: boolean): boolean {
    if (this.#isLost || (!isZoom && this.#motion === null)) return false
    // The ring around an end that has the focus is the page's, and goes with it.
    if (this.#frame.contains(document.activeElement)) {
      this.rest()
      return false
    }
    const isFirst = this.#motion === null
    const motion = (this.#motion ??= { ticket: ++this.#tickets, isSeen: false })
    if (isFirst) this.#begin()
    this.#send({ kind: 'window', ends, ticket: isFirst ? motion.ticket : null })
    return motion.isSeen
  }

  rest(): void {
    this.#motion = null
    delete this.#frame.dataset['painting']
  }

  close(): void {
    this.rest()
    this.#hands?.worker.terminate()
    this.#hands?.canvas.remove()
    this.#hands = null
  }

  #begin(): void {
    this.#hands ??= this.#hire()
    const { style } = this.#hands.canvas
    const looks = readLooks(this.#frame)
    style.width = `${looks.widthPx + 2 * BEYOND_PX.x}px`
    style.height = `${looks.heightPx + 2 * BEYOND_PX.y}px`
    this.#frame.dataset['painting'] = 'soon'
    this.#send({ kind: 'looks', looks })
  }

  #send(order: StripOrder): void {
    this.#hands?.worker.postMessage(order)
  }

  #hire(): { readonly worker: Worker; readonly canvas: HTMLCanvasElement } {
    const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'strip' })
    worker.onmessage = ({ data }: { readonly data: number }) => {
      if (this.#motion?.ticket !== data) return
      this.#motion.isSeen = true
      this.#frame.dataset['painting'] = 'now'
    }
    worker.onerror = (event) => {
      // It is not missed: the page goes on.
      event.preventDefault()
      this.#isLost = true
      this.close()
    }
    const canvas = document.createElement('canvas')
    canvas.className = 'overview-canvas'
    canvas.setAttribute('aria-hidden', 'true')
    this.#frame.append(canvas)
    const handed = canvas.transferControlToOffscreen()
    const order: StripOrder = { kind: 'canvas', canvas: handed }
    worker.postMessage(order, [handed])
    return { worker, canvas }
  }
}

/** Asked of the page itself, so that the style sheet stays the only place that says it. */
function readLooks(frame: HTMLElement): WindowLooks {
  const wash = frame.querySelector<HTMLElement>('.overview-window') ?? frame
  const end = frame.querySelector('.overview-handle') ?? frame
  return {
    wash: getComputedStyle(wash).backgroundColor,
    line: getComputedStyle(end, '::after').backgroundColor,
    grip: getComputedStyle(end, '::before').backgroundColor,
    widthPx: wash.offsetWidth,
    heightPx: wash.offsetHeight,
    density: window.devicePixelRatio,
  }
}

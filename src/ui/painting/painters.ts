/**
 * The worker that paints, hired with the first canvas and let go with the last. One for all canvases: each worker that
 * is woken at a step takes its time on the same few cores as the page.
 */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import workerAddress from './painterWorker.ts?worker&url'
import { trustedWorkerAddress } from '../../browser/workerAddress.ts'
import { afterFrame } from './afterFrame.ts'
import type {
  CanvasId,
  OrderFor,
  PageMessage,
  PaintedMessage,
  PainterName,
  PainterOrders,
} from './painterMessages.ts'

/** What the page hears of its canvas. */
export interface CanvasEvents {
  /** The picture that this ticket was given with is painted. */
  readonly onPainted: (ticket: number) => void
  /** The worker has failed: nothing will be painted any more. */
  readonly onLost: () => void
}

/** A canvas in the hands of a painter. */
export interface HandedCanvas<Order> {
  /** Orders arrive in turn, soon. */
  readonly send: (order: Order) => void
  readonly close: () => void
}

const handed = new Map<CanvasId, CanvasEvents>()
let worker: Worker | null = null
/** No other is hired: what made this one fail, such as a host's policy, would another. */
let hasFailed = false
let lastId: CanvasId = 0
let waiting: OrderFor[] = []

/** Whether the worker has failed, so that no canvas is to be handed over any more. */
export function isPainterLost(): boolean {
  return hasFailed
}

/**
 * Hands a canvas over for as long as the page needs it; hires the worker where there is none.
 * Throws where the build's worker is not a script of this site.
 */
export function handOver<Name extends PainterName>(
  painter: Name,
  canvas: OffscreenCanvas,
  events: CanvasEvents,
): HandedCanvas<PainterOrders[Name]> {
  const id = ++lastId
  handed.set(id, events)
  worker ??= hire()
  tell({ kind: 'canvas', id, painter, canvas }, [canvas])
  return {
    send: (order) => {
      if (waiting.push({ id, order }) === 1) afterFrame(sendWaiting)
    },
    close: () => {
      if (!handed.delete(id)) return
      tell({ kind: 'away', id })
      if (handed.size === 0) letGo()
    },
  }
}

function sendWaiting(): void {
  const orders = waiting
  waiting = []
  tell({ kind: 'orders', orders })
}

function tell(message: PageMessage, transfer: Transferable[] = []): void {
  worker?.postMessage(message, transfer)
}

function hire(): Worker {
  const hired = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'painter' })
  hired.onmessage = ({ data }: { readonly data: PaintedMessage }) =>
    handed.get(data.id)?.onPainted(data.ticket)
  hired.onerror = (event) => {
    // It is not missed: the page goes on.
    event.preventDefault()
    hasFailed = true
    const lost = [...handed.values()]
    handed.clear()
    letGo()
    for (const { onLost } of lost) onLost()
  }
  return hired
}

function letGo(): void {
  worker?.terminate()
  worker = null
}

/** How are many cards drawn at once? By as many worker threads as there are cores, each of which asks for the next. */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { bundleProgram } from '../bundleProgram.mjs'
import type { Card } from './card.ts'
import type { CardWorkerData } from './cardWorker.ts'

const WORKER_FILE = 'src/prerender/cards/cardWorker.ts'
/** A worker takes a third of a second to begin: fewer cards than these are not worth another. */
const CARDS_PER_WORKER = 8

/** One card to draw; made when its turn comes, so that a thousand need not be held. */
export interface CardOrder {
  readonly card: () => Card
  readonly whenDrawn: (png: Uint8Array) => Promise<void>
}

/** Draws all, in any order. Rejects with the first failure, and stops. @param root of the project */
export async function drawCards(root: string, orders: readonly CardOrder[]): Promise<void> {
  if (orders.length === 0) return
  const program = await bundleProgram(root, path.join(root, WORKER_FILE))
  const count = Math.min(availableParallelism(), Math.ceil(orders.length / CARDS_PER_WORKER))
  const next = orders[Symbol.iterator]()
  const workers = Array.from(
    { length: count },
    () => new Worker(program, { workerData: { root } satisfies CardWorkerData }),
  )
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (const { card, whenDrawn } of next) await whenDrawn(await drawIn(worker, card()))
      }),
    )
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function drawIn(worker: Worker, card: Card): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const onMessage = (png: Uint8Array): void => settle(() => resolve(png))
    const onError = (reason: unknown): void =>
      settle(() => reject(reason instanceof Error ? reason : new Error(String(reason))))
    const onExit = (code: number): void => onError(new Error(`a card's worker ended with ${code}`))
    const settle = (outcome: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      outcome()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(card)
  })
}

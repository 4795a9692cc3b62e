/** Draws cards in a worker thread: a card comes in, its PNG goes back. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Card } from './card.ts'
import { drawCard } from './drawCard.ts'
import { FontShelf } from './fontShelf.ts'
import { rasteriseCard } from './rasteriseCard.ts'

/** With which a worker begins. */
export interface CardWorkerData {
  /** Of the project: where its packages are. */
  readonly root: string
}

if (parentPort === null) throw new Error('cardWorker.ts runs in a worker thread')
const port = parentPort
const shelf = new FontShelf((workerData as CardWorkerData).root)

// One at a time: the pool sends the next card when this one is back. What fails ends the worker, and so the build.
port.on('message', (card: Card) => {
  void drawCard(card, shelf).then((svg) => port.postMessage(rasteriseCard(svg)))
})

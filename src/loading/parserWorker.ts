/** A parser's side: reads batches one after the other, then answers searches and gives events back. */
import { buffersOf } from './buffersOf.ts'
import { HeldEvents } from './eventParser.ts'
import { prepareScanner } from './eventScanner.ts'
import type { ParserAnswer, ParserRequest } from './parserMessages.ts'

/** As much of a worker's global scope as is used here; the page's own types stand for `self` otherwise. */
interface WorkerScope {
  onmessage: ((message: { readonly data: ParserRequest }) => void) | null
  readonly postMessage: (answer: ParserAnswer, transfer?: Transferable[]) => void
}

const scope = globalThis as unknown as WorkerScope
const held = new HeldEvents()
// Beside those who find out what stands before the events.
prepareScanner()

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'open':
      held.open(data.names)
      return
    case 'read': {
      const outcome = held.read(data.batch)
      scope.postMessage({ kind: 'read', outcome }, buffersOf(outcome))
      return
    }
    case 'bytes':
      void tellBytes(data.ticket, held.bytesOf(data.batchNumber, data.from, data.to))
      return
    case 'texts':
      void tellTexts(data.ticket, held.textsOf(data.batchNumber, data.events))
      return
    case 'whole':
      void tellBytes(data.ticket, held.wholeOf(data.batchNumber))
      return
    case 'place':
      held.placeRows(data.rows)
      return
    case 'search': {
      const { ticket, terms } = data
      held.search(terms, (rows, isDone) =>
        scope.postMessage({ kind: 'found', ticket, rows, isDone }, buffersOf(rows)),
      )
    }
  }
}

async function tellBytes(
  ticket: number,
  found: Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const bytes = await found
  scope.postMessage({ kind: 'bytes', ticket, bytes }, [bytes.buffer])
}

async function tellTexts(ticket: number, found: Promise<readonly string[]>): Promise<void> {
  scope.postMessage({ kind: 'texts', ticket, texts: await found })
}

/** A parser's side: reads batches one after the other, then answers searches and gives events back. */
import { explainer } from '../core/story/explainItem.ts'
import { openStoryFrame } from '../core/story/readFrame.ts'
import { buffersOf } from './buffersOf.ts'
import { HeldEvents } from './eventParser.ts'
import type { ParserAnswer, ParserRequest } from './parserMessages.ts'

/** As much of a worker's global scope as is used here; the page's own types stand for `self` otherwise. */
interface WorkerScope {
  onmessage: ((message: { readonly data: ParserRequest }) => void) | null
  readonly postMessage: (answer: ParserAnswer, transfer?: Transferable[]) => void
}

const scope = globalThis as unknown as WorkerScope
const held = new HeldEvents()

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'open':
      open(data.frameBytes)
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

/** A frame that is no frame was refused by who sent it. */
function open(frameBytes: Uint8Array): void {
  const frame = openStoryFrame(JSON.parse(new TextDecoder().decode(frameBytes)), explainer, null)
  if (frame.ok) held.open(frame.value)
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

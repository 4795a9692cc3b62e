/** A parser in a worker of its own, started by the worker that reads the story. */
import type { Result } from '../core/base/result.ts'
import { buffersOf } from './buffersOf.ts'
import type { BatchColumns } from './eventBatch.ts'
import type { EventParser, OnFoundRows } from './eventParser.ts'
import type { LoadFault } from './loadError.ts'
import type { ParserAnswer, ParserRequest } from './parserMessages.ts'

/** @param worker that runs parserWorker.ts */
export function openParser(worker: Worker): EventParser {
  const reads: ((outcome: Result<BatchColumns, LoadFault>) => void)[] = []
  const bytesAsked = new Map<number, (bytes: Uint8Array<ArrayBuffer>) => void>()
  const textsAsked = new Map<number, (texts: readonly string[]) => void>()
  let onFound: OnFoundRows = () => undefined
  let ticket = 0
  let searchTicket = 0
  const send = (request: ParserRequest): void => worker.postMessage(request, buffersOf(request))
  worker.onmessage = ({ data }: { readonly data: ParserAnswer }) => {
    if (data.kind === 'read') reads.shift()?.(data.outcome)
    else if (data.kind === 'bytes') {
      bytesAsked.get(data.ticket)?.(data.bytes)
      bytesAsked.delete(data.ticket)
    } else if (data.kind === 'texts') {
      textsAsked.get(data.ticket)?.(data.texts)
      textsAsked.delete(data.ticket)
    } else if (data.ticket === searchTicket) onFound(data.rows, data.isDone)
  }
  worker.onerror = () => {
    for (const read of reads.splice(0)) read({ ok: false, problem: { kind: 'worker' } })
  }
  const askBytes = (
    request: Extract<ParserRequest, { readonly kind: 'bytes' | 'whole' }>,
  ): Promise<Uint8Array<ArrayBuffer>> =>
    new Promise((resolve) => {
      bytesAsked.set(request.ticket, resolve)
      send(request)
    })
  return {
    open: (names) => send({ kind: 'open', names }),
    read: (batch) =>
      new Promise((resolve) => {
        reads.push(resolve)
        send({ kind: 'read', batch })
      }),
    bytesOf: (batchNumber, from, to) => askBytes({ kind: 'bytes', ticket: ++ticket, batchNumber, from, to }),
    textsOf: (batchNumber, events) =>
      new Promise((resolve) => {
        textsAsked.set(++ticket, resolve)
        send({ kind: 'texts', ticket, batchNumber, events })
      }),
    wholeOf: (batchNumber) => askBytes({ kind: 'whole', ticket: ++ticket, batchNumber }),
    placeRows: (rows) => send({ kind: 'place', rows }),
    search: (terms, found) => {
      onFound = found
      searchTicket = ++ticket
      send({ kind: 'search', ticket, terms })
    },
  }
}

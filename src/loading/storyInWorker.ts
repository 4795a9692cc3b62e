/** The page's side: hands the file to a worker, takes over its columns, and asks it for the rest of an event. */
import workerAddress from './storyWorker.ts?worker&url'
import type { EventId, StatementId } from '../core/base/brand.ts'
import { BriefList, type RowRelation } from '../core/indexing/briefColumn.ts'
import { rowNamed } from '../core/indexing/nameTable.ts'
import { layOutBlocks } from '../core/marks/layOutBlocks.ts'
import { openEventReader } from '../core/story/eventReader.ts'
import type { RelatedEvent } from '../core/story/findRelated.ts'
import { isMirror } from '../core/story/findRelated.ts'
import { relationKinds } from '../core/story/storyFile.ts'
import { LoadError, type LoadFault } from './loadError.ts'
import type { EventDetail, FoundWords, OpenedStory } from './openedStory.ts'
import type { Answer, RelationColumns, Request, StoryColumns } from './workerMessages.ts'
import { trustedWorkerAddress } from './workerAddress.ts'

export interface ReadProgress {
  readonly eventsRead: number
  readonly eventsFound: number | null
}

export interface WorkerReading {
  /** The next bytes of the file; they are handed over and must not be used any more. */
  readonly push: (bytes: Uint8Array<ArrayBuffer>) => void
  /** After the last piece. Rejects with a LoadError. */
  readonly end: () => Promise<OpenedStory>
  /** Rejects as soon as the worker finds a fault that no further piece can mend; never resolves. */
  readonly failed: Promise<never>
  /** Stops the worker, whatever it does. */
  readonly cancel: () => void
}

/** @param address of the file, for what is said of faults */
export function readInWorker(address: string, onProgress: (progress: ReadProgress) => void): WorkerReading {
  const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'story' })
  const send = (request: Request, transfer: Transferable[] = []): void =>
    worker.postMessage(request, transfer)
  const conversation = new Conversation(worker, send)
  let onFault: (error: LoadError) => void = () => undefined
  const failed = new Promise<never>((_, reject) => (onFault = reject))
  // Somebody always waits for `end`; who does not wait for `failed` too misses nothing.
  failed.catch(() => undefined)
  const opened = new Promise<OpenedStory>((resolve, reject) => {
    const fail = (fault: LoadFault): void => {
      worker.terminate()
      const error = new LoadError(fault, address)
      onFault(error)
      reject(error)
    }
    worker.onerror = () => fail({ kind: 'worker' })
    worker.onmessage = ({ data }: { readonly data: Answer }) => {
      if (data.kind === 'progress') onProgress(data)
      else if (data.kind === 'fault') fail(data.fault)
      else if (data.kind === 'opened') resolve(openColumns(data.columns, conversation))
      else conversation.hear(data)
    }
  })
  opened.catch(() => undefined)
  return {
    push: (bytes) => send({ kind: 'piece', bytes }, [bytes.buffer]),
    end: () => {
      send({ kind: 'end' })
      return opened
    },
    failed,
    cancel: () => worker.terminate(),
  }
}

/** Questions to the worker, each with its ticket. */
class Conversation {
  readonly #send: (request: Request) => void
  readonly #details = new Map<
    number,
    { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void }
  >()
  #onHits: ((found: FoundWords) => void) | null = null
  #ticket = 0

  constructor(worker: Worker, send: (request: Request) => void) {
    this.#send = send
    worker.addEventListener('error', () => {
      for (const { reject } of this.#details.values())
        reject(new Error('the worker that holds the story has stopped'))
    })
  }

  readText(row: number): Promise<string> {
    const ticket = ++this.#ticket
    return new Promise((resolve, reject) => {
      this.#details.set(ticket, { resolve, reject })
      this.#send({ kind: 'detail', ticket, row })
    })
  }

  search(words: string, onHits: (found: FoundWords) => void): () => void {
    const ticket = ++this.#ticket
    this.#onHits = onHits
    this.#searchTicket = ticket
    this.#send({ kind: 'search', ticket, words })
    return () => {
      if (this.#searchTicket === ticket) this.#onHits = null
    }
  }
  #searchTicket = 0

  hear(answer: Extract<Answer, { readonly ticket: number }>): void {
    if (answer.kind === 'detail') {
      this.#details.get(answer.ticket)?.resolve(answer.text)
      this.#details.delete(answer.ticket)
    } else if (answer.ticket === this.#searchTicket) this.#onHits?.(answer)
  }
}

function openColumns(columns: StoryColumns, conversation: Conversation): OpenedStory {
  const { frame, problems, facts, index, briefs, names, relations } = columns
  const decoder = new TextDecoder()
  const events = new BriefList({
    columns: briefs,
    actors: [...frame.actors.keys()],
    relationsOf: (row) => relationsFrom(relations, row),
    decode: (bytes) => decoder.decode(bytes),
  })
  const rowOf = (id: EventId): number | null => {
    const row = rowNamed(names, id)
    return row !== null && events.idAt(row) === id ? row : null
  }
  const readDetail = async (row: number): Promise<EventDetail> => {
    const json = JSON.parse(await conversation.readText(row)) as unknown
    const directories = {
      actors: { what: 'an actor', known: frame.actors, leftOut: new Set<string>() },
      sources: { what: 'a source', known: frame.sources, leftOut: new Set<string>() },
    }
    const read = openEventReader(directories).read(json, 0)
    if (read === null) throw new Error(`the event in row ${row} was sound when the file was read`)
    const own = events.at(row)?.relations ?? []
    return { event: { ...read.event, relations: own }, related: relatedTo(row, relations, events) }
  }
  return {
    ...{ frame, problems, facts, index, events, rowOf },
    roots: [],
    layOutMany: layOutBlocks,
    names: {
      actors: frame.actors,
      eventNamed: (name) => {
        const row = rowNamed(names, name)
        return row === null ? null : events.idAt(row)
      },
      // Its event knows whether it is an id or a former one, once it is opened.
      statementNamed: (name, event) => {
        const row = rowNamed(names, name)
        return row !== null && row === rowOf(event) ? (name as StatementId) : null
      },
    },
    details: { kind: 'fetched', read: readDetail },
    words: { kind: 'elsewhere', search: (words, onHits) => conversation.search(words, onHits) },
  }
}

function relationsFrom({ from, to, kind }: RelationColumns, row: number): readonly RowRelation[] {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  const found: RowRelation[] = []
  for (let i = low; from[i] === row; i++) {
    const is = relationKinds[kind[i] ?? 0]
    if (is !== undefined) found.push({ is, to: to[i] ?? 0 })
  }
  return found
}

/** As findRelated: its own relations first, then what others say of it, in reading order. */
function relatedTo(row: number, relations: RelationColumns, events: BriefList): readonly RelatedEvent[] {
  const found: (RelatedEvent & { readonly otherRow: number })[] = []
  const add = (otherRow: number, is: RelatedEvent['is'], isInverse: boolean): void => {
    const other = events.at(otherRow)
    const isKnown = found.some(
      (related) => related.otherRow === otherRow && (related.is === is || isMirror(related.is, is)),
    )
    if (other !== undefined && !isKnown) found.push({ other, otherRow, is, isInverse })
  }
  for (const { is, to } of relationsFrom(relations, row)) add(to, is, false)
  relations.to.forEach((to, i) => {
    const is = relationKinds[relations.kind[i] ?? 0]
    if (to === row && is !== undefined) add(relations.from[i] ?? 0, is, true)
  })
  return found
}

/** The page's side: hands the file to a worker, takes over its columns, and asks it for the rest of an event. */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import workerAddress from './storyWorker.ts?worker&url'
import { assertExists } from '../core/base/assert.ts'
import type { StoryFrame } from '../core/story/story.ts'
import { LoadError, type LoadFault } from './loadError.ts'
import { openColumns, type StoryAsking } from './openColumns.ts'
import type { FoundWords, WholeStory } from './openedStory.ts'
import type { Answer, Request } from './workerMessages.ts'
import { trustedWorkerAddress } from '../browser/workerAddress.ts'

export interface WorkerReading {
  /**
   * The next bytes of the file; they are handed over and must not be used any more. Resolves when the worker is not
   * too far behind for more; rejects with a LoadError once no further piece can mend what is wrong.
   */
  readonly push: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** After the last piece. Rejects with a LoadError, or with an AbortError for the reader who would not wait. */
  readonly end: () => Promise<WholeStory>
  /** Stops the worker, whatever it does. */
  readonly cancel: () => void
}

/** Bytes on their way to the worker at most: a network may be faster than any reader. */
const BYTES_AHEAD = 8 * 1024 * 1024
/** The first drawing comes first, ms. */
const EXPLAINER_AFTER_MS = 1000

/**
 * @param address and @param contentType of the file, for what is said of faults
 * @param expectedBytes about; Infinity: not known
 * @param signal cancels
 * @param onRead told how many events have been read
 */
export function readInWorker(
  address: string,
  contentType: string,
  expectedBytes: number,
  signal: AbortSignal,
  onRead: (eventCount: number) => void,
): WorkerReading {
  const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'story' })
  const send = (request: Request, transfer: Transferable[] = []): void =>
    worker.postMessage(request, transfer)
  send({ kind: 'begin', expectedBytes })
  const conversation = new Conversation(worker, send)
  const queue = new SendQueue()
  const opened = new Promise<WholeStory>((resolve, reject) => {
    const stop = (error: Error): void => {
      worker.terminate()
      queue.close(error)
      reject(error)
    }
    const fail = (fault: LoadFault): void => {
      const isPage = fault.kind === 'json' && contentType.includes('html')
      stop(new LoadError(isPage ? { kind: 'html' } : fault, address))
    }
    signal.addEventListener('abort', () =>
      stop(new DOMException('the reader stopped the loading', 'AbortError')),
    )
    worker.onerror = () => fail({ kind: 'worker' })
    let frame: StoryFrame | null = null
    worker.onmessage = ({ data }: { readonly data: Answer }) => {
      if (data.kind === 'progress') onRead(data.eventsRead)
      else if (data.kind === 'taken') queue.taken(data.bytes)
      else if (data.kind === 'fault') fail(data.fault)
      else if (data.kind === 'frame') ({ frame } = data)
      else if (data.kind === 'opened') {
        resolve(openColumns({ ...data.columns, frame: assertExists(frame, 'the frame') }, conversation))
        // Needed where an event is opened, then perhaps without a connection.
        setTimeout(fetchExplainer, EXPLAINER_AFTER_MS)
      } else conversation.hear(data)
    }
  })
  // Somebody waits for one of the two.
  opened.catch(() => undefined)
  return {
    push: (bytes) => {
      const room = queue.sent(bytes.length)
      send({ kind: 'piece', bytes }, [bytes.buffer])
      return room
    },
    end: () => {
      send({ kind: 'end' })
      return opened
    },
    cancel: () => worker.terminate(),
  }
}

/** Fetching early is no promise: who needs it asks again. */
function fetchExplainer(): void {
  import('../core/story/explainItem.ts').catch(() => undefined)
}

/** How much has been sent that the worker has not taken in. */
class SendQueue {
  #bytes = 0
  #error: Error | null = null
  #room: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null

  /** Resolves when there is room for more; rejects when there will be none. */
  sent(bytes: number): Promise<void> {
    this.#bytes += bytes
    return new Promise((resolve, reject) => {
      if (this.#error !== null) reject(this.#error)
      else if (this.#bytes <= BYTES_AHEAD) resolve()
      else this.#room = { resolve, reject }
    })
  }

  taken(bytes: number): void {
    this.#bytes -= bytes
    if (this.#bytes <= BYTES_AHEAD) this.#room?.resolve()
  }

  close(error: Error): void {
    this.#error = error
    this.#room?.reject(error)
  }
}

/** Questions to the worker, each with its ticket. */
class Conversation implements StoryAsking {
  readonly #send: (request: Request) => void
  readonly #details = new Map<
    number,
    { readonly resolve: (texts: readonly string[]) => void; readonly reject: (error: Error) => void }
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

  readTexts(rows: readonly number[]): Promise<readonly string[]> {
    const ticket = ++this.#ticket
    return new Promise((resolve, reject) => {
      this.#details.set(ticket, { resolve, reject })
      this.#send({ kind: 'details', ticket, rows })
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
    if (answer.kind === 'details') {
      this.#details.get(answer.ticket)?.resolve(answer.texts)
      this.#details.delete(answer.ticket)
    } else if (answer.ticket === this.#searchTicket) this.#onHits?.(answer)
  }
}

/** The worker's side: reads the story piece by piece, then answers for texts of events and searches by words. */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import parserAddress from './parserWorker.ts?worker&url'
import { foldTerms } from '../core/indexing/foldText.ts'
import { buffersOf } from './buffersOf.ts'
import { openParserHere, type EventParser } from './eventParser.ts'
import { LargeStoryReader, type LargeStory } from './largeStory.ts'
import { openParser } from './parserInWorker.ts'
import { trustedWorkerAddress } from '../browser/workerAddress.ts'
import type { Answer, Request } from './workerMessages.ts'

/** As much of a worker's global scope as is used here; the page's own types stand for `self` otherwise. */
interface WorkerScope {
  onmessage: ((message: { readonly data: Request }) => void) | null
  readonly postMessage: (answer: Answer, transfer?: Transferable[]) => void
}

const scope = globalThis as unknown as WorkerScope

/** Parsers at most: each has a heap of its own, and this worker and the page want a core too. */
const MAX_PARSERS = 3
/** A file from this size on is read by parsers in workers of their own, bytes. */
const SHARED_BYTES = 8_000_000
/** A smaller file is read before the code of one more parser has become quick, bytes. */
const LONG_BYTES = 100_000_000
/** Between two words of progress, ms. */
const PROGRESS_MS = 100
/** First hits are told this soon, if not all are found before, ms; then each time so much later. */
const FIRST_HITS_MS = 80
const MORE_HITS_MS = 300

let toldMs = 0
/** null: it has not begun, or has read all. */
let reader: LargeStoryReader | null = null
let story: Omit<LargeStory, 'columns'> | null = null
let rowCount = 0

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'begin':
      reader = new LargeStoryReader(openParsers(data.expectedBytes), tellProgress)
      return
    case 'piece':
      void take(data.bytes)
      return
    case 'end':
      void finish()
      return
    case 'details':
      void tellDetails(data.ticket, data.rows)
      return
    case 'search':
      search(data.ticket, data.words)
  }
}

function tellProgress(eventsRead: number, eventsFound: number | null): void {
  const nowMs = performance.now()
  if (nowMs - toldMs < PROGRESS_MS) return
  toldMs = nowMs
  scope.postMessage({ kind: 'progress', eventsRead, eventsFound })
}

/**
 * One for each core, of smaller files one fewer. A worker that cannot start others reads by itself, as one does that
 * would be done before they start.
 */
function openParsers(expectedBytes: number): readonly EventParser[] {
  if (typeof Worker === 'undefined' || expectedBytes < SHARED_BYTES) return [openParserHere()]
  const cores = navigator.hardwareConcurrency - (expectedBytes < LONG_BYTES ? 1 : 0)
  const count = Math.max(1, Math.min(MAX_PARSERS, cores))
  return Array.from({ length: count }, (_, i) =>
    openParser(new Worker(trustedWorkerAddress(parserAddress), { type: 'module', name: `parser ${i + 1}` })),
  )
}

async function take(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (reader === null) return
  const { length } = bytes
  const room = reader.push(bytes)
  // What is wrong is told at once: the rest of the file need not come.
  if (reader.isFaulty) return finish()
  await room
  scope.postMessage({ kind: 'taken', bytes: length })
}

async function finish(): Promise<void> {
  const ending = reader?.end()
  reader = null
  const result = await ending
  if (result === undefined) return
  if (!result.ok) return scope.postMessage({ kind: 'fault', fault: result.problem })
  const { columns, ...rest } = result.value
  story = rest
  rowCount = columns.index.rowCount
  const { frame, ...others } = columns
  scope.postMessage({ kind: 'frame', frame })
  scope.postMessage({ kind: 'opened', columns: others }, buffersOf(others))
}

async function tellDetails(ticket: number, rows: readonly number[]): Promise<void> {
  const texts = story === null ? [] : await story.readTexts(rows)
  scope.postMessage({ kind: 'details', ticket, texts })
}

function search(ticket: number, words: string): void {
  if (story === null) return
  const terms = foldTerms(words)
  if (terms.length === 0) return scope.postMessage({ kind: 'hits', ticket, hits: null, isDone: true })
  const hits = new Uint8Array(rowCount)
  let dueMs = performance.now() + FIRST_HITS_MS
  let isFound = false
  story.search(terms, (rows, isDone) => {
    for (const row of rows) hits[row] = 1
    isFound ||= rows.length > 0
    if (!isDone && !(isFound && performance.now() >= dueMs)) return
    dueMs = performance.now() + MORE_HITS_MS
    const copy = hits.slice()
    scope.postMessage({ kind: 'hits', ticket, hits: copy, isDone }, [copy.buffer])
  })
}

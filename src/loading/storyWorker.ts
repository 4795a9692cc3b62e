/** The worker's side: reads the story piece by piece, then answers for texts of events and searches by words. */
import { foldTerms } from '../core/indexing/foldText.ts'
import { isRefinement, searchWordIndex } from '../core/indexing/searchWordIndex.ts'
import { buffersOf } from './buffersOf.ts'
import { LargeStoryReader, type LargeStory } from './largeStory.ts'
import type { Answer, Request } from './workerMessages.ts'

/** As much of a worker's global scope as is used here; the page's own types stand for `self` otherwise. */
interface WorkerScope {
  onmessage: ((message: { readonly data: Request }) => void) | null
  readonly postMessage: (answer: Answer, transfer?: Transferable[]) => void
}

const scope = globalThis as unknown as WorkerScope

/** Between two words of progress, ms. */
const PROGRESS_MS = 100
/** First hits are told this soon, if there are any, ms; then each time so much later. */
const FIRST_HITS_MS = 30
const MORE_HITS_MS = 300

let toldMs = 0
const reader = new LargeStoryReader((eventsRead, eventsFound) => {
  const nowMs = performance.now()
  if (nowMs - toldMs < PROGRESS_MS) return
  toldMs = nowMs
  scope.postMessage({ kind: 'progress', eventsRead, eventsFound })
})
let story: LargeStory | null = null
/** The last search that was finished, which a longer one may start from. */
let before: { readonly terms: readonly string[]; readonly hits: Uint8Array } | null = null
let searchTicket = 0

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'piece':
      // What is wrong is told at the end, or when the page asks for it.
      if (!reader.push(data.bytes)) void finish()
      return
    case 'end':
      void finish()
      return
    case 'detail':
      void tellDetail(data.ticket, data.row)
      return
    case 'search':
      void search(data.ticket, data.words)
  }
}

let isFinished = false

async function finish(): Promise<void> {
  if (isFinished) return
  isFinished = true
  const result = await reader.end()
  if (!result.ok) return scope.postMessage({ kind: 'fault', fault: result.problem })
  story = result.value
  const { columns } = story
  scope.postMessage({ kind: 'opened', columns }, buffersOf(columns))
}

async function tellDetail(ticket: number, row: number): Promise<void> {
  const text = story === null ? '' : await story.readText(row)
  scope.postMessage({ kind: 'detail', ticket, text })
}

async function search(ticket: number, words: string): Promise<void> {
  searchTicket = ticket
  if (story === null) return
  const terms = foldTerms(words)
  if (terms.length === 0) return scope.postMessage({ kind: 'hits', ticket, hits: null, isDone: true })
  const within = before !== null && isRefinement(terms, before.terms) ? before.hits : undefined
  let dueMs = performance.now() + FIRST_HITS_MS
  let hits = new Uint8Array(story.words.rowCount)
  for (const { hits: soFar, found } of searchWordIndex(story.words, terms, within)) {
    hits = soFar as Uint8Array<ArrayBuffer>
    if (found > 0 && performance.now() >= dueMs) {
      dueMs = performance.now() + MORE_HITS_MS
      tellHits(ticket, hits, false)
    }
    await nextMessage()
    if (searchTicket !== ticket) return
  }
  before = { terms, hits }
  tellHits(ticket, hits, true)
}

function tellHits(ticket: number, hits: Uint8Array, isDone: boolean): void {
  const copy = hits.slice() as Uint8Array<ArrayBuffer>
  scope.postMessage({ kind: 'hits', ticket, hits: copy, isDone }, [copy.buffer])
}

const channel = new MessageChannel()
const waiting: (() => void)[] = []
channel.port1.onmessage = () => waiting.shift()?.()

/** Lets messages that arrived meanwhile be seen; a timer would wait 4 ms each time. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    channel.port2.postMessage(null)
  })
}

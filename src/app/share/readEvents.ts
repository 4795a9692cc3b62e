/** How are all of many events read without holding up the page? Some at a time, in order, until somebody stops it. */
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { RowSequence } from '../../core/indexing/shownRows.ts'
import type { TimelineEvent } from '../../core/story/story.ts'
import type { DetailReading, FetchedDetails } from '../../loading/openedStory.ts'

export interface ReadEvent {
  readonly row: EventRow
  readonly event: TimelineEvent
}

type Rows = Pick<RowSequence, 'length' | 'slice'>

/** So long the page works before it lets others do something, ms. */
const SLICE_MS = 12
/** Events between two looks at the time. */
const STEP = 16

/**
 * Pauses between two batches when the page has been busy for a while: what is done with a batch counts, too.
 * @param stop aborts it. @throws its reason; an Error that says what could not be read
 */
export async function* readEvents(
  details: DetailReading,
  rows: Rows,
  stop: AbortSignal,
): AsyncGenerator<readonly ReadEvent[], void> {
  const breath = new Breath(stop)
  for await (const events of details.kind === 'fetched'
    ? fetchAhead(details, rows)
    : [atHand(details, rows)]) {
    stop.throwIfAborted()
    let batch: ReadEvent[] = []
    for (const event of events) {
      batch.push(event)
      if (batch.length < STEP) continue
      yield batch
      batch = []
      await breath.take()
    }
    if (batch.length > 0) yield batch
  }
}

function* atHand(
  { story }: Extract<DetailReading, { readonly kind: 'at-hand' }>,
  rows: Rows,
): Generator<ReadEvent> {
  for (const row of rows.slice(0, rows.length)) {
    const event = story.events[row]
    if (event !== undefined) yield { row, event }
  }
}

/** As many at a time as are best asked for together; the next are on their way while these are dealt with. */
async function* fetchAhead(details: FetchedDetails, rows: Rows): AsyncGenerator<Iterable<ReadEvent>, void> {
  const ask = (from: number): Promise<Iterable<ReadEvent>> => {
    const asked = rows.slice(from, from + details.mostAtOnce)
    if (asked.length === 0) return Promise.resolve([])
    const coming = details.readMany(asked).then((events) => pair(asked, events))
    // Who gave up before it was their turn is not told of a fault.
    coming.catch(() => undefined)
    return coming
  }
  let next = ask(0)
  for (let from = 0; from < rows.length; from += details.mostAtOnce) {
    const events = await next
    next = ask(from + details.mostAtOnce)
    yield events
  }
}

function* pair(rows: readonly EventRow[], events: Iterable<TimelineEvent>): Generator<ReadEvent> {
  let at = 0
  for (const event of events) {
    const row = rows[at++]
    if (row !== undefined) yield { row, event }
  }
}

/** What a loop gives, with pauses in between. @throws the reason of `stop` */
export async function* inSlices<Item>(items: Iterable<Item>, stop: AbortSignal): AsyncGenerator<Item, void> {
  const breath = new Breath(stop)
  for (const item of items) {
    yield item
    await breath.take()
  }
}

/** Lets others do something whenever the page has worked for a while. */
class Breath {
  readonly #stop: AbortSignal
  #dueMs = performance.now() + SLICE_MS

  constructor(stop: AbortSignal) {
    this.#stop = stop
  }

  async take(): Promise<void> {
    if (performance.now() < this.#dueMs) return
    await new Promise((resolve) => setTimeout(resolve))
    this.#stop.throwIfAborted()
    this.#dueMs = performance.now() + SLICE_MS
  }
}

/** How are all of many events read without holding up the page? Some at a time, in order, until somebody stops it. */
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { RowSequence } from '../../core/indexing/shownRows.ts'
import type { TimelineEvent } from '../../core/story/story.ts'
import type { DetailReading } from '../../loading/openedStory.ts'

export interface ReadEvent {
  readonly row: EventRow
  readonly event: TimelineEvent
}

/** So long the page works before it lets others do something, ms. */
const SLICE_MS = 12
/** Events at hand between two looks at the time; events that are fetched at the same time. */
const STEP = { 'at-hand': 16, fetched: 32 } as const

/**
 * Pauses between two batches when the page has been busy for a while: what is done with a batch counts, too.
 * @param stop aborts it. @throws its reason; an Error that says what could not be read
 */
export async function* readEvents(
  details: DetailReading,
  rows: Pick<RowSequence, 'length' | 'slice'>,
  stop: AbortSignal,
): AsyncGenerator<readonly ReadEvent[], void> {
  const step = STEP[details.kind]
  const breath = new Breath(stop)
  for (let from = 0; from < rows.length; from += step) {
    yield await readBatch(details, rows.slice(from, from + step))
    await breath.take()
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

async function readBatch(details: DetailReading, rows: readonly EventRow[]): Promise<readonly ReadEvent[]> {
  if (details.kind === 'fetched')
    return Promise.all(rows.map(async (row) => ({ row, event: (await details.read(row)).event })))
  return rows.flatMap((row) => {
    const event = details.story.events[row]
    return event === undefined ? [] : [{ row, event }]
  })
}

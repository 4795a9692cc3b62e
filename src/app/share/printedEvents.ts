/** Which events have been read to be printed? Printing begins at once, and cannot wait for those that have to be fetched. */
import type { RowSequence } from '../../core/indexing/shownRows.ts'
import type { DetailReading } from '../../loading/openedStory.ts'
import { readEvents, type ReadEvent } from './readEvents.ts'

/** Events on paper: more than that are a book. */
export const MOST_PRINTED = 500

const read = new WeakMap<RowSequence, ReadonlyMap<number, ReadEvent['event']>>()

/** Those that are printed, whole, by row; as many as are at hand. */
export function eventsAtHand(
  details: DetailReading,
  shownRows: RowSequence,
): ReadonlyMap<number, ReadEvent['event']> {
  if (details.kind === 'fetched') return read.get(shownRows) ?? new Map()
  return new Map(
    shownRows.slice(0, MOST_PRINTED).flatMap((row) => {
      const event = details.story.events[row]
      return event === undefined ? [] : [[row, event]]
    }),
  )
}

/** Reads them, so that all are at hand. @throws the reason of `stop`; an Error that says what could not be read */
export async function bringForPrint(
  details: DetailReading,
  shownRows: RowSequence,
  stop: AbortSignal,
  onProgress: (done: number) => void,
): Promise<void> {
  if (details.kind === 'at-hand') return
  const events = new Map<number, ReadEvent['event']>()
  for await (const batch of readEvents(details, shownRows.slice(0, MOST_PRINTED), stop)) {
    for (const { row, event } of batch) events.set(row, event)
    onProgress(events.size)
  }
  read.set(shownRows, events)
}

/**
 * From a sound story in memory to columns that can be searched. Cannot fail; cost n log n. Short rather than fast: a
 * large file has its index made of columns that were gathered in many places (closeIndex.ts), and gets the same.
 */
import { facetKinds } from '../story/facetKinds.ts'
import type { Story, TimelineEvent } from '../story/story.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import { dateNumbers } from './dateNumbers.ts'
import { anchorMs, type EventIndex, type EventRow, type LaneOrder } from './eventIndex.ts'
import type { Facet } from './facet.ts'
import { facetDirectory, valuesOf } from './facetValues.ts'
import { foldText } from './foldText.ts'

export function buildIndex(story: Story): EventIndex {
  const { events } = story
  const values = facetDirectory(story)
  const dates = events.map(({ when }) => dateNumbers(when?.date ?? null))
  const parts = dates.flatMap((date) => date.parts)
  const bounds = {
    startMs: Float64Array.from(dates, ({ startMs }) => startMs),
    endMs: Float64Array.from(dates, ({ endMs }) => endMs),
  }
  const lane = Uint8Array.from(dates, (date) => date.lane)
  return {
    rowCount: events.length,
    ...bounds,
    lane,
    dateKind: Uint8Array.from(dates, ({ dateKind }) => dateKind),
    parts: {
      offsets: offsetsOf(dates.map((date) => date.parts)),
      startMs: Float64Array.from(parts, ({ startMs }) => startMs),
      endMs: Float64Array.from(parts, ({ endMs }) => endMs),
    },
    lanes: orderLanes(lane, bounds),
    facets: Object.fromEntries(
      facetKinds.map((kind) => [kind, postValues(values[kind], events, valuesOf[kind])]),
    ) as EventIndex['facets'],
  }
}

function orderLanes(lane: Uint8Array, bounds: Pick<EventIndex, 'startMs' | 'endMs'>): EventIndex['lanes'] {
  const entries = howKnownKinds.map((kind, number): readonly [string, LaneOrder] => {
    const rows = Uint32Array.from(lane.keys()).filter((row) => lane[row] === number)
    // Of two equal or equally infinite ones the difference is 0 or NaN: then the row decides.
    const by = (timeOf: (row: EventRow) => number): Uint32Array =>
      rows.slice().sort((a, b) => timeOf(a) - timeOf(b) || a - b)
    const byEnd = kind === 'undated' ? new Uint32Array(0) : by((row) => bounds.endMs[row] ?? NaN)
    return [kind, { byAnchor: by((row) => anchorMs(bounds, row)), byEnd }]
  })
  return Object.fromEntries(entries) as EventIndex['lanes']
}

function postValues(
  values: readonly string[],
  events: readonly TimelineEvent[],
  valuesOf: (event: TimelineEvent) => Iterable<string>,
): Facet {
  const rowsOf = new Map(values.map((value): [string, EventRow[]] => [value, []]))
  events.forEach((event, row) => {
    for (const value of valuesOf(event)) rowsOf.get(value)?.push(row)
  })
  const lists = [...rowsOf.values()]
  return { values, offsets: offsetsOf(lists), rows: Uint32Array.from(lists.flat()) }
}

/** [n + 1] where each list begins when they stand one after the other. */
function offsetsOf(lists: readonly (readonly unknown[])[]): Uint32Array {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach(({ length }, i) => (offsets[i + 1] = (offsets[i] ?? 0) + length))
  return offsets
}

/** [n] title, summary and statements, folded (see foldText.ts), for the search by words. */
export function foldWords(story: Story): readonly string[] {
  return story.events.map((event) => foldText(searchedTexts(event).join(' \n ')))
}

/** What a search by words looks through: title, summary and statements, unfolded. */
export function searchedTexts(event: TimelineEvent): readonly string[] {
  const texts = event.shortTitle === event.title ? [event.title] : [event.title, event.shortTitle]
  texts.push(event.summary)
  for (const { text } of event.statements) texts.push(text)
  return texts
}

/**
 * How does a story stand by one clock alone? Its events in another order, by other dates, and everything that goes by
 * row with them; the rest of an event is what it was.
 */
import type { EventIndex, EventRow } from '../core/indexing/eventIndex.ts'
import { ReportColumns } from '../core/indexing/reportColumns.ts'
import { ranksOf, reorderDates, reorderRows, type Reordered } from '../core/indexing/reorderIndex.ts'
import { countBegun } from '../core/indexing/shownLanes.ts'
import { factsAsHappened, factsAsReported, reportFactsOf } from '../core/marks/clockFacts.ts'
import { drawByReport } from '../core/marks/drawByReport.ts'
import { briefAsHappened, briefAsReported, reportDateOf } from '../core/story/clockedBrief.ts'
import type { EventList } from '../core/story/eventBrief.ts'
import { reportWords } from '../core/wording/reportWords.ts'
import { mapEvents } from './mapEvents.ts'
import type { DetailReading, OpenedStory, WholeStory, WordHits, WordSearching } from './openedStory.ts'

/** Stories of more events are put into order by a worker. */
const MAX_HERE = 20_000
/** So long the page reads dates of reports before it lets others do something, ms. */
const SLICE_MS = 8
/** Dates read between two looks at the time. */
const STEP = 256

/** The story by one clock; see storyAsReported for what that may cost and how it may fail. */
export function storyBy(
  opened: WholeStory,
  clock: 'happened' | 'reported',
  stop: AbortSignal,
): Promise<WholeStory> {
  return clock === 'happened' ? Promise.resolve(storyAsHappened(opened)) : storyAsReported(opened, stop)
}

/** By when things happened: without reports. */
export function storyAsHappened<Story extends OpenedStory>(opened: Story): Story {
  return {
    ...opened,
    events: mapEvents(opened.events, (row) => row, briefAsHappened),
    facts: factsAsHappened(opened.facts),
    roots: [],
  }
}

/**
 * By when things were reported. Takes as long as the story is long, and holds up the page for some ms at a time.
 * Rejects when it was stopped, or with the Error of a worker that failed.
 */
async function storyAsReported(opened: WholeStory, stop: AbortSignal): Promise<WholeStory> {
  const columns = await readReports(opened.events, stop)
  const { reordered, rows } = await (opened.events.length > MAX_HERE
    ? (await import('./clockInWorker.ts')).reorderInWorker(columns, opened.index.facets, stop)
    : reorderHere(columns, opened.index))
  const { dates, order } = reordered
  const facets = Object.entries(opened.index.facets).map(([kind, facet]) => [
    kind,
    { ...facet, rows: rows[kind as keyof typeof rows] },
  ])
  const index: EventIndex = { ...dates, facets: Object.fromEntries(facets) as EventIndex['facets'] }
  const hasOwnDates = opened.many === null
  const ranks = ranksOf(order)
  const events = mapEvents(opened.events, (row) => order[row] ?? -1, briefAsReported)
  return {
    ...opened,
    events,
    index,
    facts: factsAsReported(opened.facts, reportFactsOf(index), hasOwnDates ? events : null),
    byReport: { drawing: drawByReport(hasOwnDates), words: reportWords },
    countBegun: (timeMs) => countBegun(index, timeMs),
    roots: [],
    rowOf: (id) => {
      const row = opened.rowOf(id)
      return row === null ? null : (ranks[row] ?? null)
    },
    details: reorderDetails(opened.details, order, ranks),
    words: reorderHits(opened.words, order),
  }
}

async function readReports(events: EventList, stop: AbortSignal) {
  const columns = new ReportColumns(events.length)
  let dueMs = performance.now() + SLICE_MS
  for (let row = 0; row < events.length; row++) {
    const brief = events.at(row)
    columns.add(brief === undefined ? null : reportDateOf(brief))
    if (row % STEP !== 0 || performance.now() < dueMs) continue
    await new Promise((resolve) => setTimeout(resolve))
    stop.throwIfAborted()
    dueMs = performance.now() + SLICE_MS
  }
  return columns.take()
}

/** The order, and the rows of each facet in it. */
export interface ReorderedIndex {
  readonly reordered: Reordered
  readonly rows: Readonly<Record<keyof EventIndex['facets'], Uint32Array>>
}

function reorderHere(columns: Parameters<typeof reorderDates>[0], { facets }: EventIndex): ReorderedIndex {
  const reordered = reorderDates(columns)
  const ranks = ranksOf(reordered.order)
  const rows = Object.entries(facets).map(([kind, facet]) => [kind, reorderRows(facet, ranks)])
  return { reordered, rows: Object.fromEntries(rows) as ReorderedIndex['rows'] }
}

/** @param ranks rows of now by those of before */
function reorderDetails(details: DetailReading, order: Uint32Array, ranks: Uint32Array): DetailReading {
  if (details.kind === 'fetched') {
    const before = (row: EventRow): EventRow => order[row] ?? -1
    return {
      ...details,
      read: (row) => details.read(before(row)),
      readMany: (rows) => details.readMany(rows.map(before)),
      readName: (row) => details.readName(before(row)),
      readLinks: async (rows) =>
        (await details.readLinks(rows.map(before))).map((links) =>
          links.map((link) => ({ ...link, other: ranks[link.other] ?? -1 })),
        ),
    }
  }
  const { story } = details
  return {
    ...details,
    story: {
      ...story,
      events: Array.from(order, (row) => story.events[row]).flatMap((event) => event ?? []),
    },
  }
}

function reorderHits(words: WordSearching, order: Uint32Array): WordSearching {
  const reorder = (hits: WordHits): WordHits => {
    if (hits === null) return null
    const reordered = new Uint8Array(hits.length)
    for (let row = 0; row < order.length; row++) reordered[row] = hits[order[row] ?? 0] ?? 0
    return reordered
  }
  if (words.kind === 'at-hand') return { ...words, search: (text: string) => reorder(words.search(text)) }
  return {
    ...words,
    search: (text, onHits) => words.search(text, (found) => onHits({ ...found, hits: reorder(found.hits) })),
  }
}

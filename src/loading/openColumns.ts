/** How is a story opened of which only columns are at hand? Briefs are read from bytes, the rest is asked for. */
import { assertExists } from '../core/base/assert.ts'
import type { EventId, StatementId } from '../core/base/brand.ts'
import { BriefList } from '../core/indexing/briefColumn.ts'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { rowNamed } from '../core/indexing/nameTable.ts'
import { countBegun } from '../core/indexing/shownLanes.ts'
import { manyRows } from '../core/marks/manyRows.ts'
import { facetKinds } from '../core/story/facetKinds.ts'
import { laneKinds } from '../core/view/viewState.ts'
import { openEventReader } from '../core/story/eventReader.ts'
import type { RelatedEvent } from '../core/story/findRelated.ts'
import { isMirror } from '../core/story/findRelated.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import { clocks } from '../core/view/viewState.ts'
import type { EventDetail, FoundWords, WholeStory } from './openedStory.ts'
import { RowRelations } from './rowRelations.ts'
import type { StoryColumns } from './workerMessages.ts'

/** So many texts are a message of about a megabyte. */
const MOST_AT_ONCE = 2048

/** What is asked of where the file was read. */
export interface StoryAsking {
  /** JSON of the events in some rows, in their order. */
  readonly readTexts: (rows: readonly number[]) => Promise<readonly string[]>
  /** As in WordSearching. */
  readonly search: (words: string, onHits: (found: FoundWords) => void) => () => void
}

/** @param columns handed over, see workerMessages.ts */
export function openColumns(columns: StoryColumns, asking: StoryAsking): WholeStory {
  const { frame, problems, facts, index, briefs, names } = columns
  const relations = new RowRelations(columns.relations)
  const decoder = new TextDecoder()
  const events = new BriefList({
    columns: briefs,
    actors: [...frame.actors.keys()],
    relationsOf: (row) => relations.saidBy(row).map(({ is, other }) => ({ is, to: other })),
    decode: (bytes) => decoder.decode(bytes),
  })
  const rowOf = (id: EventId): number | null => {
    const row = rowNamed(names, id)
    return row !== null && events.idAt(row) === id ? row : null
  }
  const directories = {
    actors: { what: 'an actor', known: frame.actors, leftOut: new Set<string>() },
    sources: { what: 'a source', known: frame.sources, leftOut: new Set<string>() },
  }
  const readMany = async (rows: readonly EventRow[]): Promise<Iterable<TimelineEvent>> => {
    const [texts, { explainer }] = await Promise.all([
      asking.readTexts(rows),
      import('../core/story/explainItem.ts'),
    ])
    const readText = (text: string, row: EventRow): TimelineEvent => {
      const read = openEventReader(directories, explainer).read(JSON.parse(text), 0)
      if (read === null) throw new Error(`the event in row ${row} was sound when the file was read`)
      return { ...read.event, relations: events.at(row)?.relations ?? [] }
    }
    return (function* () {
      for (const [i, row] of rows.entries()) yield readText(texts[i] ?? '', row)
    })()
  }
  const readDetail = async (row: EventRow): Promise<EventDetail> => {
    const [event] = await readMany([row])
    return {
      event: assertExists(event, `the event in row ${row}`),
      related: relatedTo(row, relations, events),
    }
  }
  return {
    kind: 'whole',
    frame,
    problems,
    leftOutCount: null,
    facts,
    index,
    countBegun: (timeMs) => countBegun(index, timeMs),
    events,
    rowOf,
    roots: [],
    many: manyRows,
    names: {
      actors: frame.actors,
      sources: frame.sources,
      facets: facetKinds,
      clocks,
      lanes: laneKinds,
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
    details: {
      kind: 'fetched',
      read: readDetail,
      mostAtOnce: MOST_AT_ONCE,
      readMany,
      linkRowOf: (row) => Promise.resolve(row),
      readLinks: (rows) =>
        Promise.resolve(rows.map((row) => [...relations.saidBy(row), ...relations.saidOf(row)])),
      readName: (row) => Promise.resolve(events.at(row)),
    },
    words: {
      kind: 'elsewhere',
      search: (words, onHits) => asking.search(words, onHits),
    },
  }
}

/** As findRelated: its own relations first, then what others say of it, in reading order. */
function relatedTo(row: number, relations: RowRelations, events: BriefList): readonly RelatedEvent[] {
  const found: (RelatedEvent & { readonly otherRow: number })[] = []
  for (const { is, isInverse, other: otherRow } of [...relations.saidBy(row), ...relations.saidOf(row)]) {
    const other = events.at(otherRow)
    const isKnown = found.some(
      (related) => related.otherRow === otherRow && (related.is === is || isMirror(related.is, is)),
    )
    if (other !== undefined && !isKnown) found.push({ other, otherRow, is, isInverse })
  }
  return found
}

/** How is all of one event read from the tiles? Its line of the texts, the sources that it names, and who relates to it. */
import { assertExists } from '../../core/base/assert.ts'
import { countLeading } from '../../core/base/bisect.ts'
import type { SourceId } from '../../core/base/brand.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { hashName } from '../../core/indexing/nameHash.ts'
import type { EventBrief } from '../../core/story/eventBrief.ts'
import { openEventReader } from '../../core/story/eventReader.ts'
import { explainer } from '../../core/story/explainItem.ts'
import { isMirror, type RelatedEvent } from '../../core/story/findRelated.ts'
import { prepareFormat, parseItem } from '../../core/story/parseItem.ts'
import { parseSource } from '../../core/story/parseSource.ts'
import { openReport } from '../../core/story/problem.ts'
import type { Relation, Source, StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { relationKinds, sourceSchema } from '../../core/story/storyFile.ts'
import type { RowLink } from '../../core/story/threadAround.ts'
import { CHUNK_EVENTS } from '../../core/tiles/cell.ts'
import type { CellRows } from '../../core/tiles/cellRows.ts'
import { readChunk } from '../../core/tiles/eventChunk.ts'
import type { TileManifest } from '../../core/tiles/manifest.ts'
import { partitionOf } from '../../core/tiles/namePartition.ts'
import { readRelations, type TileRelation } from '../../core/tiles/relationTable.ts'
import type { TiledEvents } from '../../core/tiles/tiledEvents.ts'
import { chunkPath, relationPath, sourcePath, textPath } from '../../core/tiles/tilePaths.ts'
import type { EventDetail } from '../openedStory.ts'
import { readSpans } from '../readSpans.ts'
import type { TileStore } from './tileStore.ts'

const sourceFormat = prepareFormat(sourceSchema)

export interface DetailSources {
  readonly manifest: TileManifest
  readonly frame: StoryFrame
  /** Those of the frame, to which more are added as events name them. */
  readonly sources: Map<SourceId, Source>
  readonly cellRows: CellRows
  readonly events: TiledEvents
  readonly store: TileStore
}

/** What of it the names of events and their relations need. */
type RowReading = Pick<DetailSources, 'cellRows' | 'events'> & {
  readonly store: Pick<TileStore, 'get' | 'read'>
}

/** See readSpans.ts: of a host. */
const SPAN_BYTES_EACH = 16 * 1024

/** @throws LoadError; an Error where a file does not hold what the tiles say */
export async function readDetail(row: EventRow, from: DetailSources): Promise<EventDetail> {
  return assertExists((await readDetails([row], from))[0], `the event in row ${row}`)
}

/** Of some rows, in their order. @throws as readDetail */
export async function readDetails(
  rows: readonly EventRow[],
  from: DetailSources,
): Promise<readonly EventDetail[]> {
  const { frame, sources } = from
  const directories = {
    actors: { what: 'an actor', known: frame.actors, leftOut: new Set<string>() },
    // Read below, once it is known which; the builder has seen that they are there.
    sources: { what: 'a source', known: { has: () => true }, leftOut: new Set<string>() },
  }
  const events = (await readTexts(rows, from)).map((text, i) => {
    const read = openEventReader(directories, explainer).read(JSON.parse(text), 0)
    if (read === null) throw new Error(`the event in row ${rows[i]} was sound when the tiles were made`)
    return read.event
  })
  await addSources(new Set(events.flatMap((event) => [...sourcesOf(event)])), from, sources)
  const related = await readRelated(rows, from)
  return events.map((event, i) => ({
    event: { ...event, relations: related[i]?.own ?? [] },
    related: related[i]?.related ?? [],
  }))
}

/** JSON of the events in some rows, in their order. */
async function readTexts(
  rows: readonly EventRow[],
  { cellRows, store }: DetailSources,
): Promise<readonly string[]> {
  const texts = rows.map(() => '')
  const wanted = new Map<
    string,
    { readonly chunk: WrittenChunk; readonly places: number[]; readonly at: number[] }
  >()
  for (const [place, row] of rows.entries()) {
    const address = cellRows.addressOf(row)
    if (address === null) throw new Error(`no event in row ${row}`)
    const { cell, position } = address
    const chunk = Math.floor(position / CHUNK_EVENTS)
    const paths = { columns: chunkPath(cell, chunk), texts: textPath(cell, chunk) }
    const ofChunk = wanted.get(paths.texts) ?? { chunk: paths, places: [], at: [] }
    ofChunk.places.push(place)
    ofChunk.at.push(position % CHUNK_EVENTS)
    wanted.set(paths.texts, ofChunk)
  }
  await Promise.all(
    [...wanted.values()].map(async ({ chunk, places, at }) => {
      const found = await readLines(chunk, at, store)
      for (const [i, place] of places.entries()) texts[place] = found[i] ?? ''
    }),
  )
  return texts
}

/** Where the columns and the texts of a chunk stand. */
interface WrittenChunk {
  readonly columns: string
  readonly texts: string
}

/** @param at positions in the chunk of the events that are wanted */
async function readLines(
  { columns, texts }: WrittenChunk,
  at: readonly number[],
  store: TileStore,
): Promise<readonly string[]> {
  const bytes = await store.read(columns)
  const { textOffsets } = store.get(columns, readChunk, false) ?? readChunk(bytes)
  const stretches = at.map((position) => ({
    start: textOffsets[position] ?? 0,
    // Without the line break.
    end: (textOffsets[position + 1] ?? 0) - 1,
  }))
  return readSpans(stretches, SPAN_BYTES_EACH, (start, end) => store.readRange(texts, start, end))
}

/** Every source that an event names. */
function sourcesOf(event: TimelineEvent): ReadonlySet<SourceId> {
  const { when, reported, publishes, accounts, statements, sources } = event
  return new Set([
    ...(when?.sources ?? []),
    ...(reported === null ? [] : [reported.source]),
    ...(publishes === null ? [] : [publishes]),
    ...sources,
    ...[...accounts, ...statements].flatMap(({ chain }) => chain.map(({ source }) => source)),
    ...statements.flatMap(({ locator }) => (locator === null ? [] : [locator.source])),
  ])
}

async function addSources(
  ids: ReadonlySet<SourceId>,
  { manifest, store }: DetailSources,
  sources: Map<SourceId, Source>,
): Promise<void> {
  const { sources: where } = manifest
  if (where.kind === 'inline') return
  const missing = [...ids].filter((id) => !sources.has(id))
  const paths = new Set(missing.map((id) => sourcePath(partitionOf(hashName(id), where.partitionBits))))
  const lists = await Promise.all([...paths].map((path) => store.read(path)))
  for (const bytes of lists)
    for (const source of readSources(JSON.parse(new TextDecoder().decode(bytes))))
      sources.set(source.id, source)
}

/** @param json a list as in a story file */
function readSources(json: unknown): readonly Source[] {
  const directory = { what: 'a source', known: { has: () => true }, leftOut: new Set<string>() }
  return (Array.isArray(json) ? json : []).flatMap((item: unknown) => {
    const report = openReport('sources')
    const file = parseItem(sourceFormat, item, report, explainer)
    return file === null ? [] : [parseSource(file, directory, report)]
  })
}

interface Related {
  readonly own: readonly Relation[]
  readonly related: readonly RelatedEvent[]
}

/** Of each row as findRelated: its own relations first, then what others say of it, in the order of rows. */
async function readRelated(rows: readonly EventRow[], from: DetailSources): Promise<readonly Related[]> {
  const links = await readTileLinks(rows, from)
  return Promise.all(
    links.map(async (ofRow) => {
      const others = await Promise.all(ofRow.map(({ other }) => readName(other, from)))
      const own: Relation[] = []
      const related: RelatedEvent[] = []
      ofRow.forEach(({ is, isInverse }, i) => {
        const other = others[i]
        if (other === undefined) return
        if (!isInverse) own.push({ is, to: other.id })
        const isKnown = related.some(
          (known) => known.other.id === other.id && (known.is === is || isMirror(known.is, is)),
        )
        if (!isKnown) related.push({ other, is, isInverse })
      })
      return { own, related }
    }),
  )
}

/**
 * Of each row its own relations, in the order of the file, then what others say of it; the files of all their cells are
 * fetched at once. @throws LoadError
 */
export async function readTileLinks(
  rows: readonly EventRow[],
  { cellRows, store }: RowReading,
): Promise<readonly (readonly RowLink[])[]> {
  const addresses = rows.map((row) => cellRows.addressOf(row))
  const cells = new Set(addresses.flatMap((address) => (address === null ? [] : [address.cell])))
  const readTable = async (cell: number): Promise<readonly TileRelation[]> => {
    if (cellRows.entryOf(cell)?.hasRelations !== true) return []
    const bytes = await store.read(relationPath(cell))
    return store.get(relationPath(cell), readRelations, false) ?? readRelations(bytes)
  }
  const tables = new Map(
    await Promise.all([...cells].map(async (cell) => [cell, await readTable(cell)] as const)),
  )
  return addresses.map((address) => {
    const links: RowLink[] = []
    if (address === null) return links
    const table = tables.get(address.cell) ?? []
    let at = countLeading(table.length, (i) => (table[i]?.position ?? 0) < address.position)
    for (; table[at]?.position === address.position; at++) {
      const { kind = 0, isInverse = false, other } = table[at] ?? {}
      const is = relationKinds[kind]
      if (is !== undefined && other !== undefined) links.push({ is, isInverse, other: cellRows.rowOf(other) })
    }
    return links
  })
}

/** Of one order of the events. */
export interface BriefSources extends Pick<DetailSources, 'cellRows' | 'events'> {
  readonly store: Pick<TileStore, 'read'>
}

/** What an event is called, fetched where it is not here. @throws LoadError */
export async function readName(
  row: EventRow,
  { cellRows, events, store }: BriefSources,
): Promise<Pick<EventBrief, 'id' | 'title'> | undefined> {
  const address = cellRows.addressOf(row)
  if (address === null) return undefined
  const here = events.peekName(row)
  if (here !== undefined) return here
  await store.read(chunkPath(address.cell, Math.floor(address.position / CHUNK_EVENTS)))
  return events.peekName(row)
}

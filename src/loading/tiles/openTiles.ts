/** How is a story opened that comes in tiles? From its manifest and a few small directories; events when they are asked for. */
import type { QueryClient } from '@tanstack/react-query'
import type { EventId, SourceId, StatementId } from '../../core/base/brand.ts'
import { hashName } from '../../core/indexing/nameHash.ts'
import type { SignName } from '../../core/marks/signNames.ts'
import { explainer } from '../../core/story/explainItem.ts'
import type { EventDirectory } from '../../core/story/parseRelations.ts'
import { finishStory, openStoryFrame } from '../../core/story/readFrame.ts'
import type { StoryProblem } from '../../core/story/problem.ts'
import type { Source, StoryFrame, TimelineEvent } from '../../core/story/story.ts'
import { CellRows } from '../../core/tiles/cellRows.ts'
import { TILES_VERSION, type TileActors, type TileManifest } from '../../core/tiles/manifest.ts'
import { findNamed, partitionOf, readPartition } from '../../core/tiles/namePartition.ts'
import { Pyramid } from '../../core/tiles/pyramidLanes.ts'
import { TiledEvents } from '../../core/tiles/tiledEvents.ts'
import { openTileFiles } from '../../core/tiles/tileFiles.ts'
import { ACTORS_PATH, namePath } from '../../core/tiles/tilePaths.ts'
import { clocks, laneKinds } from '../../core/view/viewState.ts'
import { LoadError } from '../loadError.ts'
import { readDetail, readDetails, readName, readTileLinks } from './tileDetails.ts'
import { TiledFacets } from './tiledFacets.ts'
import type { TiledStory } from './tiledStory.ts'
import { TileStore } from './tileStore.ts'

/** They are parsed in one go, in some 10 ms. */
const MOST_AT_ONCE = 256

/**
 * @param json of the manifest, which says by `tiles` that it is one; or of a file whose `tiles` says where that lies
 * @param address where it came from; the tiles lie beside the manifest
 * @throws LoadError
 */
export async function openTiles(
  json: { readonly tiles: unknown },
  address: string,
  client: QueryClient,
): Promise<TiledStory> {
  if (typeof json.tiles === 'string') return openElsewhere(json.tiles, address, client)
  if (json.tiles !== TILES_VERSION) throw refuse(address, 'tiles', whyNotRead(json.tiles))
  const manifest = json as TileManifest
  const store = new TileStore(client, new URL('.', new URL(address, document.baseURI)).href)
  const decoder = new TextDecoder()
  const [files, actorBytes] = await Promise.all([
    openTileFiles(manifest, store.read),
    store.read(ACTORS_PATH),
  ])
  const actorFile = JSON.parse(decoder.decode(actorBytes)) as TileActors
  const { frame, sources } = openFrame(manifest, actorFile.actors, address)
  const actorIds = [...frame.actors.keys()]
  const cellRows = new CellRows(files.cells, manifest.cellBits)
  const events = new TiledEvents(cellRows, store, actorIds, (bytes) => decoder.decode(bytes))
  const pyramid = new Pyramid(cellRows, files, store, events)
  const { facts } = manifest
  const facets = new TiledFacets(manifest, actorIds, actorFile, store)
  const details = { manifest, frame, sources, cellRows, events, store }
  const named = new NamedEvents(manifest, store, (row) => readDetail(row, details), cellRows, events)
  return {
    kind: 'tiled',
    frame,
    problems: listProblems(manifest),
    leftOutCount: manifest.leftOutCount,
    events,
    index: events,
    facts: { ...facts, signs: facts.signs as readonly SignName[] },
    roots: [],
    names: {
      actors: frame.actors,
      sources: { has: (id) => frame.sources.has(id) || mayHaveSource(id, manifest, facets) },
      facets: facets.offered,
      clocks: manifest.reported === undefined ? ['both', 'happened'] : clocks,
      lanes: actorFile.lanes === undefined ? ['known'] : laneKinds,
      eventNamed: named.eventNamed,
      statementNamed: named.statementNamed,
    },
    rowOf: events.rowOf,
    countBegun: (timeMs) => pyramid.countAllBefore(timeMs),
    details: {
      kind: 'fetched',
      read: (row) => readDetail(row, details),
      mostAtOnce: MOST_AT_ONCE,
      readMany: async (rows) => (await readDetails(rows, details)).map(({ event }) => event),
      linkRowOf: (row) => Promise.resolve(row),
      readLinks: (rows) => readTileLinks(rows, details),
      readName: (row) => readName(row, details),
    },
    order: 'happened',
    store,
    files,
    tiles: store,
    parts: { cellRows, events, pyramid, totals: facts.kindCounts },
    facets,
    actorLanes: actorFile.lanes ?? null,
    learnNames: named.learn,
    findRow: async (id) => {
      if (events.rowOf(id) === null) await named.learn([id])
      return events.rowOf(id)
    },
  }
}

/** Of sources that stand in files, as long as nobody has asked for what they are called, any: the filter then knows. */
function mayHaveSource(id: SourceId, { sources }: TileManifest, facets: TiledFacets): boolean {
  if (sources.kind === 'inline' || !facets.offered.includes('source')) return false
  return facets.valuesOf('source', false)?.has(id) ?? true
}

/** @param place of the manifest, seen from `address` */
async function openElsewhere(place: string, address: string, client: QueryClient): Promise<TiledStory> {
  const manifest = new URL(place, new URL(address, document.baseURI))
  const store = new TileStore(client, new URL('.', manifest).href)
  const text = new TextDecoder().decode(
    await store.read(manifest.href.slice(new URL('.', manifest).href.length)),
  )
  const json = JSON.parse(text) as unknown
  if (typeof json !== 'object' || json === null || !('tiles' in json) || typeof json.tiles === 'string')
    throw refuse(address, 'tiles', `leads to ${manifest.href}, which is no manifest of tiles`)
  return openTiles({ ...json, tiles: json.tiles }, manifest.href, client)
}

function openFrame(
  manifest: TileManifest,
  actors: readonly unknown[],
  address: string,
): { readonly frame: StoryFrame; readonly sources: Map<SourceId, Source> } {
  const inline = manifest.sources.kind === 'inline' ? manifest.sources.items : []
  const json = { format: 1, story: manifest.story, actors, sources: inline, events: [] }
  const opened = openStoryFrame(json, explainer, manifest.eventCount)
  if (!opened.ok) throw new LoadError({ kind: 'story', problems: opened.problem }, address)
  // Its revisions name events that are there: the builder has looked.
  const everyEvent: EventDirectory = {
    known: { get: (name) => name as EventId },
    leftOut: new Set<string>(),
  }
  const finished = finishStory(
    { ...opened.value, revisions: manifest.revisions },
    everyEvent,
    [],
    manifest.eventCount,
  )
  if (!finished.ok) throw new LoadError({ kind: 'story', problems: finished.problem }, address)
  const sources = new Map(finished.value.frame.sources)
  return { frame: { ...finished.value.frame, sources }, sources }
}

/** Events and statements that were looked for by name. */
class NamedEvents {
  readonly #manifest: TileManifest
  readonly #store: TileStore
  readonly #readEvent: (row: number) => Promise<{ readonly event: TimelineEvent }>
  readonly #cellRows: CellRows
  readonly #events: TiledEvents
  readonly #eventIds = new Map<string, EventId>()
  readonly #statements = new Map<string, { readonly id: StatementId; readonly event: EventId }>()

  constructor(
    manifest: TileManifest,
    store: TileStore,
    readEvent: (row: number) => Promise<{ readonly event: TimelineEvent }>,
    cellRows: CellRows,
    events: TiledEvents,
  ) {
    this.#manifest = manifest
    this.#store = store
    this.#readEvent = readEvent
    this.#cellRows = cellRows
    this.#events = events
  }

  readonly learn = async (names: readonly string[]): Promise<void> => {
    await Promise.all(names.map((name) => this.#learn(name)))
  }

  readonly eventNamed = (name: string): EventId | null => {
    const known = this.#eventIds.get(name)
    if (known !== undefined) return known
    return this.#events.rowOf(name as EventId) === null ? null : (name as EventId)
  }

  /** Of an event that was read while the page was used, any: the event knows when it is opened. */
  readonly statementNamed = (name: string, event: EventId): StatementId | null => {
    const known = this.#statements.get(name)
    if (known !== undefined) return known.event === event ? known.id : null
    return this.#eventIds.has(event) ? null : (name as StatementId)
  }

  async #learn(name: string): Promise<void> {
    const hash = hashName(name)
    const path = namePath(partitionOf(hash, this.#manifest.names.partitionBits))
    const found = findNamed(readPartition(await this.#store.read(path)), hash)
    if (found === null) return
    const row = this.#cellRows.rowOf(found)
    const { event } = await this.#readEvent(row)
    // Two names may have one hash; the event knows its own.
    const own = [event.id, ...event.aliases]
    const statements = event.statements.map(({ id, aliases }) => ({ id, names: [id, ...aliases] }))
    if (!own.includes(name) && !statements.some(({ names }) => names.includes(name))) return
    this.#events.learn(event.id, row)
    for (const other of own) this.#eventIds.set(other, event.id)
    for (const { id, names } of statements)
      for (const other of names) this.#statements.set(other, { id, event: event.id })
    this.#eventIds.set(name, event.id)
  }
}

function listProblems({ problems }: TileManifest): readonly StoryProblem[] {
  const rest = problems.count - problems.listed.length
  if (rest <= 0) return problems.listed
  const sentence = `has ${rest.toLocaleString('en')} more problems, which are not listed`
  return [...problems.listed, { path: 'file', sentence, eventId: null, isLeftOut: false }]
}

function whyNotRead(version: unknown): string {
  return typeof version === 'number' && version > TILES_VERSION
    ? `is ${version}: this site reads tiles up to ${TILES_VERSION}, and these come from a newer builder`
    : `must be ${TILES_VERSION}, the layout of tiles that this site reads`
}

function refuse(address: string, path: string, sentence: string): LoadError {
  return new LoadError(
    { kind: 'story', problems: [{ path, sentence, eventId: null, isLeftOut: true }] },
    address,
  )
}

/**
 * How does a story in tiles stand by one clock alone? By when things happened, as it is; by their reports, in an order of
 * its own, which lies beside it and leads to it:
 *
 *   row ─ brief of the order of reports ─ address in the story ─ the whole event
 *   id  ─ names, address in the story ─ eight bytes of reported/places ─ row
 */
import type { EventId } from '../../core/base/brand.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import { factsAsReported } from '../../core/marks/clockFacts.ts'
import { drawByReport } from '../../core/marks/drawByReport.ts'
import { CellRows } from '../../core/tiles/cellRows.ts'
import type { HeldTiles } from '../../core/tiles/heldTiles.ts'
import type { ActorLaneFacts } from '../../core/tiles/manifest.ts'
import { Pyramid } from '../../core/tiles/pyramidLanes.ts'
import { ADDRESS_BYTES, readAddress, REPORTED_FOLDER, reportPlace } from '../../core/tiles/reportPlaces.ts'
import { TiledEvents } from '../../core/tiles/tiledEvents.ts'
import { openTileFiles, type ReadTile } from '../../core/tiles/tileFiles.ts'
import { LANE_FACTS_PATH } from '../../core/tiles/tilePaths.ts'
import { reportWords } from '../../core/wording/reportWords.ts'
import { storyAsHappened } from '../clockedStory.ts'
import type { EventDetail } from '../openedStory.ts'
import { readName } from './tileDetails.ts'
import type { TiledStory } from './tiledStory.ts'
import type { TileStore } from './tileStore.ts'

/** The story by one clock. @param opened by both, which has the clock. @throws LoadError */
export function tilesBy(opened: TiledStory, clock: 'happened' | 'reported'): Promise<TiledStory> {
  return clock === 'happened' ? Promise.resolve(storyAsHappened(opened)) : tilesAsReported(opened)
}

async function tilesAsReported(opened: TiledStory): Promise<TiledStory> {
  const { frame, store, files: ownFiles, parts: own } = opened
  const { manifest } = ownFiles
  const { reported } = manifest
  if (reported === undefined) throw new Error('these tiles have no order of reports')
  const read: ReadTile = (path) => store.read(REPORTED_FOLDER + path)
  const tiles = tilesBelow(store, REPORTED_FOLDER)
  const [files, laneFacts] = await Promise.all([
    openTileFiles(manifest, read),
    opened.actorLanes === null ? null : read(LANE_FACTS_PATH),
  ])
  const cellRows = new CellRows(files.cells, manifest.cellBits)
  const decoder = new TextDecoder()
  const events = new TiledEvents(
    cellRows,
    tiles,
    [...frame.actors.keys()],
    (bytes) => decoder.decode(bytes),
    (id, address) => own.events.learn(id, own.cellRows.rowOf(address)),
  )
  const pyramid = new Pyramid(cellRows, files, tiles, events)

  const findRow = async (id: EventId): Promise<EventRow | null> => {
    const known = events.rowOf(id)
    if (known !== null) return known
    const ownRow = await opened.findRow(id)
    const address = ownRow === null ? null : own.cellRows.addressOf(ownRow)
    if (address === null) return null
    const { path, at } = reportPlace(address)
    const bytes = await store.readRange(path, at, at + ADDRESS_BYTES)
    const row = cellRows.rowOf(readAddress(bytes, 0))
    events.learn(id, row)
    return row
  }

  const { details } = opened
  if (details.kind !== 'fetched') throw new Error('tiles are fetched')
  const ownRowOf = async (row: EventRow): Promise<EventRow> => {
    const name = await readName(row, { cellRows, events, store: { read } })
    const ownRow = name === undefined ? null : opened.rowOf(name.id)
    if (ownRow === null) throw new Error(`no event in row ${row}`)
    return ownRow
  }
  const readDetail = async (row: EventRow): Promise<EventDetail> => {
    const detail = await details.read(await ownRowOf(row))
    // A reader may go there next. Where it cannot be had, it is asked for again then.
    for (const { other } of detail.related) findRow(other.id).catch(() => undefined)
    return detail
  }

  return {
    ...opened,
    order: 'reported',
    files,
    tiles,
    actorLanes: laneFacts === null ? null : (JSON.parse(decoder.decode(laneFacts)) as ActorLaneFacts),
    parts: { cellRows, events, pyramid, totals: reported.kindCounts },
    events,
    index: events,
    facts: factsAsReported(opened.facts, reported, null),
    roots: [],
    // Of very many events the sheet stands alone.
    byReport: { drawing: drawByReport(false), words: reportWords },
    rowOf: events.rowOf,
    findRow,
    countBegun: (timeMs) => pyramid.countAllBefore(timeMs),
    details: {
      ...details,
      read: readDetail,
      readMany: async (rows) => details.readMany(await Promise.all(rows.map(ownRowOf))),
      // Its thread is followed, and read, in the order of what happened: each place by report would be one more request.
      linkRowOf: ownRowOf,
      readName: async (ownRow) => {
        const name = await details.readName(ownRow)
        if (name !== undefined) findRow(name.id).catch(() => undefined)
        return name
      },
    },
  }
}

/** Those of a folder, by their paths below it. */
function tilesBelow(store: TileStore, folder: string): HeldTiles {
  return {
    has: (path) => store.has(folder + path),
    get: (path, decode, isWanted) => store.get(folder + path, decode, isWanted),
  }
}

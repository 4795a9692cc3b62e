/**
 * How are the lanes of actors had of a story in tiles? Without a filter from its pyramid of actors; under one, who has part
 * in each event that passes is read (actorBlocks.ts), as long as these are not too many.
 */
import type { ActorChoice } from '../../core/indexing/chooseActors.ts'
import type { CountedActorLanes } from '../../core/indexing/countedActors.ts'
import type { EventRow } from '../../core/indexing/eventIndex.ts'
import type { LaneLayout, LayoutInput } from '../../core/marks/laneLayout.ts'
import { layOutCountedActors } from '../../core/marks/layOutActors.ts'
import { MAX_WHOLE } from '../../core/marks/layOutLanes.ts'
import { readActorBlock, type RowActors } from '../../core/tiles/actorBlocks.ts'
import { ActorPyramid } from '../../core/tiles/actorPyramid.ts'
import { ByteReader } from '../../core/tiles/byteReader.ts'
import { INDEX_EVENTS } from '../../core/tiles/cell.ts'
import { MOST_COMMON } from '../../core/tiles/chosenEvents.ts'
import { countActorLanes } from '../../core/tiles/countedActors.ts'
import { gatherActorLanes } from '../../core/tiles/gatheredActors.ts'
import type { GatheredRows } from '../../core/tiles/gatheredLanes.ts'
import type { ActorLaneFacts } from '../../core/tiles/manifest.ts'
import type { RangeEdges } from '../../core/tiles/rangeEdges.ts'
import { readColumns } from '../../core/tiles/tileColumns.ts'
import type { TiledFound } from '../../core/tiles/tiledLanes.ts'
import { actorBlockPath, rowBlockPath } from '../../core/tiles/tilePaths.ts'
import { powerOfTwoAbove } from '../../core/time/resolution.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import type { LookAhead } from './lookAhead.ts'

/** Blocks of actors that are read for a filter: some 12 MB, of four million events in a row. */
export const MOST_BLOCKS = 64

/** What a filter leaves: events that are known one by one, a range of dates, or all. */
export interface FilteredRows {
  readonly gathered: GatheredRows | null
  readonly edges: RangeEdges | null
}

export interface ActorLaneSource {
  /** null: events are read for it. */
  readonly now: (choice: ActorChoice) => CountedActorLanes | null
  /** Reads what they need. null: they are of too many events. @returns steps that find them. Rejects with a LoadError. */
  readonly find: (choice: ActorChoice) => Promise<Generator<void, CountedActorLanes> | null>
  readonly lay: (input: LayoutInput, lanes: CountedActorLanes) => LaneLayout
}

/** null: the tiles are of an earlier builder. One for each story, since it notes which nodes are here. */
export function openActorPyramid(story: TiledStory): ActorPyramid | null {
  const { parts, tiles, actorLanes } = story
  return actorLanes === null ? null : new ActorPyramid(actorLanes, tiles, parts.events, parts.pyramid)
}

/** @param pyramid of the story; @param found under the filter, as it is drawn in lanes by date */
export function openActorLanes(
  story: TiledStory,
  pyramid: ActorPyramid,
  facts: ActorLaneFacts,
  rows: FilteredRows,
  found: TiledFound,
  ahead: LookAhead,
): ActorLaneSource {
  const { events } = story.parts
  const totals = [...(story.facets.valuesOf('actor', false)?.values() ?? [])].map(({ total }) => total)
  const isAtHand = (row: EventRow): boolean => events.at(row) !== undefined
  return {
    now: (choice) =>
      rows.gathered === null && rows.edges === null ? countActorLanes(pyramid, facts, choice, totals) : null,
    find: async (choice) => {
      const gathered = rows.gathered ?? (rows.edges === null ? null : await readRange(story, rows.edges))
      if (gathered === null) return null
      const rowActors = await readActors(story, gathered.rows)
      if (rowActors === null) return null
      return gatherActorLanes({ gathered, rowActors, facts, choice, mostFew: MAX_WHOLE, isAtHand })
    },
    lay: (input, lanes) => {
      const { few, shownRows } = found
      const isFew = few !== null && shownRows.slice(0, MAX_WHOLE).filter((row) => !isAtHand(row)).length === 0
      const undated = { lane: found.lanes.undated, total: found.lanes.totals.undated }
      const lay = (): LaneLayout =>
        layOutCountedActors(input, lanes, { ...undated, few: isFew ? few.undated.byAnchor : null })
      return isFew ? lay() : ahead.watch({ lay, lanes, resolution: powerOfTwoAbove(input.resolution) })
    },
  }
}

/** The events of a range of dates, the undated ones last, since they may be of it. null: too many. */
async function readRange(
  { files, parts: { cellRows } }: TiledStory,
  { firstRow, endRow, outside }: RangeEdges,
): Promise<GatheredRows | null> {
  const { datedLength, length } = cellRows
  const runs = [
    [firstRow, endRow],
    [datedLength, length],
  ] as const
  const size = runs.reduce((sum, [from, to]) => sum + Math.max(0, to - from), outside.rows.length)
  const blocks = new Set(runs.flatMap(([from, to]) => blocksOfRun(from, to)))
  if (size > MOST_COMMON || blocks.size > MOST_BLOCKS) return null
  const paths = [...blocks].map((block) => rowBlockPath(block))
  const bytes = new Map<string, Uint8Array>()
  await Promise.all(paths.map(async (file) => void bytes.set(file, await files.read(file))))
  const rows = new Float64Array(size)
  const startMs = new Float64Array(size)
  const endMs = new Float64Array(size)
  const lane = new Uint8Array(size)
  let to = 0
  const addOutside = (from: number, end: number): void => {
    for (let at = 0; at < outside.rows.length; at++) {
      const row = outside.rows[at] ?? NaN
      if (row < from || row >= end) continue
      rows[to] = row
      startMs[to] = outside.startMs[at] ?? NaN
      endMs[to] = outside.endMs[at] ?? NaN
      lane[to++] = outside.lane[at] ?? 0
    }
  }
  const addRun = async (from: number, end: number): Promise<void> => {
    for (const block of blocksOfRun(from, end)) {
      const columns = readColumns(new ByteReader(bytes.get(rowBlockPath(block)) ?? new Uint8Array(0)))
      await nextTask()
      const firstRow = block * INDEX_EVENTS
      const [start, stop] = [Math.max(from, firstRow), Math.min(end, firstRow + columns.rowCount)]
      startMs.set(columns.startMs.subarray(start - firstRow, stop - firstRow), to)
      endMs.set(columns.endMs.subarray(start - firstRow, stop - firstRow), to)
      lane.set(columns.lane.subarray(start - firstRow, stop - firstRow), to)
      for (let row = start; row < stop; row++) rows[to++] = row
    }
  }
  addOutside(-1, firstRow)
  await addRun(firstRow, endRow)
  addOutside(Math.max(firstRow, endRow), datedLength)
  await addRun(datedLength, length)
  return { rows, startMs, endMs, lane }
}

function blocksOfRun(from: EventRow, to: EventRow): readonly number[] {
  const blocks: number[] = []
  for (let row = from; row < to; row += INDEX_EVENTS - (row % INDEX_EVENTS))
    blocks.push(Math.floor(row / INDEX_EVENTS))
  return blocks
}

/** Decoded as long as the bytes are held. */
const decoded = new WeakMap<Uint8Array, RowActors>()

/** @param rows ascending; null: they stand in too many blocks */
async function readActors({ files }: TiledStory, rows: Float64Array): Promise<RowActors | null> {
  const blocks: number[] = []
  for (const row of rows) {
    const block = Math.floor(row / INDEX_EVENTS)
    if (block !== blocks[blocks.length - 1]) blocks.push(block)
  }
  if (blocks.length > MOST_BLOCKS) return null
  const read = await Promise.all(blocks.map((block) => files.read(actorBlockPath(block))))
  const offsets = new Uint32Array(rows.length + 1)
  const found: Uint32Array[] = []
  let place = 0
  let length = 0
  for (const [i, bytes] of read.entries()) {
    const firstRow = (blocks[i] ?? 0) * INDEX_EVENTS
    const block = decoded.get(bytes) ?? readActorBlock(bytes)
    decoded.set(bytes, block)
    const own = new Uint32Array(block.actors.length)
    let count = 0
    for (; place < rows.length && (rows[place] ?? 0) < firstRow + INDEX_EVENTS; place++) {
      const at = (rows[place] ?? 0) - firstRow
      const to = block.offsets[at + 1] ?? 0
      for (let from = block.offsets[at] ?? 0; from < to; from++) own[count++] = block.actors[from] ?? 0
      offsets[place + 1] = length + count
    }
    length += count
    found.push(own.subarray(0, count))
    await nextTask()
  }
  const actors = new Uint32Array(length)
  let at = 0
  for (const own of found) {
    actors.set(own, at)
    at += own.length
  }
  return { offsets, actors }
}

/** So that the page answers between two steps that take a while each. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/**
 * The lanes of a whole story in tiles, told from the pyramid: exact where its nodes are here, and else as well as the
 * directory of cells can tell.
 *
 *   cells     ├────────────┼────────────┼────────────┤     counts of each, known from the start
 *   node      ├──┼──┼──┼──┼──┼──┼──┼──┼──┤                 512 bins, fetched for what is in view
 *   leaf           ● ●    ●                                its events
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { DatedKind, LaneStretch, TimeLane } from '../indexing/timeLane.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import type { CivilMs, DurationMs } from '../time/units.ts'
import { INDEX_EVENTS } from './cell.ts'
import { blockNumbers } from './cellDirectory.ts'
import type { CellRows } from './cellRows.ts'
import { GoingOn } from './goingOn.ts'
import {
  binAt,
  countRanked,
  decodeNode,
  decodeRanked,
  sumAt,
  type HeldNode,
  type RankedRows,
} from './heldNode.ts'
import type { HeldTiles } from './heldTiles.ts'
import { NodeTree } from './nodeTree.ts'
import { BIN_BITS, NODE_BINS, nodeAt, OVER } from './pyramid.ts'
import { levelOf } from './pyramidCounts.ts'
import type { NodeEntry } from './pyramidDirectory.ts'
import { countAnchoredBefore, rowAnchorMs, type TileColumns } from './tileColumns.ts'
import type { TiledEvents } from './tiledEvents.ts'
import type { TileFiles } from './tileFiles.ts'
import { indexPath, nodePath } from './tilePaths.ts'

interface KnownNode extends HeldNode {
  readonly entry: NodeEntry
}

/** An index block that holds some of a node's events. */
interface CellBlock extends RankedRows {
  readonly cell: number
  readonly firstPosition: number
}

/** Shares of a stretch that are looked at for its first and its last event. */
const STRETCH_BINS = 32
/** A stretch whose events stand in more chunks is read by the index of its cell first. */
const MAX_CHUNKS = 2

export class Pyramid {
  readonly #rows: CellRows
  readonly #tree: NodeTree
  readonly #held: HeldTiles
  readonly #events: TiledEvents
  readonly #goingOn: GoingOn
  /** Nodes that are here, by level and node; levels ascending. */
  #levels: readonly { readonly level: number; readonly nodes: Map<number, KnownNode> }[] = []

  constructor(
    rows: CellRows,
    { nodes, bands }: Pick<TileFiles, 'nodes' | 'bands'>,
    held: HeldTiles,
    events: TiledEvents,
  ) {
    this.#goingOn = new GoingOn(rows, bands, held)
    this.#rows = rows
    this.#tree = new NodeTree(nodes)
    this.#held = held
    this.#events = events
  }

  lanes(): Readonly<Record<DatedKind, TimeLane>> {
    const lane = (kind: DatedKind): TimeLane => new PyramidLane(this, howKnownKinds.indexOf(kind))
    return { day: lane('day'), lasted: lane('lasted'), doubt: lane('doubt') }
  }

  /** Forgets nodes that are no longer held. */
  refresh(): void {
    this.#goingOn.refresh()
    for (const { nodes } of this.#levels)
      for (const [number, node] of nodes) {
        if (this.#held.has(nodePath(node.entry.level, node.entry.node))) continue
        nodes.delete(number)
        this.#events.dropLeaf(node)
      }
    this.#levels = this.#levels.filter(({ nodes }) => nodes.size > 0)
  }

  isCounted(startMs: CivilMs, endMs: CivilMs, binMs: DurationMs, isWanted: boolean): boolean {
    let isWhole = true
    for (const entry of this.#tree.nodesIn(startMs, endMs, levelOf(Math.log2(binMs)))) {
      if (this.#node(entry, isWanted) === null) isWhole = false
      if (!needsCells(entry, binMs)) continue
      const fromMs = startOfBin(entry, startMs)
      if (this.#blocksIn(entry, fromMs, endMs, isWanted) === null) isWhole = false
    }
    return isWhole || binMs >= this.#rows.cellMs
  }

  /** Fetches the leaves of a stretch, whose events are then known with their titles; cells are left. */
  bringLeaves(startMs: CivilMs, endMs: CivilMs): void {
    const level = levelOf(Math.log2((endMs - startMs) / NODE_BINS))
    for (const entry of this.#tree.nodesIn(startMs, endMs, level))
      if (entry.kind === 'events') this.#node(entry, true)
  }

  countBefore(lane: number, timeMs: CivilMs): number {
    const node = Number.isFinite(timeMs) ? this.#finestAt(timeMs) : null
    if (node === null) return this.#rows.countBefore(lane, timeMs)
    const { entry, leaf } = node
    const startMs = entry.node * 2 ** entry.level
    if (leaf !== null) return sumAt(node, lane, 0) + countRanked(leaf, lane, startMs, timeMs)
    const { bin, share } = binAt(entry.level, entry.node, timeMs)
    const sum = sumAt(node, lane, bin)
    if (share === 0) return sum
    if (entry.kind === 'cells') {
      // Only within the bin: of a cell before it nothing may be here.
      const binMs = startOfBin(entry, timeMs)
      const blocks = this.#blocksIn(entry, binMs, timeMs, false)
      if (blocks !== null)
        return blocks.reduce((count, block) => count + countRanked(block, lane, binMs, timeMs), sum)
    }
    if (2 ** (entry.level - BIN_BITS) > this.#rows.cellMs) return this.#rows.countBefore(lane, timeMs)
    return sum + Math.round(share * (sumAt(node, lane, bin + 1) - sum))
  }

  /**
   * Where events are told one by one, exactly; else at the last moment up to `timeMs` at which a bin begins. 0 while
   * nothing is known.
   */
  countGoingOn(lane: number, timeMs: CivilMs): number {
    const node = Number.isFinite(timeMs) ? this.#finestAt(timeMs) : null
    if (node === null) return 0
    const { bin, share } = binAt(node.entry.level, node.entry.node, timeMs)
    if (share > 0 && node.entry.kind !== 'children') {
      const isOfWholeCells = 2 ** node.entry.level >= this.#rows.cellMs
      const going = this.#goingOn.at(timeMs, isOfWholeCells ? (node.leaf?.events ?? null) : null)
      if (going !== null) return going[lane] ?? 0
    }
    return Math.max(0, sumAt(node, lane, bin) - sumAt(node, OVER + lane, bin))
  }

  /**
   * Of events that match a range of dates, at a moment after it; 0 while that is not known.
   * @param endless as RangeEdges has it
   */
  countGoingOnAfter(lane: number, timeMs: CivilMs, range: Extent, endless: readonly number[]): number {
    return this.#goingOn.afterRange(timeMs, range, endless)?.[lane] ?? 0
  }

  rowsIn(lane: number, startMs: CivilMs, endMs: CivilMs, binMs: DurationMs): readonly EventRow[] | null {
    const rows = this.#rowsIn(lane, startMs, endMs, binMs, true)
    // Each title is asked for, so that all come together.
    return rows?.filter((row) => this.#events.at(row) === undefined).length === 0 ? rows : null
  }

  stretchOf(lane: number, startMs: CivilMs, endMs: CivilMs, count: number): LaneStretch {
    const binMs = (endMs - startMs) / STRETCH_BINS
    const rows = this.#rowsIn(lane, startMs, endMs, binMs, false)
    const [firstRow, lastRow] = [rows?.[0], rows?.[rows.length - 1]]
    if (firstRow !== undefined && lastRow !== undefined)
      return { firstRow, lastRow, startMs: this.#anchorOf(firstRow), endMs: this.#anchorOf(lastRow) }
    const from = this.countBefore(lane, startMs)
    let first = 0
    while (first < STRETCH_BINS - 1 && this.countBefore(lane, startMs + (first + 1) * binMs) <= from) first++
    let last = STRETCH_BINS - 1
    while (last > first && this.countBefore(lane, startMs + last * binMs) >= from + count) last--
    return {
      firstRow: this.#between(lane, startMs),
      lastRow: this.#between(lane, endMs),
      startMs: startMs + first * binMs,
      endMs: startMs + (last + 1) * binMs - 1,
    }
  }

  #anchorOf(row: EventRow): CivilMs {
    return rowAnchorMs({
      startMs: this.#events.startMs[row] ?? NaN,
      endMs: this.#events.endMs[row] ?? NaN,
    })
  }

  rowGoingOn(lane: number, timeMs: CivilMs): EventRow {
    return this.#between(lane, timeMs) + 1 / 32
  }

  hasIn(lane: number, row: EventRow, startMs: CivilMs, endMs: CivilMs): boolean {
    const place = this.#events.placeOf(row)
    if (place === null) return row >= this.countAllBefore(startMs) && row < this.countAllBefore(endMs)
    const anchorMs = rowAnchorMs({
      startMs: place.columns.startMs[place.at] ?? NaN,
      endMs: place.columns.endMs[place.at] ?? NaN,
    })
    return place.columns.lane[place.at] === lane && anchorMs >= startMs && anchorMs < endMs
  }

  /** Events of all lanes: the row of the first that is anchored at the moment or later. */
  countAllBefore(timeMs: CivilMs): number {
    let count = 0
    for (let lane = 0; lane < OVER; lane++) count += this.countBefore(lane, timeMs)
    return count
  }

  /** Stands for events that are only counted: no row, and another for each lane. */
  #between(lane: number, timeMs: CivilMs): EventRow {
    return this.countAllBefore(timeMs) - 1 + (lane + 1) / 8
  }

  /** Events of a lane in the stretch, ascending; null: they cannot be told one by one, or not yet. */
  #rowsIn(
    lane: number,
    startMs: CivilMs,
    endMs: CivilMs,
    binMs: DurationMs,
    isWanted: boolean,
  ): readonly EventRow[] | null {
    const level = levelOf(Math.log2(binMs))
    const rows: EventRow[] = []
    for (const entry of this.#tree.nodesIn(startMs, endMs, level)) {
      const node = this.#node(entry, isWanted)
      if (node === null) return null
      const fromMs = Math.max(startMs, entry.node * 2 ** entry.level)
      const toMs = Math.min(endMs, (entry.node + 1) * 2 ** entry.level)
      if (node.leaf !== null) {
        const { cells, positions } = node.leaf.events
        for (const at of placesIn(node.leaf.columns, lane, fromMs, toMs))
          rows.push(this.#rows.rowOf({ cell: cells[at] ?? 0, position: positions[at] ?? 0 }))
      } else if (entry.kind === 'cells') {
        const found =
          this.#rowsOfChunks(entry, lane, fromMs, toMs, isWanted) ??
          this.#rowsOfBlocks(entry, lane, fromMs, toMs, isWanted)
        if (found === 'coming') return null
        rows.push(...found)
      } else if (entry.level <= level) return null
    }
    return rows.sort((a, b) => a - b)
  }

  /**
   * By the chunks that hold all lanes of the stretch, since their titles are needed as well. null: where it begins and ends
   * among the rows is not known, or it has so many events that an index of the cell tells better which chunks are needed.
   */
  #rowsOfChunks(
    { level, node }: NodeEntry,
    lane: number,
    fromMs: CivilMs,
    toMs: CivilMs,
    isWanted: boolean,
  ): readonly EventRow[] | 'coming' | null {
    if (binAt(level, node, fromMs).share > 0 || binAt(level, node, toMs).share > 0) return null
    const from = this.countAllBefore(fromMs)
    const to = this.countAllBefore(toMs)
    const firstRows = this.#events.chunksOf(from, to)
    if (firstRows.length > MAX_CHUNKS) return null
    const chunks = firstRows.map((row) => this.#events.chunkAt(row, isWanted))
    const rows: EventRow[] = []
    for (const [i, chunk] of chunks.entries()) {
      if (chunk === null) return 'coming'
      const firstRow = firstRows[i] ?? 0
      const end = Math.min(to - firstRow, chunk.columns.rowCount)
      for (let at = Math.max(0, from - firstRow); at < end; at++)
        if (chunk.columns.lane[at] === lane) rows.push(firstRow + at)
    }
    return rows
  }

  #rowsOfBlocks(
    entry: NodeEntry,
    lane: number,
    fromMs: CivilMs,
    toMs: CivilMs,
    isWanted: boolean,
  ): readonly EventRow[] | 'coming' {
    const blocks = this.#blocksIn(entry, fromMs, toMs, isWanted)
    if (blocks === null) return 'coming'
    return blocks.flatMap(({ columns, cell, firstPosition }) =>
      [...placesIn(columns, lane, fromMs, toMs)].map((at) =>
        this.#rows.rowOf({ cell, position: firstPosition + at }),
      ),
    )
  }

  /** The finest node that is here and holds the moment, or ends with it. */
  #finestAt(timeMs: CivilMs): KnownNode | null {
    for (const { level, nodes } of this.#levels) {
      const number = nodeAt(timeMs, level)
      // Where one begins that is not here, the one before ends.
      const node = nodes.get(number) ?? (number * 2 ** level === timeMs ? nodes.get(number - 1) : undefined)
      if (node !== undefined) return node
    }
    return null
  }

  #node(entry: NodeEntry, isWanted: boolean): KnownNode | null {
    const known = this.#levels.find(({ level }) => level === entry.level)?.nodes.get(entry.node)
    if (known !== undefined) {
      // It is in use, and must not be let go before others.
      if (isWanted) this.#fetch(entry, true)
      return known
    }
    const node = this.#fetch(entry, isWanted)
    if (node === null) return null
    const kept = { ...node, entry }
    const level = this.#levels.find((other) => other.level === entry.level)
    if (level !== undefined) level.nodes.set(entry.node, kept)
    else
      this.#levels = [...this.#levels, { level: entry.level, nodes: new Map([[entry.node, kept]]) }].sort(
        (a, b) => a.level - b.level,
      )
    this.#events.addLeaf(node)
    return kept
  }

  #fetch({ level, node }: NodeEntry, isWanted: boolean): HeldNode | null {
    return this.#held.get(nodePath(level, node), decodeNode, isWanted)
  }

  /** Index blocks with events of the node in the stretch; null: not all are here. */
  #blocksIn(
    entry: NodeEntry,
    startMs: CivilMs,
    endMs: CivilMs,
    isWanted: boolean,
  ): readonly CellBlock[] | null {
    const fromMs = Math.max(startMs, entry.node * 2 ** entry.level)
    const toMs = Math.min(endMs, (entry.node + 1) * 2 ** entry.level)
    const blocks: CellBlock[] = []
    let isWhole = true
    for (const cell of this.#rows.cellsIn(fromMs, toMs))
      for (const block of blockNumbers(cell, fromMs, toMs)) {
        const ranked = this.#held.get(indexPath(cell.cell, block), decodeRanked, isWanted)
        if (ranked === null) isWhole = false
        else blocks.push({ ...ranked, cell: cell.cell, firstPosition: block * INDEX_EVENTS })
      }
    return isWhole ? blocks : null
  }
}

/** A node of cells tells no more than its own bins. */
function needsCells({ kind, level }: NodeEntry, binMs: DurationMs): boolean {
  return kind === 'cells' && 2 ** (level - BIN_BITS) > binMs
}

/** Where the bin of a node begins in which the moment lies: up to there the node itself has counted. */
function startOfBin({ level }: NodeEntry, timeMs: CivilMs): CivilMs {
  const binMs = 2 ** (level - BIN_BITS)
  return Math.floor(timeMs / binMs) * binMs
}

/** Places of the events of a lane that are anchored in the stretch. */
function* placesIn(
  columns: TileColumns,
  lane: number,
  fromMs: CivilMs,
  toMs: CivilMs,
): Generator<number, void, undefined> {
  const to = countAnchoredBefore(columns, toMs)
  for (let at = countAnchoredBefore(columns, fromMs); at < to; at++) if (columns.lane[at] === lane) yield at
}

class PyramidLane implements TimeLane {
  readonly length: number
  readonly #pyramid: Pyramid
  readonly #lane: number

  constructor(pyramid: Pyramid, lane: number) {
    this.#pyramid = pyramid
    this.#lane = lane
    this.length = pyramid.countBefore(lane, Infinity)
  }

  readonly isCounted: TimeLane['isCounted'] = (startMs, endMs, binMs, isWanted) =>
    this.#pyramid.isCounted(startMs, endMs, binMs, isWanted)
  readonly countBefore: TimeLane['countBefore'] = (timeMs) => this.#pyramid.countBefore(this.#lane, timeMs)
  readonly countGoingOn: TimeLane['countGoingOn'] = (timeMs) => this.#pyramid.countGoingOn(this.#lane, timeMs)
  readonly rowsIn: TimeLane['rowsIn'] = (startMs, endMs, binMs) =>
    this.#pyramid.rowsIn(this.#lane, startMs, endMs, binMs)
  readonly stretchOf: TimeLane['stretchOf'] = (startMs, endMs, count) =>
    this.#pyramid.stretchOf(this.#lane, startMs, endMs, count)
  readonly rowGoingOn: TimeLane['rowGoingOn'] = (timeMs) => this.#pyramid.rowGoingOn(this.#lane, timeMs)
  readonly hasIn: TimeLane['hasIn'] = (row, startMs, endMs) =>
    this.#pyramid.hasIn(this.#lane, row, startMs, endMs)
}

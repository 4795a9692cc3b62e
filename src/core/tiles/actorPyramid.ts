/**
 * The lanes of actors of a whole story in tiles, counted from the nodes that are here (lanePyramid.ts): exact wherever a
 * bin begins, and everywhere in leaves.
 */
import { countBelow } from '../base/bisect.ts'
import type { EventRow } from '../indexing/eventIndex.ts'
import type { LaneStretch, TimeLane } from '../indexing/timeLane.ts'
import type { CivilMs, DurationMs } from '../time/units.ts'
import { binAt } from './heldNode.ts'
import type { HeldTiles } from './heldTiles.ts'
import { eachSeries, LANES_COUNTED, readLaneNode, type LaneMoments } from './lanePyramid.ts'
import type { ActorLaneFacts } from './manifest.ts'
import { NodeTree } from './nodeTree.ts'
import { nodeAt, NODE_BINS, TOP_LEVEL } from './pyramid.ts'
import { levelOf } from './pyramidCounts.ts'
import { readPyramidDirectory, type NodeEntry } from './pyramidDirectory.ts'
import type { Pyramid } from './pyramidLanes.ts'
import type { TiledEvents } from './tiledEvents.ts'
import { LANE_DIRECTORY_PATH, laneNodePath } from './tilePaths.ts'

/** Of one lane in a leaf: moments ascending. */
interface LeafLane {
  readonly begun: Float64Array
  readonly rows: Float64Array
  readonly ended: Float64Array
}

interface HeldLaneNode {
  readonly before: Float64Array
  readonly endedBefore: Float64Array
  /** [LANES_COUNTED · (NODE_BINS + 1)] sums from the node's start to that of each bin; null: a leaf. */
  readonly sums: { readonly begun: Float64Array; readonly ended: Float64Array } | null
  readonly leaf: readonly LeafLane[] | null
  /** The events of a leaf with their series, by row; else empty. */
  readonly rows: Float64Array
  readonly series: Uint32Array
}

/** Shares of a stretch that are looked at for its first and its last event. */
const STRETCH_BINS = 32

export class ActorPyramid {
  readonly #facts: ActorLaneFacts
  readonly #held: HeldTiles
  readonly #events: TiledEvents
  readonly #pyramid: Pyramid
  #tree: NodeTree | null = null
  /** Nodes that are here, by level; levels ascending. */
  #levels: readonly { readonly level: number; readonly nodes: Map<number, HeldLaneNode> }[] = []

  /** @param pyramid of the whole story, whose leaves have titles of sparse stretches */
  constructor(facts: ActorLaneFacts, held: HeldTiles, events: TiledEvents, pyramid: Pyramid) {
    this.#facts = facts
    this.#held = held
    this.#events = events
    this.#pyramid = pyramid
  }

  /** Forgets nodes that are no longer held. */
  refresh(): void {
    for (const { level, nodes } of this.#levels)
      for (const number of nodes.keys())
        if (!this.#held.has(laneNodePath(level, number))) nodes.delete(number)
    this.#levels = this.#levels.filter(({ nodes }) => nodes.size > 0)
  }

  /** @param series of lanePyramid.ts */
  lane(series: number): TimeLane {
    return {
      length: this.#totalOf(series),
      isCounted: (startMs, endMs, binMs, isWanted) => this.#nodesIn(startMs, endMs, binMs, isWanted) !== null,
      countBefore: (timeMs) => this.#countBefore(series, timeMs),
      countGoingOn: (timeMs) => this.#countGoingOn(series, timeMs),
      rowsIn: (startMs, endMs, binMs) => {
        const rows = this.#rowsIn(series, startMs, endMs, binMs, true)
        if (rows === null || rows.length === 0) return rows
        // Where events are few, a node of the whole story has all their titles.
        this.#pyramid.bringLeaves(startMs, endMs)
        // Each is asked for, so that all come together.
        return rows.filter((row) => this.#events.at(row) === undefined).length === 0 ? rows : null
      },
      stretchOf: (startMs, endMs, count) => this.#stretchOf(series, startMs, endMs, count),
      rowGoingOn: (timeMs) => this.#pyramid.countAllBefore(timeMs),
      hasIn: (row, startMs, endMs) =>
        Number.isInteger(row) &&
        this.#rowsIn(series, startMs, endMs, (endMs - startMs) / STRETCH_BINS, false)?.includes(row) === true,
    }
  }

  /** The lanes of an event that a leaf holds which is here, as bits; 0: none does. */
  seriesOf(row: EventRow): number {
    for (const { nodes } of this.#levels)
      for (const { rows, series } of nodes.values()) {
        const at = countBelow(rows, row)
        if (rows[at] === row) return series[at] ?? 0
      }
    return 0
  }

  #totalOf(series: number): number {
    return this.#facts.totals[series] ?? 0
  }

  #countBefore(series: number, timeMs: CivilMs): number {
    if (timeMs === -Infinity) return 0
    const found = Number.isFinite(timeMs) ? this.#finestAt(timeMs) : null
    if (found === null) return this.#edgeCount(series, timeMs)
    const { node, level, number } = found
    const before = node.before[series] ?? 0
    if (node.leaf !== null) return before + countBelow(node.leaf[series]?.begun ?? none, timeMs)
    const { bin, share } = binAt(level, number, timeMs)
    const sum = sumAt(node.sums?.begun, series, bin)
    return before + sum + Math.round(share * (sumAt(node.sums?.begun, series, bin + 1) - sum))
  }

  /** Where there is no node: before all moments of the story, or after them. */
  #edgeCount(series: number, timeMs: CivilMs): number {
    return timeMs < 0 ? (this.#facts.open[series] ?? 0) : this.#totalOf(series)
  }

  /** In a leaf exactly; else at the last moment up to `timeMs` at which a bin begins. */
  #countGoingOn(series: number, timeMs: CivilMs): number {
    const found = this.#finestAt(timeMs)
    if (found === null) return 0
    const { node, level, number } = found
    const before = (node.before[series] ?? 0) - (node.endedBefore[series] ?? 0)
    if (node.leaf !== null) {
      const { begun, ended } = node.leaf[series] ?? noLane
      return before + countBelow(begun, timeMs) - countBelow(ended, timeMs)
    }
    const { bin } = binAt(level, number, timeMs)
    return before + sumAt(node.sums?.begun, series, bin) - sumAt(node.sums?.ended, series, bin)
  }

  /** Events of the lane in the stretch, ascending; null: they cannot be told one by one, or not yet. */
  #rowsIn(
    series: number,
    startMs: CivilMs,
    endMs: CivilMs,
    binMs: DurationMs,
    isWanted: boolean,
  ): readonly EventRow[] | null {
    const nodes = this.#nodesIn(startMs, endMs, binMs, isWanted)
    if (nodes === null) return null
    const level = levelOf(Math.log2(binMs))
    const rows: EventRow[] = []
    for (const { entry, node } of nodes) {
      if (node.leaf === null) {
        // Above the level, of whose children one is missing: nothing is in it.
        if (entry.level <= level || entry.kind === 'cells') return null
        continue
      }
      const lane = node.leaf[series] ?? noLane
      const to = countBelow(lane.begun, endMs)
      for (let at = countBelow(lane.begun, startMs); at < to; at++) rows.push(lane.rows[at] ?? 0)
    }
    return rows.sort((a, b) => a - b)
  }

  #stretchOf(series: number, startMs: CivilMs, endMs: CivilMs, count: number): LaneStretch {
    const binMs = (endMs - startMs) / STRETCH_BINS
    const told = this.#toldIn(series, startMs, endMs, binMs)
    if (told !== null) return told
    const from = this.#countBefore(series, startMs)
    let first = 0
    while (first < STRETCH_BINS - 1 && this.#countBefore(series, startMs + (first + 1) * binMs) <= from)
      first++
    let last = STRETCH_BINS - 1
    while (last > first && this.#countBefore(series, startMs + last * binMs) >= from + count) last--
    return {
      firstRow: this.#pyramid.countAllBefore(startMs),
      lastRow: this.#pyramid.countAllBefore(endMs),
      startMs: startMs + first * binMs,
      endMs: startMs + (last + 1) * binMs - 1,
    }
  }

  /** Exactly, where the stretch lies in leaves that are here; null: it does not. */
  #toldIn(series: number, startMs: CivilMs, endMs: CivilMs, binMs: DurationMs): LaneStretch | null {
    const rows = this.#rowsIn(series, startMs, endMs, binMs, false)
    const [firstRow, lastRow] = [rows?.[0], rows?.[rows.length - 1]]
    if (firstRow === undefined || lastRow === undefined) return null
    const timeOf = (row: EventRow): CivilMs => {
      for (const { nodes } of this.#levels)
        for (const { leaf } of nodes.values()) {
          const lane = leaf?.[series] ?? noLane
          const at = countBelow(lane.rows, row)
          if (lane.rows[at] === row) return lane.begun[at] ?? NaN
        }
      return NaN
    }
    return { firstRow, lastRow, startMs: timeOf(firstRow), endMs: timeOf(lastRow) }
  }

  /** The nodes that tell of a stretch in such bins; null: not all are here. */
  #nodesIn(
    startMs: CivilMs,
    endMs: CivilMs,
    binMs: DurationMs,
    isWanted: boolean,
  ): readonly { readonly entry: NodeEntry; readonly node: HeldLaneNode }[] | null {
    const tree = this.#treeIn(isWanted)
    if (tree === null) return null
    const found = tree
      .nodesIn(startMs, endMs, levelOf(Math.log2(binMs)))
      .map((entry) => ({ entry, node: this.#node(entry, isWanted) }))
    const here = found.flatMap(({ entry, node }) => (node === null ? [] : [{ entry, node }]))
    return here.length === found.length ? here : null
  }

  #treeIn(isWanted: boolean): NodeTree | null {
    if (this.#tree !== null) return this.#tree
    const entries = this.#held.get(LANE_DIRECTORY_PATH, readPyramidDirectory, isWanted)
    return entries === null ? null : (this.#tree = new NodeTree(entries))
  }

  #node({ level, node }: NodeEntry, isWanted: boolean): HeldLaneNode | null {
    const known = this.#levels.find((other) => other.level === level)?.nodes.get(node)
    // What is in use is asked for all the same: it must not be let go before others.
    if (known !== undefined && !isWanted) return known
    const held = this.#held.get(laneNodePath(level, node), decodeLaneNode, isWanted)
    if (held === null || known !== undefined) return held
    const kept = this.#levels.find((other) => other.level === level)
    if (kept !== undefined) kept.nodes.set(node, held)
    else
      this.#levels = [...this.#levels, { level, nodes: new Map([[node, held]]) }].sort(
        (a, b) => a.level - b.level,
      )
    return held
  }

  /** The finest node that is here and holds the moment, or ends with it. */
  #finestAt(timeMs: CivilMs): {
    readonly node: HeldLaneNode
    readonly level: number
    readonly number: number
  } | null {
    for (const { level, nodes } of this.#levels) {
      const at = nodeAt(timeMs, level)
      const own = nodes.get(at)
      if (own !== undefined) return { node: own, level, number: at }
      const before = at * 2 ** level === timeMs && level < TOP_LEVEL ? nodes.get(at - 1) : undefined
      if (before !== undefined) return { node: before, level, number: at - 1 }
    }
    return null
  }
}

/** @throws RangeError where the bytes end too soon */
function decodeLaneNode(bytes: Uint8Array): HeldLaneNode {
  const { before, endedBefore, bins, leaf } = readLaneNode(bytes)
  return {
    before,
    endedBefore,
    sums: bins === null ? null : { begun: sumUp(bins.begun), ended: sumUp(bins.ended) },
    leaf: leaf === null ? null : dealLeaf(leaf.begun, leaf.ended),
    rows: leaf?.begun.rows ?? none,
    series: leaf?.begun.series ?? new Uint32Array(0),
  }
}

function dealLeaf(
  begun: LaneMoments & { readonly rows: Float64Array },
  ended: LaneMoments,
): readonly LeafLane[] {
  const lists = Array.from({ length: LANES_COUNTED }, () => ({
    begun: [] as number[],
    rows: [] as number[],
    ended: [] as number[],
  }))
  begun.series.forEach((bits, i) =>
    eachSeries(bits, (series) => {
      lists[series]?.begun.push(begun.times[i] ?? NaN)
      lists[series]?.rows.push(begun.rows[i] ?? NaN)
    }),
  )
  ended.series.forEach((bits, i) =>
    eachSeries(bits, (series) => lists[series]?.ended.push(ended.times[i] ?? NaN)),
  )
  return lists.map((list) => ({
    begun: Float64Array.from(list.begun),
    rows: Float64Array.from(list.rows),
    ended: Float64Array.from(list.ended),
  }))
}

function sumUp(bins: Uint32Array): Float64Array {
  const sums = new Float64Array(LANES_COUNTED * (NODE_BINS + 1))
  for (let series = 0; series < LANES_COUNTED; series++) {
    const at = series * (NODE_BINS + 1)
    for (let bin = 0; bin < NODE_BINS; bin++)
      sums[at + bin + 1] = (sums[at + bin] ?? 0) + (bins[series * NODE_BINS + bin] ?? 0)
  }
  return sums
}

function sumAt(sums: Float64Array | undefined, series: number, bin: number): number {
  return sums?.[series * (NODE_BINS + 1) + bin] ?? 0
}

const none = new Float64Array(0)
const noLane: LeafLane = { begun: none, rows: none, ended: none }

/**
 * What do lanes of actors need? Blocks of the whole story's rows, with who has part in each, and counts by time of the
 * lanes that are seen without a filter (lanePyramid.ts). Events come in the order of their rows, which is that of time;
 * their ends are sorted for themselves.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeActorBlock } from '../core/tiles/actorBlocks.ts'
import { ByteReader } from '../core/tiles/byteReader.ts'
import { ByteWriter } from '../core/tiles/byteWriter.ts'
import { INDEX_EVENTS } from '../core/tiles/cell.ts'
import {
  COUNTED_ACTORS,
  eachSeries,
  FEW_ACTORS,
  LANE_SERIES,
  laneNodeKind,
  LANES_COUNTED,
  writeLaneNode,
  type LaneMoments,
} from '../core/tiles/lanePyramid.ts'
import type { ActorLaneFacts } from '../core/tiles/manifest.ts'
import { BIN_BITS, LAST_LEVEL, LEVEL_STEP, NODE_BINS, nodeAt, TOP_LEVEL } from '../core/tiles/pyramid.ts'
import { writePyramidDirectory, type NodeEntry } from '../core/tiles/pyramidDirectory.ts'
import { rowAnchorMs, writeColumns, type TileRow } from '../core/tiles/tileColumns.ts'
import { actorBlockPath, LANE_DIRECTORY_PATH, laneNodePath, rowBlockPath } from '../core/tiles/tilePaths.ts'
import { ExternalSorter } from './externalSort.ts'
import { rowWithActors } from './rowPayload.ts'
import type { RunRecord } from './runReader.ts'

const SORT_BYTES = 24 << 20
/** From the top down. */
const levels = Array.from(
  { length: (TOP_LEVEL - LAST_LEVEL) / LEVEL_STEP + 1 },
  (_, i) => TOP_LEVEL - i * LEVEL_STEP,
)
const CHILDREN = 2 ** LEVEL_STEP

/**
 * Writes all of it.
 * @param open the events of the story by cell and position, with their actors, anew each time
 * @param actorCount of the story
 */
export function mergeLanes(open: () => Iterable<RunRecord>, actorCount: number, out: string): ActorLaneFacts {
  mkdirSync(path.join(out, 'lanes'), { recursive: true })
  const { dated, first } = writeBlocks(open(), actorCount, out)
  const counted = countedActors(dated, first)
  const ends = new ExternalSorter(path.join(out, 'lanes.unsorted'), SORT_BYTES, 5)
  const totals = Array.from({ length: LANES_COUNTED }, () => 0)
  const unbound = totals.slice()
  const lanes = new LaneOf(counted, dated)
  const writer = new ByteWriter()
  for (const { row, series } of lanes.in(open())) {
    const isUnbound = row.startMs === -Infinity && row.endMs === Infinity
    eachSeries(series, (at) => {
      totals[at] = (totals[at] ?? 0) + 1
      if (isUnbound) unbound[at] = (unbound[at] ?? 0) + 1
    })
    if (row.endMs === Infinity) continue
    writer.clear()
    writer.varint(series)
    ends.add(row.endMs - 1, 0, 0, writer.written())
  }
  const moments = (): Generator<Moment> => mergeMoments(begunOf(lanes.in(open())), endedOf(ends.sorted()))
  writeNodes(moments, out)
  ends.remove()
  return { dated, first, counted, totals, open: unbound }
}

/** Of each actor how many events with a date, and the row of the first. */
function writeBlocks(
  events: Iterable<RunRecord>,
  actorCount: number,
  out: string,
): Pick<ActorLaneFacts, 'dated' | 'first'> {
  const dated = Array.from({ length: actorCount }, () => 0)
  const first = dated.map(() => -1)
  let rows: TileRow[] = []
  let actorsOf: (readonly number[])[] = []
  let block = 0
  const close = (): void => {
    const writer = new ByteWriter(1 << 18)
    writeColumns(rows, writer)
    writeFileSync(path.join(out, rowBlockPath(block)), writer.written())
    writeFileSync(path.join(out, actorBlockPath(block)), writeActorBlock(actorsOf))
    rows = []
    actorsOf = []
    block++
  }
  let number = 0
  for (const record of events) {
    const { row, actors } = rowWithActors(record)
    rows.push(row)
    actorsOf.push(actors)
    if (!Number.isNaN(row.startMs))
      for (const actor of actors) {
        dated[actor] = (dated[actor] ?? 0) + 1
        if (first[actor] === -1) first[actor] = number
      }
    number++
    if (rows.length === INDEX_EVENTS) close()
  }
  if (rows.length > 0) close()
  return { dated, first }
}

/** As actorLanes.ts chooses them: those with most events first, of as many the one that appears first. */
function countedActors(dated: readonly number[], first: readonly number[]): readonly number[] {
  return dated
    .flatMap((count, actor) => (count > 0 ? [actor] : []))
    .sort((a, b) => (dated[b] ?? 0) - (dated[a] ?? 0) || (first[a] ?? 0) - (first[b] ?? 0) || a - b)
    .slice(0, COUNTED_ACTORS)
}

/** In which lanes an event stands, as bits. */
class LaneOf {
  readonly #series: ReadonlyMap<number, number>

  constructor(counted: readonly number[], dated: readonly number[]) {
    this.#series = new Map(counted.map((actor, series) => [actor, series]))
    this.#isWhole = dated.filter((count) => count > 0).length <= COUNTED_ACTORS
  }

  /** All actors have lanes, also before more is asked for. */
  readonly #isWhole: boolean;

  /** Events with a date, by row. */
  *in(
    events: Iterable<RunRecord>,
  ): Generator<{ readonly row: TileRow; readonly number: number; readonly series: number }> {
    let number = 0
    for (const record of events) {
      const { row, actors } = rowWithActors(record)
      if (!Number.isNaN(row.startMs)) yield { row, number, series: this.#seriesOf(actors) }
      number++
    }
  }

  #seriesOf(actors: readonly number[]): number {
    if (actors.length === 0) return 1 << LANE_SERIES.nobody
    let bits = 0
    for (const actor of actors) {
      const series = this.#series.get(actor)
      if (series === undefined) bits |= (1 << LANE_SERIES.others) | (1 << LANE_SERIES.othersOfFew)
      else {
        bits |= 1 << series
        if (series >= FEW_ACTORS && !this.#isWhole) bits |= 1 << LANE_SERIES.othersOfFew
      }
    }
    return bits
  }
}

/** When an event begins or ends. */
interface Moment {
  readonly timeMs: number
  readonly series: number
  /** Its row; -1: it ends. */
  readonly row: number
}

function* begunOf(events: ReturnType<LaneOf['in']>): Generator<Moment> {
  for (const { row, number, series } of events) yield { timeMs: rowAnchorMs(row), series, row: number }
}

function* endedOf(ends: Iterable<RunRecord>): Generator<Moment> {
  for (const { key0, payload } of ends)
    yield { timeMs: key0, series: new ByteReader(payload).varint(), row: -1 }
}

/** Both by time. */
function* mergeMoments(begun: Generator<Moment>, ended: Generator<Moment>): Generator<Moment> {
  let [one, other] = [begun.next(), ended.next()]
  while (one.done !== true || other.done !== true) {
    if (other.done === true || (one.done !== true && one.value.timeMs <= other.value.timeMs)) {
      if (one.done === true) return
      yield one.value
      one = begun.next()
    } else {
      yield other.value
      other = ended.next()
    }
  }
}

interface OpenNode {
  readonly node: number
  readonly isLeaf: boolean
  readonly before: Float64Array
  readonly endedBefore: Float64Array
  readonly begun: Uint32Array
  readonly ended: Uint32Array
  /** Events anchored in it. */
  begunCount: number
  readonly begunMoments: Moment[]
  readonly endedMoments: Moment[]
}

/** @param open the moments of the story, by time, anew each time: first to find the nodes that have children, then to write */
function writeNodes(open: () => Iterable<Moment>, out: string): void {
  const kinds = findKinds(open())
  const nodes: (OpenNode | null)[] = levels.map(() => null)
  const entries: NodeEntry[][] = levels.map(() => [])
  const [begunTotals, endedTotals] = [new Float64Array(LANES_COUNTED), new Float64Array(LANES_COUNTED)]
  const close = (i: number): void => {
    const node = nodes[i] ?? null
    nodes[i] = null
    if (node === null) return
    const level = levels[i] ?? 0
    const file = path.join(out, laneNodePath(level, node.node))
    mkdirSync(path.dirname(file), { recursive: true })
    const { before, endedBefore, begun, ended, begunMoments, endedMoments } = node
    const rows = Float64Array.from(begunMoments, ({ row }) => row)
    const leaf = { begun: { ...momentsOf(begunMoments), rows }, ended: momentsOf(endedMoments) }
    writeFileSync(
      file,
      writeLaneNode({
        before,
        endedBefore,
        bins: node.isLeaf ? null : { begun, ended },
        leaf: node.isLeaf ? leaf : null,
      }),
    )
    const kind = kinds[i]?.get(node.node) ?? 'events'
    entries[i]?.push({ level, node: node.node, begun: node.begunCount, kind })
  }
  for (const moment of open()) {
    const { timeMs, series, row } = moment
    for (let i = 0; i < levels.length && timeMs !== -Infinity; i++) {
      const level = levels[i] ?? 0
      const number = nodeAt(timeMs, level)
      if (i > 0 && kinds[i - 1]?.get(Math.floor(number / CHILDREN)) !== 'children') break
      let node = nodes[i] ?? null
      if (node?.node !== number) {
        for (let below = levels.length - 1; below >= i; below--) close(below)
        const isLeaf = !(kinds[i]?.has(number) ?? false)
        const size = isLeaf ? 0 : LANES_COUNTED * NODE_BINS
        node = {
          node: number,
          isLeaf,
          before: begunTotals.slice(),
          endedBefore: endedTotals.slice(),
          begun: new Uint32Array(size),
          ended: new Uint32Array(size),
          begunCount: 0,
          begunMoments: [],
          endedMoments: [],
        }
        nodes[i] = node
      }
      if (row !== -1) node.begunCount++
      if (node.isLeaf) (row === -1 ? node.endedMoments : node.begunMoments).push(moment)
      else {
        const bins = row === -1 ? node.ended : node.begun
        const bin = Math.floor((timeMs - number * 2 ** level) / 2 ** (level - BIN_BITS))
        eachSeries(series, (at) => {
          bins[at * NODE_BINS + bin] = (bins[at * NODE_BINS + bin] ?? 0) + 1
        })
      }
    }
    const totals = row === -1 ? endedTotals : begunTotals
    eachSeries(series, (at) => (totals[at] = (totals[at] ?? 0) + 1))
  }
  for (let i = levels.length - 1; i >= 0; i--) close(i)
  writeFileSync(path.join(out, LANE_DIRECTORY_PATH), writePyramidDirectory(entries.flat()))
}

/** By place in `levels`: of the nodes that are no leaves what they are. */
function findKinds(moments: Iterable<Moment>): readonly ReadonlyMap<number, 'children' | 'cells'>[] {
  const kinds = levels.map(() => new Map<number, 'children' | 'cells'>())
  const nodes = levels.map(() => NaN)
  const [begun, ended] = [levels.map(() => 0), levels.map(() => 0)]
  const close = (i: number): void => {
    const kind = laneNodeKind(levels[i] ?? 0, begun[i] ?? 0, ended[i] ?? 0)
    if (kind !== 'events') kinds[i]?.set(nodes[i] ?? 0, kind)
  }
  for (const { timeMs, row } of moments) {
    if (timeMs === -Infinity) continue
    for (let i = levels.length - 1; i >= 0; i--) {
      const node = nodeAt(timeMs, levels[i] ?? 0)
      if (node !== nodes[i]) {
        close(i)
        nodes[i] = node
        begun[i] = 0
        ended[i] = 0
      }
      const counts = row === -1 ? ended : begun
      counts[i] = (counts[i] ?? 0) + 1
    }
  }
  levels.forEach((_, i) => close(i))
  return kinds
}

function momentsOf(moments: readonly Moment[]): LaneMoments {
  return {
    times: Float64Array.from(moments, ({ timeMs }) => timeMs),
    series: Uint32Array.from(moments, ({ series }) => series),
  }
}

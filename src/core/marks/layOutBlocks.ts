/**
 * How is a story laid out that has more events than anybody could look through?
 * By blocks of time, each for itself, when it comes into view:
 *
 *   bucket   ▁▂▅█▃   ● Title        ▂▁▃▂▅    ● Title       few events: each in a row; many: how many begin when,
 *   (128 px) [ 310 ]    ● Title     [ 61 ]      ● Title    and a box with their number
 *
 * Blocks and buckets are fixed stretches of a resolution that is a power of two: nothing changes its row or its box
 * while panning, and zooming in splits a bucket into its two halves. The work is bounded by the screen, not by the
 * story: counts come from whoever has them (timeLane.ts). A block whose counts are still on their way stands in the
 * wider buckets of a coarser resolution.
 */
import { anchorMs, type EventRow } from '../indexing/eventIndex.ts'
import type { DatedKind, TimeLane, TimeLanes } from '../indexing/timeLane.ts'
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { TimeWindow } from '../time/timeWindow.ts'
import type { CivilMs, DurationMs, Px } from '../time/units.ts'
import { assignRows } from './assignRows.ts'
import { BUCKET_PX } from './bucket.ts'
import { claimRow, reportEndPx } from './claimRow.ts'
import { buildBand } from './layOutLanes.ts'
import type { LaidCluster, LaidDensity, LaneBand, LaneLayout, LayoutInput } from './laneLayout.ts'
import type { LaneName } from './laneName.ts'
import { LABEL } from './metrics.ts'
import { placeDensities } from './placeDensities.ts'
import { placeUndatedRows } from './placeUndatedRows.ts'
import { ABOUT_PX } from './signPart.ts'

/** Buckets of a block. Labels are cut and long signs counted where a block ends, which is some screens apart. */
const BLOCK_BUCKETS = 32
/** Of a resolution, so much is laid out as one. */
export const BLOCK_PX: Px = BLOCK_BUCKETS * BUCKET_PX
/** Stretches of a bucket whose events are counted for the density. */
const BUCKET_BINS = 32
/** A bucket with more events than this many for each row of its lane draws none of them on its own. */
const EVENTS_PER_ROW = 2

/** Below the rows of a lane: a box of a cluster, and air. */
const CLUSTERS_PX: Px = 32
const UNDATED_CLUSTER_PX: Px = 40
/** Lines of undated events before the others are counted. */
const UNDATED_LINES = 1

const datedKinds = howKnownKinds.filter((kind): kind is DatedKind => kind !== 'undated')

interface LaidBlock {
  /** Events drawn on their own: their rows of the lane, and from when to when they take them. */
  readonly placed: ReadonlyMap<EventRow, PlacedClaim>
  readonly clusters: readonly LaidCluster[]
  readonly densities: readonly LaidDensity[]
}

interface PlacedClaim {
  readonly laneRow: number
  readonly startMs: CivilMs
  readonly endMs: CivilMs
  /** Where the next in its row, the next full bucket or the next block begins: its label ends before. */
  readonly limitMs: CivilMs
  /** Where the full bucket before it ends, or its block begins: its label begins after. */
  readonly fromMs: CivilMs
}

/** An event of a bucket that has few. */
interface Single {
  readonly row: EventRow
  readonly bucket: number
}

/** A bucket that has many, or several buckets of which only the sum is known. */
interface Full {
  readonly bucket: number
  readonly width: number
  readonly count: number
}

/** A lane with the events that have a date, and what its rows look like (see layOutLanes.ts). */
export interface DatedLane {
  readonly kind: LaneName
  readonly like: DatedKind
  readonly lane: TimeLane
  /** Events of the lane, whether they pass the filter or not. */
  readonly total: number
  readonly rowCount: number
}

/** The lane below them. */
export interface UndatedLane {
  readonly lane: TimeLanes['undated']
  readonly total: number
}

/** @param input whose resolution is a power of two */
export function layOutBlocks(input: LayoutInput, timeLanes: TimeLanes): LaneLayout {
  const dated = datedKinds.flatMap((kind): DatedLane[] => {
    const total = timeLanes.totals[kind]
    const rowCount = input.metrics.blockRows[kind]
    return total === 0 ? [] : [{ kind, like: kind, lane: timeLanes[kind], total, rowCount }]
  })
  const undated = { lane: timeLanes.undated, total: timeLanes.totals.undated }
  return layOutDated(input, dated, undated, (row) => [howKnownKinds[input.index.lane[row] ?? 0] ?? 'undated'])
}

/**
 * Any lanes, each laid out for itself.
 * @param lanesOf the lanes that an event is in, from top to bottom
 */
export function layOutDated(
  input: LayoutInput,
  dated: readonly DatedLane[],
  { lane: undatedLane, total: undatedTotal }: UndatedLane,
  lanesOf: (row: EventRow) => readonly LaneName[],
): LaneLayout {
  const lanes = stackLanes(input, dated, undatedLane, undatedTotal)
  const last = lanes[lanes.length - 1]
  const undated = placeUndatedRows(undatedLane.inOrder(), input, UNDATED_LINES)
  const blocks = new BlockLayouts(input)
  const claimIn = (row: EventRow, lane = lanesOf(row)[0]): PlacedClaim | undefined =>
    lane === undefined ? undefined : blocks.claimOf(row, lane)
  const densityIn: LaneLayout['densityIn'] = (window) =>
    dated.flatMap((lane) =>
      blocks
        .in(lane, window)
        .flatMap(({ densities }) => densities)
        .filter(
          ({ startMs, binMs }) => startMs < window.endMs && startMs + binMs * BUCKET_BINS > window.startMs,
        ),
    )
  return {
    lanes,
    heightPx: last === undefined ? 0 : last.topPx + last.heightPx,
    lanesOf: (row) =>
      lanesOf(row).filter((lane) => undated.has(row) || blocks.claimOf(row, lane) !== undefined),
    rowOf: (row, lane) => undated.get(row)?.line ?? claimIn(row, lane)?.laneRow ?? -1,
    limitMs: (row, lane) => claimIn(row, lane)?.limitMs ?? Infinity,
    fromMs: (row, lane) => claimIn(row, lane)?.fromMs ?? -Infinity,
    undatedX: (row) => undated.get(row)?.x ?? NaN,
    rowsIn: (window) =>
      [...new Set([...dated.flatMap((lane) => blocks.rowsIn(lane, window)), ...undated.keys()])].sort(
        (a, b) => a - b,
      ),
    clustersIn: (window) => [
      ...dated.flatMap((lane) => [
        ...earlierOnes(lane, window, input, blocks),
        ...blocks
          .in(lane, window)
          .flatMap(({ clusters }) => clusters)
          .filter((cluster) => cluster.endMs >= window.startMs && cluster.startMs <= window.endMs),
      ]),
      ...crowdedUndated(input, undatedLane, undated),
    ],
    densityIn,
    barsIn: (scale) => placeDensities({ lanes, densityIn }, scale),
  }
}

/** Their heights depend on the story alone, so that neither a filter nor a zoom moves a lane. */
function stackLanes(
  { metrics }: LayoutInput,
  dated: readonly DatedLane[],
  undatedLane: UndatedLane['lane'],
  undatedTotal: number,
): readonly LaneBand[] {
  const lanes: LaneBand[] = []
  let topPx = 0
  const add = (
    kind: LaneName,
    like: HowKnown,
    rowCount: number,
    belowPx: Px,
    [shownCount, total]: readonly [number, number],
  ): void => {
    const band = buildBand(kind, like, topPx, rowCount, false, metrics)
    const heightPx = band.heightPx + belowPx
    lanes.push({ ...band, shownCount, hiddenCount: total - shownCount, heightPx, clusterRow: rowCount })
    topPx += heightPx
  }
  for (const { kind, like, lane, total, rowCount } of dated)
    add(kind, like, rowCount, CLUSTERS_PX, [lane.length, total])
  if (undatedTotal > 0)
    add('undated', 'undated', UNDATED_LINES, UNDATED_CLUSTER_PX, [undatedLane.length, undatedTotal])
  return lanes
}

/** The blocks that were looked at, by lane. */
class BlockLayouts {
  readonly #input: LayoutInput
  readonly #bucketMs: DurationMs
  readonly #blockMs: DurationMs
  readonly #laid = new Map<string, LaidBlock>()

  constructor(input: LayoutInput) {
    this.#input = input
    this.#bucketMs = BUCKET_PX * input.resolution
    this.#blockMs = BLOCK_BUCKETS * this.#bucketMs
  }

  in(lane: DatedLane, window: TimeWindow): readonly LaidBlock[] {
    const blocks: LaidBlock[] = []
    const last = Math.floor(window.endMs / this.#blockMs)
    for (let block = Math.floor(window.startMs / this.#blockMs); block <= last; block++)
      blocks.push(this.#blockAt(lane, block))
    return blocks
  }

  rowsIn(lane: DatedLane, window: TimeWindow): readonly EventRow[] {
    return this.in(lane, window).flatMap(({ placed }) =>
      [...placed].flatMap(([row, claim]) =>
        claim.endMs >= window.startMs && claim.startMs <= window.endMs ? [row] : [],
      ),
    )
  }

  /** undefined: not drawn on its own, or its block was not looked at. */
  claimOf(row: EventRow, kind: LaneName): PlacedClaim | undefined {
    const block = Math.floor(anchorMs(this.#input.index, row) / this.#blockMs)
    return this.#laid.get(`${kind}-${block}`)?.placed.get(row)
  }

  #blockAt(lane: DatedLane, block: number): LaidBlock {
    const key = `${lane.kind}-${block}`
    const known = this.#laid.get(key)
    if (known !== undefined) return known
    const laid = this.#layOut(lane, block)
    this.#laid.set(key, laid)
    return laid
  }

  #layOut(dated: DatedLane, block: number): LaidBlock {
    const { lane, rowCount } = dated
    const width = this.#finestWidth(lane, block)
    if (width === null) return { placed: new Map(), clusters: [], densities: [] }
    const single: Single[] = []
    const full: Full[] = []
    const endBucket = (block + 1) * BLOCK_BUCKETS
    let before = lane.countBefore(block * this.#blockMs)
    for (let bucket = block * BLOCK_BUCKETS; bucket < endBucket; bucket += width) {
      const { startMs, endMs } = this.#bucketWindow(bucket, width)
      const after = lane.countBefore(endMs)
      const count = after - before
      before = after
      if (count === 0) continue
      const isFew = width === 1 && count <= rowCount * EVENTS_PER_ROW
      const rows = isFew ? lane.rowsIn(startMs, endMs, this.#binMs) : null
      if (rows === null) full.push({ bucket, width, count })
      else for (const row of rows) single.push({ row, bucket })
    }
    const { placed, left } = this.#assign(dated, single, full, endBucket * this.#bucketMs)
    return {
      placed,
      clusters: [
        ...full.map((range) => this.#fullCluster(dated, range)),
        ...this.#leftClusters(dated.kind, left),
      ].sort((a, b) => a.startMs - b.startMs),
      densities: full.map((range) => this.#density(dated, range)),
    }
  }

  /** How many buckets together have exact counts; null: nothing is known of the block yet. */
  #finestWidth(lane: TimeLane, block: number): number | null {
    for (let width = 1; width <= BLOCK_BUCKETS; width *= 2) {
      const isWanted = width === 1
      if (lane.isCounted(block * this.#blockMs, (block + 1) * this.#blockMs, width * this.#binMs, isWanted))
        return width
    }
    return null
  }

  get #binMs(): DurationMs {
    return this.#bucketMs / BUCKET_BINS
  }

  /**
   * Events of buckets with few of them, in rows. Those whose sign reaches into a full bucket or another block are left,
   * and with them those without a known start, which reach through all blocks before.
   */
  #assign(
    { like, rowCount }: DatedLane,
    single: readonly Single[],
    full: readonly Full[],
    blockEndMs: CivilMs,
  ): { readonly placed: LaidBlock['placed']; readonly left: readonly Single[] } {
    const { events, index, storyStartMs, resolution } = this.#input
    const toPx = (timeMs: CivilMs): Px => (timeMs - storyStartMs) / resolution
    const toMs = (px: Px): CivilMs => storyStartMs + px * resolution
    const limitOf = ({ bucket }: Single): CivilMs => {
      const next = full.find((candidate) => candidate.bucket > bucket)
      return next === undefined ? blockEndMs : this.#bucketWindow(next.bucket).startMs
    }
    const fromOf = ({ bucket }: Single): CivilMs => {
      const before = full.findLast((candidate) => candidate.bucket < bucket)
      return before === undefined
        ? blockEndMs - this.#blockMs
        : this.#bucketWindow(before.bucket, before.width).endMs
    }
    const claimed = single.flatMap((event) => {
      const claim = claimRow(event.row, this.#input)
      const limitMs = limitOf(event)
      const [startMs, endMs] = [index.startMs[event.row] ?? -Infinity, index.endMs[event.row] ?? Infinity]
      // The disc of a known day stands in its middle, and is clear of one that begins right after the limit. So does
      // the sign of "about", which may be wider than what it is of.
      const signEndPx =
        howKnownKinds[index.lane[event.row] ?? 0] === 'day'
          ? claim.anchorPx + LABEL.afterDiscPx
          : Math.max(
              toPx(endMs) + LABEL.gapPx,
              toPx((startMs + endMs) / 2) + ABOUT_PX,
              reportEndPx(events.at(event.row)?.reported?.date, toPx) + LABEL.gapPx,
            )
      const isInside = Number.isFinite(startMs) && toMs(signEndPx) <= limitMs
      return isInside ? [{ row: event.row, claim, limitMs, fromMs: fromOf(event) }] : []
    })
    const claims = claimed.map(({ claim }) => claim)
    const { rows, nextPx } = assignRows(claims, {
      gapPx: LABEL.gapPx,
      stairPx: like === 'day' ? LABEL.stairPx : 0,
      maxRows: rowCount,
    })
    const placed = new Map<EventRow, PlacedClaim>()
    claimed.forEach(({ row, claim, limitMs, fromMs }, i) => {
      const laneRow = rows[i] ?? null
      if (laneRow === null) return
      placed.set(row, {
        laneRow,
        startMs: toMs(claim.startPx),
        endMs: toMs(claim.endPx),
        limitMs: Math.min(limitMs, toMs(nextPx[i] ?? Infinity)),
        fromMs,
      })
    })
    return { placed, left: single.filter(({ row }) => !placed.has(row)) }
  }

  #fullCluster({ kind, lane }: DatedLane, { bucket, width, count }: Full): LaidCluster {
    const window = this.#bucketWindow(bucket, width)
    return {
      key: `${kind}-${bucket}`,
      lane: kind,
      count,
      ...lane.stretchOf(window.startMs, window.endMs, count),
      has: (row) => lane.hasIn(row, window.startMs, window.endMs),
      bucket: window,
      isEarlier: false,
    }
  }

  #leftClusters(kind: LaneName, left: readonly Single[]): readonly LaidCluster[] {
    const { index } = this.#input
    const byBucket = new Map<number, EventRow[]>()
    for (const { row, bucket } of left) {
      const rows = byBucket.get(bucket)
      if (rows === undefined) byBucket.set(bucket, [row])
      else rows.push(row)
    }
    return [...byBucket].map(([bucket, rows]) => {
      const firstRow = rows[0] ?? 0
      const lastRow = rows[rows.length - 1] ?? 0
      return {
        key: `${kind}-${bucket}`,
        lane: kind,
        count: rows.length,
        firstRow,
        lastRow,
        has: (row) => rows.includes(row),
        startMs: anchorMs(index, firstRow),
        endMs: anchorMs(index, lastRow),
        bucket: this.#bucketWindow(bucket),
        isEarlier: false,
      }
    })
  }

  #density({ kind, lane }: DatedLane, { bucket, width, count }: Full): LaidDensity {
    const { startMs } = this.#bucketWindow(bucket, width)
    const binMs = width * this.#binMs
    const counts: number[] = []
    const from = lane.countBefore(startMs)
    let before = from
    for (let bin = 1; bin <= BUCKET_BINS; bin++) {
      const after = bin === BUCKET_BINS ? from + count : lane.countBefore(startMs + bin * binMs)
      counts.push(after - before)
      before = after
    }
    return { lane: kind, startMs, binMs, counts }
  }

  #bucketWindow(bucket: number, width = 1): TimeWindow {
    return { startMs: bucket * this.#bucketMs, endMs: (bucket + width) * this.#bucketMs }
  }
}

/** Events that began before the window, go on in it and are not drawn on their own: their starts are out of view. */
function earlierOnes(
  dated: DatedLane,
  { startMs }: TimeWindow,
  { index }: LayoutInput,
  blocks: BlockLayouts,
): readonly LaidCluster[] {
  const { kind, lane } = dated
  const goesOn = (row: EventRow): boolean =>
    anchorMs(index, row) < startMs && (index.endMs[row] ?? NaN) > startMs
  const drawn = new Set(blocks.rowsIn(dated, { startMs, endMs: startMs }).filter(goesOn))
  const count = lane.countGoingOn(startMs) - drawn.size
  if (count <= 0) return []
  const isCounted = (row: EventRow): boolean => goesOn(row) && !drawn.has(row)
  const row = lane.rowGoingOn(startMs, isCounted)
  return [
    {
      key: `${kind}-earlier`,
      lane: kind,
      count,
      firstRow: row,
      lastRow: row,
      has: (other) => isCounted(other) && lane.hasIn(other, -Infinity, startMs),
      startMs,
      endMs: startMs,
      bucket: { startMs, endMs: startMs },
      isEarlier: true,
    },
  ]
}

function crowdedUndated(
  input: LayoutInput,
  lane: TimeLanes['undated'],
  undated: ReadonlyMap<EventRow, unknown>,
): readonly LaidCluster[] {
  const count = lane.length - undated.size
  if (count === 0) return []
  const firstRow = lane.rowAt(undated.size)
  return [
    {
      key: 'undated-0',
      lane: 'undated',
      count,
      firstRow,
      lastRow: lane.last,
      has: (row) => row >= firstRow && lane.has(row),
      startMs: input.storyStartMs,
      endMs: input.storyStartMs,
      bucket: null,
      isEarlier: false,
    },
  ]
}

/**
 * Which lanes are there, how high are they, and in which row of its lane stands each event?
 * Depends on the story, the filter, the width and the resolution; never on the pan. Every event is looked at: for
 * stories, or what a filter leaves of them, that a reader can take in as a whole. Larger ones: layOutBlocks.ts.
 */
import { anchorMs, type EventRow } from '../indexing/eventIndex.ts'
import { MATCH } from '../indexing/matchDate.ts'
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { CivilMs, Px } from '../time/units.ts'
import { assignRows, type AssignedRows } from './assignRows.ts'
import { BUCKET_PX } from './bucket.ts'
import { claimRow } from './claimRow.ts'
import type { LaidCluster, LaneBand, LaneLayout, LayoutInput, WholeInput } from './laneLayout.ts'
import type { LaneName } from './laneName.ts'
import { daySignPx, LABEL, type LayoutMetrics } from './metrics.ts'
import { placeUndatedRows } from './placeUndatedRows.ts'

/** Rows of each lane, by anchor. */
export type LaneRows = Readonly<Record<HowKnown, { readonly byAnchor: Uint32Array }>>

/** What is laid out. */
export interface LanesToLay {
  /** Events that keep their places under a filter; at least those shown. */
  readonly all: LaneRows
  readonly shown: LaneRows
  /** Events of each lane, whether they are laid out or not. */
  readonly totals: Readonly<Record<HowKnown, number>>
}

export function layOutLanes(input: LayoutInput, { all, shown, totals }: LanesToLay): LaneLayout {
  return layOutEach(
    input,
    howKnownKinds.flatMap((kind): LaneToLay[] =>
      totals[kind] === 0
        ? []
        : [
            {
              kind,
              like: kind,
              all: all[kind].byAnchor,
              shown: shown[kind].byAnchor,
              total: totals[kind],
            },
          ],
    ),
  )
}

/** One lane and what is to stand in it. */
export interface LaneToLay {
  readonly kind: LaneName
  /** What its rows look like: of days one line each, of others a label above its sign. */
  readonly like: HowKnown
  /** Rows, as LanesToLay has them. */
  readonly all: Uint32Array
  readonly shown: Uint32Array
  readonly total: number
}

/** What becomes of a lane once it is known who stands in which of its rows. */
export type FinishBand = (
  band: Omit<LaneBand, 'shownCount' | 'hiddenCount'>,
  rowInLane: ReadonlyMap<EventRow, number>,
) => Omit<LaneBand, 'shownCount' | 'hiddenCount'>

/** Lanes under one another, each for itself. An event may stand in several. */
export function layOutEach(
  input: LayoutInput,
  toLay: readonly LaneToLay[],
  finish: FinishBand = (band) => band,
): LaneLayout {
  const rowsByLane = new Map<LaneName, Map<EventRow, number>>()
  const limits = new Map<string, CivilMs>()
  const undatedX = new Map<EventRow, Px>()
  const clusters: LaidCluster[] = []
  const lanes: LaneBand[] = []
  let topPx = 0
  for (const { kind, like, all, shown, total } of toLay) {
    const rowInLane = new Map<EventRow, number>()
    rowsByLane.set(kind, rowInLane)
    const rowCount =
      kind === 'undated'
        ? fillUndated(shown, input, rowInLane, undatedX)
        : fillDated(like, all.length > MAX_WHOLE ? shown : all, input, rowInLane, (row, limitMs) =>
            limits.set(`${row} ${kind}`, limitMs),
          )
    const crowded = Array.from(shown.filter((row) => !rowInLane.has(row))).sort(ascending)
    clusters.push(...gatherClusters(kind, crowded, input))
    const lane = finish(buildBand(kind, like, topPx, rowCount, crowded.length > 0, input.metrics), rowInLane)
    lanes.push({ ...lane, shownCount: shown.length, hiddenCount: total - shown.length })
    topPx += lane.heightPx
  }
  const rows = [...new Set([...rowsByLane.values()].flatMap((inLane) => [...inLane.keys()]))].sort(ascending)
  const lanesOf = (row: EventRow): readonly LaneName[] =>
    [...rowsByLane].flatMap(([kind, inLane]) => (inLane.has(row) ? [kind] : []))
  return {
    lanes,
    heightPx: topPx,
    lanesOf,
    rowOf: (row, lane = lanesOf(row)[0]) =>
      (lane === undefined ? undefined : rowsByLane.get(lane)?.get(row)) ?? -1,
    limitMs: (row, lane = lanesOf(row)[0]) => limits.get(`${row} ${lane}`) ?? Infinity,
    fromMs: () => -Infinity,
    undatedX: (row) => undatedX.get(row) ?? NaN,
    rowsIn: () => rows,
    clustersIn: ({ startMs, endMs }) =>
      clusters.filter(
        (cluster) => cluster.bucket === null || (cluster.endMs >= startMs && cluster.startMs <= endMs),
      ),
    densityIn: () => [],
    barsIn: () => [],
  }
}

const ascending = (a: number, b: number): number => a - b

/** A lane with so many rows, and one more where there are clusters. */
export function buildBand(
  kind: LaneName,
  like: HowKnown,
  topPx: Px,
  rowCount: number,
  hasClusters: boolean,
  metrics: LayoutMetrics,
): Omit<LaneBand, 'shownCount' | 'hiddenCount'> {
  const [rowPx, signPx] =
    like === 'day'
      ? [metrics.dayRowPx, daySignPx(metrics)]
      : like === 'undated'
        ? [metrics.undatedRowPx, 16]
        : [metrics.rangeRowPx, metrics.rangeRowPx - 8]
  const rows = Math.max(1, rowCount) + (hasClusters ? 1 : 0)
  const paddingPx = like === 'undated' ? 2 : metrics.lanePaddingPx
  const contentPx = metrics.headingPx + rows * rowPx + 2 * paddingPx
  return {
    kind,
    topPx,
    rowPx,
    signPx,
    heightPx: Math.max(contentPx, metrics.minLanePx),
    rowsTopPx: topPx + metrics.headingPx + paddingPx,
    clusterRow: hasClusters ? Math.max(1, rowCount) : null,
  }
}

/**
 * Rows in use; fills in who stands in which, and tells where the next in it begins. Hidden events keep their place while
 * all fit, so that a filter moves nothing; else they give way.
 * @param of all events of the lane, or of very many those shown: the others would not fit, and each be looked at
 */
function fillDated(
  like: HowKnown,
  of: Uint32Array,
  input: LayoutInput,
  rowInLane: Map<EventRow, number>,
  limit: (row: EventRow, limitMs: CivilMs) => void,
): number {
  const rules = {
    gapPx: LABEL.gapPx,
    stairPx: like === 'day' ? LABEL.stairPx : 0,
    maxRows: input.metrics.maxRows,
  }
  const assign = (rows: readonly EventRow[]): AssignedRows =>
    assignRows(
      rows.map((row) => claimRow(row, input)),
      rules,
    )
  const isShown = (row: EventRow): boolean => input.matches[row] !== MATCH.none
  let rows = Array.from(of).sort(ascending)
  let assigned = assign(rows)
  if (assigned.rows.includes(null) && !rows.every(isShown)) {
    rows = rows.filter(isShown)
    assigned = assign(rows)
  }
  let count = 0
  rows.forEach((row, i) => {
    const laneRow = assigned.rows[i] ?? null
    if (laneRow === null) return
    rowInLane.set(row, laneRow)
    limit(row, input.storyStartMs + (assigned.nextPx[i] ?? Infinity) * input.resolution)
    count = Math.max(count, laneRow + 1)
  })
  return count
}

/** Most events that are laid out one by one. */
export const MAX_WHOLE = 300

function fillUndated(
  shown: Uint32Array,
  input: LayoutInput,
  rowInLane: Map<EventRow, number>,
  undatedX: Map<EventRow, Px>,
): number {
  let lines = 0
  for (const [row, { line, x }] of placeUndatedRows(shown, input, input.metrics.maxRows)) {
    rowInLane.set(row, line)
    undatedX.set(row, x)
    lines = line + 1
  }
  return lines
}

/** @param crowded rows in reading order */
function gatherClusters(
  kind: LaneName,
  crowded: readonly EventRow[],
  input: LayoutInput,
): readonly LaidCluster[] {
  const bucketMs = BUCKET_PX * input.resolution
  const buckets = new Map<number, EventRow[]>()
  for (const row of crowded) {
    const bucket = kind === 'undated' ? 0 : Math.floor(standsAt(row, input) / bucketMs)
    const rows = buckets.get(bucket)
    if (rows === undefined) buckets.set(bucket, [row])
    else rows.push(row)
  }
  return [...buckets]
    .sort(([a], [b]) => a - b)
    .map(([bucket, rows]) => {
      const anchors = rows.map((row) => standsAt(row, input))
      return {
        key: `${kind}-${bucket}`,
        lane: kind,
        count: rows.length,
        firstRow: rows[0] ?? 0,
        lastRow: rows[rows.length - 1] ?? 0,
        has: (row) => rows.includes(row),
        // Not spread: one box may count more events than a call takes arguments.
        startMs: anchors.reduce((a, b) => Math.min(a, b)),
        endMs: anchors.reduce((a, b) => Math.max(a, b)),
        bucket: kind === 'undated' ? null : { startMs: bucket * bucketMs, endMs: (bucket + 1) * bucketMs },
        isEarlier: false,
      }
    })
}

/** Its anchor; the story's start where it has none. */
function standsAt(row: EventRow, input: LayoutInput): number {
  const timeMs = anchorMs(input.index, row)
  return Number.isFinite(timeMs) ? timeMs : input.storyStartMs
}

/** Of a story whose rows are all at hand. */
export function lanesOf({ index, shownLanes }: Pick<WholeInput, 'index' | 'shownLanes'>): LanesToLay {
  const { day, lasted, doubt, undated } = index.lanes
  const totals = {
    day: day.byAnchor.length,
    lasted: lasted.byAnchor.length,
    doubt: doubt.byAnchor.length,
    undated: undated.byAnchor.length,
  }
  return { all: index.lanes, shown: shownLanes, totals }
}

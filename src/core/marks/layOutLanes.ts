/**
 * Which lanes are there, how high are they, and in which row of its lane stands each event?
 * Depends on the story, the filter, the width and the resolution; never on the pan. Every event is looked at: for
 * stories, or what a filter leaves of them, that a reader can take in as a whole. Larger ones: layOutBlocks.ts.
 */
import { anchorMs, type EventRow } from '../indexing/eventIndex.ts'
import { MATCH } from '../indexing/matchDate.ts'
import { howKnownKinds, type HowKnown } from '../time/howKnown.ts'
import type { Px } from '../time/units.ts'
import { assignRows } from './assignRows.ts'
import { BUCKET_PX } from './bucket.ts'
import { claimRow } from './claimRow.ts'
import type { LaidCluster, LaneBand, LaneLayout, LayoutInput, WholeInput } from './laneLayout.ts'
import { LABEL, type LayoutMetrics } from './metrics.ts'
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

export function layOutLanes(
  input: LayoutInput,
  { all: allRows, shown: shownRows, totals }: LanesToLay,
): LaneLayout {
  const rowInLane = new Map<EventRow, number>()
  const undatedX = new Map<EventRow, Px>()
  const clusters: LaidCluster[] = []
  const lanes: LaneBand[] = []
  let topPx = 0
  for (const kind of howKnownKinds) {
    const all = allRows[kind].byAnchor
    if (totals[kind] === 0) continue
    const shown = shownRows[kind].byAnchor
    const rowCount =
      kind === 'undated'
        ? fillUndated(shown, input, rowInLane, undatedX)
        : fillDated(kind, all.length > MAX_WHOLE ? shown : all, input, rowInLane)
    const crowded = Array.from(shown.filter((row) => !rowInLane.has(row))).sort(ascending)
    clusters.push(...gatherClusters(kind, crowded, input))
    const lane = buildBand(kind, topPx, rowCount, crowded.length > 0, input.metrics)
    lanes.push({ ...lane, shownCount: shown.length, hiddenCount: totals[kind] - shown.length })
    topPx += lane.heightPx
  }
  const rows = [...rowInLane.keys()].sort(ascending)
  return {
    lanes,
    heightPx: topPx,
    rowOf: (row) => rowInLane.get(row) ?? -1,
    limitMs: () => Infinity,
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
  kind: HowKnown,
  topPx: Px,
  rowCount: number,
  hasClusters: boolean,
  metrics: LayoutMetrics,
): Omit<LaneBand, 'shownCount' | 'hiddenCount'> {
  const rowPx =
    kind === 'day' ? metrics.dayRowPx : kind === 'undated' ? metrics.undatedRowPx : metrics.rangeRowPx
  const rows = Math.max(1, rowCount) + (hasClusters ? 1 : 0)
  const paddingPx = kind === 'undated' ? 2 : metrics.lanePaddingPx
  const contentPx = metrics.headingPx + rows * rowPx + 2 * paddingPx
  return {
    kind,
    topPx,
    rowPx,
    heightPx: Math.max(contentPx, metrics.minLanePx),
    rowsTopPx: topPx + metrics.headingPx + paddingPx,
    clusterRow: hasClusters ? Math.max(1, rowCount) : null,
  }
}

/**
 * Rows in use. Hidden events keep their place while all fit, so that a filter moves nothing; else they give way.
 * @param of all events of the lane, or of very many those shown: the others would not fit, and each be looked at
 */
function fillDated(
  kind: HowKnown,
  of: Uint32Array,
  input: LayoutInput,
  rowInLane: Map<EventRow, number>,
): number {
  const rules = {
    gapPx: LABEL.gapPx,
    stairPx: kind === 'day' ? LABEL.stairPx : 0,
    maxRows: input.metrics.maxRows,
  }
  const assign = (rows: readonly EventRow[]): readonly (number | null)[] =>
    assignRows(
      rows.map((row) => claimRow(kind, row, input)),
      rules,
    )
  const isShown = (row: EventRow): boolean => input.matches[row] !== MATCH.none
  let rows = Array.from(of).sort(ascending)
  let assigned = assign(rows)
  if (assigned.includes(null) && !rows.every(isShown)) {
    rows = rows.filter(isShown)
    assigned = assign(rows)
  }
  let count = 0
  rows.forEach((row, i) => {
    const laneRow = assigned[i] ?? null
    if (laneRow === null) return
    rowInLane.set(row, laneRow)
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
  kind: HowKnown,
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

/**
 * How are events laid out in lanes of actors? As in lanes by how well their dates are known, of which each actor has one:
 * few events one by one (layOutLanes.ts), more of them in blocks of time (layOutBlocks.ts). Every kind of date stands
 * in the same rows there, its label where it always is, and all signs of a row on one line.
 *
 *   Jane Doe     ● 7 Apr ✓ Title     “ Title
 *                                    [ · · · · · · · ]──────▯
 *
 * Undated events keep their one lane at the foot: what has no time has no place beside others.
 */
import type { ActorLane, ActorLanes, LaneOwner } from '../indexing/actorLanes.ts'
import type { CountedActorLanes } from '../indexing/countedActors.ts'
import type { EventIndex, EventRow, RowColumns } from '../indexing/eventIndex.ts'
import { RowLane, rowLanes } from '../indexing/rowLanes.ts'
import { howKnownKinds } from '../time/howKnown.ts'
import { powerOfTwoAbove } from '../time/resolution.ts'
import type { LaneName } from './laneName.ts'
import type { LaneLayout, LaneLine, LayoutInput, WholeInput } from './laneLayout.ts'
import { layOutDated, type UndatedLane } from './layOutBlocks.ts'
import { layOutEach, MAX_WHOLE, type FinishBand, type LaneToLay } from './layOutLanes.ts'
import { isLabelAbove, type LayoutMetrics } from './metrics.ts'

/** Where lanes are many they are low: three labels over one another, then boxes that count. */
const FEW_ROWS = 3
/** So few marks in all lanes together are drawn one by one, however high their lanes become. */
const MAX_MARKS = 200
const MANY_ROWS = 24
const PADDING_PX = 4
/** Two lines in the gutter: a name and a number. */
const MIN_LANE_PX = 42

/** @param shownCount events that pass the filter */
export function layOutActors(whole: WholeInput, actors: ActorLanes, shownCount: number): LaneLayout {
  const marks = actors.lanes.reduce((sum, { shown }) => sum + shown.byAnchor.length, 0)
  const input = { ...whole, metrics: metricsOf(whole.metrics, marks) }
  const { index, matches, shownLanes } = input
  if (shownCount <= MAX_WHOLE) {
    const undated = { all: index.lanes.undated.byAnchor, shown: shownLanes.undated.byAnchor }
    const isUndated = undated.all.length > 0
    // Without those that are filtered out: lanes vanish with them, so that their places would hold nothing still.
    const toLay = actors.lanes.map(({ owner, shown: { byAnchor }, total }): LaneToLay => {
      return { kind: laneNameOf(owner), like: 'doubt', all: byAnchor, shown: byAnchor, total }
    })
    if (isUndated) toLay.push({ kind: 'undated', like: 'undated', ...undated, total: undated.all.length })
    return withOwnStops(layOutEach(input, toLay, (band, rows) => lowerRowsOfDays(band, rows, input)))
  }
  const dated = actors.lanes.map((lane) => ({
    kind: laneNameOf(lane.owner),
    like: isOfDays(lane.shown.byAnchor, index) ? ('day' as const) : ('doubt' as const),
    lane: new RowLane(index, lane.shown, lane.has),
    total: lane.total,
    rowCount: whole.metrics.blockRows.doubt > 2 ? 2 : 1,
  }))
  const { undated, totals } = rowLanes(index, matches, shownLanes)
  const lanesOf = (row: number): readonly LaneName[] =>
    howKnownKinds[index.lane[row] ?? 0] === 'undated' ? ['undated'] : actors.ownersOf(row).map(laneNameOf)
  const resolution = powerOfTwoAbove(input.resolution)
  return withOwnStops(
    layOutDated({ ...input, resolution }, dated, { lane: undated, total: totals.undated }, lanesOf),
  )
}

/** The same of a story whose rows are not all at hand. @param undated the lane below them, and what is in it */
export function layOutCountedActors(
  input: LayoutInput,
  { lanes, ownersOf }: CountedActorLanes,
  undated: UndatedLane & { readonly few: Uint32Array | null },
): LaneLayout {
  const marks = lanes.reduce((sum, { lane }) => sum + lane.length, 0)
  const metrics = metricsOf(input.metrics, marks)
  if (undated.few !== null) {
    const toLay = lanes.map(({ owner, few, total }): LaneToLay => {
      const rows = few ?? new Uint32Array(0)
      return { kind: laneNameOf(owner), like: 'doubt', all: rows, shown: rows, total }
    })
    const { few: rows, total } = undated
    if (total > 0) toLay.push({ kind: 'undated', like: 'undated', all: rows, shown: rows, total })
    return withOwnStops(
      layOutEach({ ...input, metrics }, toLay, (band, inLane) =>
        lowerRowsOfDays(band, inLane, { index: input.index, metrics }),
      ),
    )
  }
  const dated = lanes.map(({ owner, lane, total, isOfDays }) => ({
    kind: laneNameOf(owner),
    like: isOfDays ? ('day' as const) : ('doubt' as const),
    lane,
    total,
    rowCount: input.metrics.blockRows.doubt > 2 ? 2 : 1,
  }))
  const lanesOf = (row: EventRow): readonly LaneName[] =>
    undated.lane.has(row) ? ['undated'] : ownersOf(row).map(laneNameOf)
  const resolution = powerOfTwoAbove(input.resolution)
  return withOwnStops(layOutDated({ ...input, metrics, resolution }, dated, undated, lanesOf))
}

export function laneNameOf(owner: ActorLane['owner']): LaneName {
  return `actor-${owner}`
}

/** Whose lane it is; null: the undated one. */
export function ownerOf(lane: LaneName): LaneOwner | null {
  if (!lane.startsWith('actor-')) return null
  const owner = lane.slice('actor-'.length)
  return owner === 'others' || owner === 'nobody' ? owner : Number(owner)
}

function metricsOf(metrics: LayoutMetrics, marks: number): LayoutMetrics {
  const minLanePx = metrics.heading === 'side' ? MIN_LANE_PX : 0
  const maxRows = marks <= MAX_MARKS ? MANY_ROWS : FEW_ROWS
  return { ...metrics, maxRows, lanePaddingPx: PADDING_PX, minLanePx }
}

/** A row in which all are known days needs no line for labels above signs. */
function lowerRowsOfDays(
  band: Parameters<FinishBand>[0],
  rowInLane: ReadonlyMap<EventRow, number>,
  { index, metrics }: Pick<LayoutInput, 'index' | 'metrics'>,
): ReturnType<FinishBand> {
  if (band.kind === 'undated') return band
  const rowCount = Math.max(0, ...rowInLane.values()) + 1
  const hasRange = Array.from({ length: rowCount }, () => false)
  for (const [row, line] of rowInLane) if (!isDay(row, index) || isLabelAbove(metrics)) hasRange[line] = true
  if (band.clusterRow !== null) hasRange[band.clusterRow] = true
  const lines: LaneLine[] = []
  let topPx = 0
  for (const isOfRanges of hasRange) {
    const heightPx = isOfRanges ? band.rowPx : metrics.dayRowPx
    const signPx = isOfRanges ? band.signPx : Math.floor(heightPx / 2)
    lines.push({ topPx, heightPx, signPx })
    topPx += heightPx
  }
  const contentPx = band.rowsTopPx - band.topPx + topPx + metrics.lanePaddingPx
  return { ...band, lines, heightPx: Math.max(metrics.minLanePx, contentPx) }
}

function isDay(row: EventRow, index: RowColumns): boolean {
  return howKnownKinds[index.lane[row] ?? 0] === 'day'
}

function isOfDays(rows: Uint32Array, index: EventIndex): boolean {
  return rows.every((row) => isDay(row, index))
}

/**
 * An event may be the first of several boxes, or of one and drawn beside another. Each box stands a little before its
 * first event, in the order of lanes, so that a row names one button.
 */
function withOwnStops(layout: LaneLayout): LaneLayout {
  const places = new Map(layout.lanes.map(({ kind }, i) => [kind, (i + 1) / 64]))
  return {
    ...layout,
    clustersIn: (window) =>
      layout.clustersIn(window).map((cluster) => {
        if (cluster.lane === 'undated') return cluster
        const firstRow = cluster.firstRow - 1 + (places.get(cluster.lane) ?? 0)
        return { ...cluster, firstRow, has: (row) => row === firstRow || cluster.has(row) }
      }),
  }
}

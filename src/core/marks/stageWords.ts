/**
 * Which words stand on a stage, and on what ground? For whoever paints them; on the page the same are Axis, RootNote and
 * MarkButtons. The undated lane is left out: it keeps to the window's edges, so that nothing in it ever moves.
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import type { StandingKind } from '../story/story.ts'
import type { AxisTicks } from '../time/axisTicks.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { wordsOfAxis } from './axisWords.ts'
import { isAtEdge } from './drawShapes.ts'
import type { LaneBand } from './laneLayout.ts'
import type { Box, PlacedCluster, PlacedLabel, PlacedRoot } from './placedMark.ts'
import { shiftOfCluster, shiftOfMark, shiftOfPeriod } from './shiftOf.ts'
import type { StageShift } from './stageShift.ts'
import type { StyledMark } from './styleMarks.ts'

/** All places are px of the stage as it was laid out, y from its top. Plain data, which can be handed to a worker. */
export interface StageWords {
  /** Where lanes begin, each but the first with a line. */
  readonly laneTops: readonly Px[]
  /** Bands of what is selected. */
  readonly washes: readonly { readonly y: Px; readonly height: Px }[]
  readonly names: readonly AxisName[]
  readonly notes: readonly StageNote[]
  /** In reading order, back to front. */
  readonly items: readonly StageItem[]
}

export interface AxisName {
  readonly of: 'period' | 'part'
  readonly x: Px
  readonly text: string
  readonly shift: StageShift
}

export interface StageNote {
  readonly x: Px
  readonly y: Px
  readonly maxPx: Px
  readonly lead: string
  readonly rest: string
  readonly shift: StageShift
}

export type StageItem =
  | {
      readonly kind: 'label'
      readonly shift: StageShift
      readonly x: Px
      /** Middle of its line. */
      readonly y: Px
      readonly maxPx: Px
      readonly isAbove: boolean
      readonly isSelected: boolean
      readonly isPossible: boolean
      /** Empty: it has none. */
      readonly date: string
      readonly standing: StandingKind
      readonly title: string
    }
  | {
      readonly kind: 'count'
      readonly shift: StageShift
      readonly box: Box
      readonly isAtEdge: boolean
      readonly text: string
    }
  /** Around what has the focus. */
  | { readonly kind: 'ring'; readonly shift: StageShift; readonly box: Box }

export interface StageToWord {
  readonly marks: readonly StyledMark[]
  readonly clusters: readonly PlacedCluster[]
  readonly roots: readonly PlacedRoot[]
  readonly ticks: AxisTicks
  readonly lanes: readonly Pick<LaneBand, 'kind' | 'topPx'>[]
  readonly scale: TimeScale
  /** Height of the axis, over the lanes. */
  readonly axisPx: Px
}

/** What is written of each. */
export interface Wording {
  readonly ofMark: (
    row: EventRow,
    form: PlacedLabel['form'],
  ) => { readonly date: string; readonly standing: StandingKind; readonly title: string }
  readonly ofCount: (count: number) => string
  readonly ofRoot: (root: PlacedRoot) => { readonly lead: string; readonly rest: string }
}

/** @param focused row whose ring is seen; null: none is */
export function wordStage(stage: StageToWord, wording: Wording, focused: EventRow | null): StageWords {
  const { marks, ticks, lanes, axisPx } = stage
  const down = (box: Box): Box => ({ ...box, y: axisPx + box.y })
  return {
    laneTops: lanes.filter(({ kind }) => kind !== 'undated').map(({ topPx }) => axisPx + topPx),
    washes: marks.flatMap(({ isSelected, isGhost, lane, band }) =>
      isSelected && !isGhost && lane !== 'undated' ? [{ y: axisPx + band.y, height: band.height }] : [],
    ),
    names: nameAxis(ticks, stage.scale),
    notes: stage.roots.flatMap((root) => {
      if (root.note === null) return []
      const { x, y, maxPx } = root.note
      const shift: StageShift = { kind: 'time', x: root.x }
      return [{ x, y: axisPx + y, maxPx, ...wording.ofRoot(root), shift }]
    }),
    items: [...itemsOfMarks(stage, wording, focused, down), ...itemsOfClusters(stage, wording, focused, down)]
      .sort((a, b) => a.row - b.row)
      .map(({ item }) => item),
  }
}

function nameAxis(ticks: AxisTicks, { rightPx }: TimeScale): readonly AxisName[] {
  const { major, minor } = wordsOfAxis(ticks, rightPx)
  return [
    ...minor.map(({ x, label }): AxisName => ({ of: 'part', x, text: label, shift: { kind: 'time', x } })),
    ...major.map(({ x, label }): AxisName => ({
      of: 'period',
      x,
      text: label,
      shift: shiftOfPeriod(x, label, ticks),
    })),
  ]
}

interface RowItem {
  readonly row: EventRow
  readonly item: StageItem
}

function itemsOfMarks(
  { marks, scale, axisPx }: StageToWord,
  { ofMark }: Wording,
  focused: EventRow | null,
  down: (box: Box) => Box,
): readonly RowItem[] {
  return marks.flatMap((mark) => {
    const { row, lane, label, isSelected, isPossible, isGhost } = mark
    if (lane === 'undated' || isGhost) return []
    const shift = shiftOfMark(mark, scale)
    const ring: readonly RowItem[] =
      row === focused ? [{ row, item: { kind: 'ring', shift, box: down(mark.box) } }] : []
    if (label === null) return ring
    const item: StageItem = {
      kind: 'label',
      shift,
      x: label.x,
      y: axisPx + label.y,
      maxPx: label.maxPx,
      isAbove: label.side === 'above',
      isSelected,
      isPossible,
      ...ofMark(row, label.form),
    }
    return [{ row, item }, ...ring]
  })
}

function itemsOfClusters(
  { clusters, scale }: StageToWord,
  { ofCount }: Wording,
  focused: EventRow | null,
  down: (box: Box) => Box,
): readonly RowItem[] {
  return clusters.flatMap((cluster) => {
    const { firstRow: row, lane, count } = cluster
    if (lane === 'undated') return []
    const shift = shiftOfCluster(cluster, scale)
    const box = down(cluster.box)
    const item: StageItem = { kind: 'count', shift, box, isAtEdge: isAtEdge(cluster), text: ofCount(count) }
    return [{ row, item }, ...(row === focused ? [{ row, item: { kind: 'ring', shift, box } as const }] : [])]
  })
}

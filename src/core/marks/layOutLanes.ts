/**
 * Which lanes are there, how high are they, and in which row of its lane stands each event?
 * Depends on the story, the filter, the width and the resolution; never on the pan.
 */
import type { EventIndex, EventRow } from '../indexing/eventIndex.ts'
import type { Matches } from '../indexing/findMatches.ts'
import { MATCH } from '../indexing/matchDate.ts'
import type { Story } from '../story/story.ts'
import type { FuzzyDate } from '../time/fuzzyDate.ts'
import type { CivilMs, DurationMs, Px } from '../time/units.ts'
import { assignRows, type RowClaim } from './assignRows.ts'
import { labelWidthPx, type EventLabel } from './eventLabel.ts'
import { howKnownKinds, howKnown, type HowKnown } from '../time/howKnown.ts'
import { LABEL, type LayoutMetrics } from './metrics.ts'
import { PIECES_PX } from './signPart.ts'

export interface LaneBand {
  readonly kind: HowKnown
  readonly topPx: Px
  readonly heightPx: Px
  /** y of the first row's top edge. */
  readonly rowsTopPx: Px
  readonly rowPx: Px
  /** Events that pass the filter, and those that do not. */
  readonly shownCount: number
  readonly hiddenCount: number
  /** Events for which the lane has no row; they are drawn as clusters. */
  readonly crowdedRows: readonly EventRow[]
  /** Row of the lane in which clusters stand; null without any. */
  readonly clusterRow: number | null
}

export interface LaneLayout {
  readonly lanes: readonly LaneBand[]
  readonly heightPx: Px
  /** [n] row within its lane; -1: the event is not drawn on its own. */
  readonly rowInLane: Int16Array
  /** [n] for undated events, x of the item; NaN for others. */
  readonly undatedX: Float64Array
}

export interface LayoutInput {
  readonly story: Story
  readonly index: EventIndex
  readonly matches: Matches
  readonly labels: readonly EventLabel[]
  readonly resolution: DurationMs
  readonly widthPx: Px
  readonly metrics: LayoutMetrics
  /** Where labels of ranges without a start stand: the first moment the story knows. */
  readonly storyStartMs: CivilMs
  /** Reports from which the line of a root runs down. */
  readonly rootRows: ReadonlySet<EventRow>
}

export function layOutLanes(input: LayoutInput): LaneLayout {
  const rowInLane = new Int16Array(input.index.rowCount).fill(-1)
  const undatedX = new Float64Array(input.index.rowCount).fill(NaN)
  const rowsOfLane = new Map<HowKnown, EventRow[]>(howKnownKinds.map((kind) => [kind, []]))
  input.story.events.forEach((event, row) => rowsOfLane.get(howKnown(event.when?.date ?? null))?.push(row))

  const lanes: LaneBand[] = []
  let topPx = 0
  for (const kind of howKnownKinds) {
    const all = rowsOfLane.get(kind) ?? []
    if (all.length === 0) continue
    const shown = all.filter((row) => input.matches[row] !== MATCH.none)
    const rowCount =
      kind === 'undated'
        ? fillUndated(shown, input, rowInLane, undatedX)
        : fillDated(kind, all, shown, input, rowInLane)
    const crowdedRows = shown.filter((row) => rowInLane[row] === -1)
    const lane = buildBand(kind, topPx, rowCount, crowdedRows, input.metrics)
    lanes.push({ ...lane, shownCount: shown.length, hiddenCount: all.length - shown.length })
    topPx += lane.heightPx
  }
  return { lanes, heightPx: topPx, rowInLane, undatedX }
}

function buildBand(
  kind: HowKnown,
  topPx: Px,
  rowCount: number,
  crowdedRows: readonly EventRow[],
  metrics: LayoutMetrics,
): Omit<LaneBand, 'shownCount' | 'hiddenCount'> {
  const rowPx =
    kind === 'day' ? metrics.dayRowPx : kind === 'undated' ? metrics.undatedRowPx : metrics.rangeRowPx
  const rows = Math.max(1, rowCount) + (crowdedRows.length > 0 ? 1 : 0)
  const paddingPx = kind === 'undated' ? 2 : metrics.lanePaddingPx
  const contentPx = metrics.headingPx + rows * rowPx + 2 * paddingPx
  return {
    kind,
    topPx,
    rowPx,
    heightPx: Math.max(contentPx, metrics.minLanePx),
    rowsTopPx: topPx + metrics.headingPx + paddingPx,
    crowdedRows,
    clusterRow: crowdedRows.length > 0 ? Math.max(1, rowCount) : null,
  }
}

/** Rows in use. Hidden events keep their place while all fit, so that a filter moves nothing; else they give way. */
function fillDated(
  kind: HowKnown,
  all: readonly EventRow[],
  shown: readonly EventRow[],
  input: LayoutInput,
  rowInLane: Int16Array,
): number {
  const rules = {
    gapPx: LABEL.gapPx,
    stairPx: kind === 'day' ? LABEL.stairPx : 0,
    maxRows: input.metrics.maxRows,
  }
  const assign = (rows: readonly EventRow[]): readonly (number | null)[] =>
    assignRows(
      rows.map((row) => claimOf(kind, row, input)),
      rules,
    )
  let rows = all
  let assigned = assign(all)
  if (assigned.includes(null)) {
    rows = shown
    assigned = assign(shown)
  }
  rows.forEach((row, i) => (rowInLane[row] = assigned[i] ?? -1))
  return assigned.reduce<number>((most, row) => Math.max(most, (row ?? -1) + 1), 0)
}

/** Space a mark takes at the resolution; px 0 is the story's start, so that far dates keep their precision. */
function claimOf(kind: HowKnown, row: EventRow, input: LayoutInput): RowClaim {
  const label = input.labels[row]
  const widthPx = label === undefined ? 0 : labelWidthPx(label, input.metrics.titleForm)
  const toPx = (timeMs: CivilMs): Px => (timeMs - input.storyStartMs) / input.resolution
  const startPx = toPx(input.index.startMs[row] ?? NaN)
  const endPx = toPx(input.index.endMs[row] ?? NaN)
  if (kind === 'day') {
    const anchorPx = toPx(lastMiddleMs(input.story.events[row]?.when?.date ?? null))
    return {
      startPx: startPx - 8,
      endPx: Math.max(endPx, anchorPx + LABEL.afterDiscPx + widthPx),
      anchorPx,
      hasLine: input.rootRows.has(row),
    }
  }
  const labelPx = Number.isFinite(startPx) ? startPx : 0
  const date = input.story.events[row]?.when?.date
  const isBroken = date?.kind === 'span' && date.end.kind === 'unknown'
  const signEndPx = isBroken ? startPx + PIECES_PX : endPx
  return {
    startPx: Math.min(startPx, labelPx),
    endPx: Math.max(signEndPx, labelPx + LABEL.insetPx + widthPx, reportEndPx(row, input, toPx)),
    anchorPx: labelPx,
    hasLine: false,
  }
}

/** Middle of the last day a date names: beside that disc stands the label. NaN where there is none. */
export function lastMiddleMs(date: FuzzyDate | null): CivilMs {
  if (date === null || date.kind === 'span') return NaN
  const extent = date.extents[date.extents.length - 1]
  return extent === undefined ? NaN : (extent.startMs + extent.endMs) / 2
}

/** The sheet of the report is part of the row too. */
function reportEndPx(row: EventRow, input: LayoutInput, toPx: (timeMs: CivilMs) => Px): Px {
  const reported = input.story.events[row]?.reported?.date
  if (reported?.kind !== 'moment') return -Infinity
  return toPx(reported.extents[reported.extents.length - 1]?.endMs ?? -Infinity) + 16
}

/**
 * Undated events follow one another like words in a line, in their order. What comes after the last line gets no
 * row, also where a shorter one would fit: the order is all that is known of them. Returns the number of lines.
 */
function fillUndated(
  shown: readonly EventRow[],
  input: LayoutInput,
  rowInLane: Int16Array,
  undatedX: Float64Array,
): number {
  let x = 12
  let line = 0
  for (const row of shown) {
    const label = input.labels[row]
    if (label === undefined) continue
    const titlePx = input.metrics.titleForm === 'full' ? label.fullPx : label.shortPx
    const widthPx = Math.min(
      input.widthPx - 24,
      UNDATED_SIGN_PX + LABEL.standingPx + Math.max(titlePx, label.orderPx),
    )
    if (x > 12 && x + widthPx > input.widthPx - 12) {
      x = 12
      if (++line === input.metrics.maxRows) return line
    }
    rowInLane[row] = line
    undatedX[row] = x
    x += widthPx + UNDATED_GAP_PX
  }
  return line + 1
}

/** Room for the broken ring with a chevron on either side. */
export const UNDATED_SIGN_PX: Px = 30
/** Between two undated events, px: wide enough to read them as two. */
const UNDATED_GAP_PX: Px = 36

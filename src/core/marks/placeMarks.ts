/**
 * From rows in lanes to marks in pixels, for one window.
 *
 *   day lane     ● 7 Apr ✓ Title                     label right of the disc; left when the right has no room
 *   range lane   “ Title                             label above its sign, never at a guessed day;
 *                [ · · · · · · · ]──────▯             it stays in view while its range does
 */
import type { EventRow } from '../indexing/eventIndex.ts'
import { MATCH } from '../indexing/matchDate.ts'
import type { EventBrief } from '../story/eventBrief.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { labelWidthPx, type EventLabel } from './eventLabel.ts'
import type { Root } from './findRoots.ts'
import { howKnown, type HowKnown } from '../time/howKnown.ts'
import { lastMiddleMs } from './claimRow.ts'
import { lineOf, type LaneBand, type LaneLayout, type LayoutInput } from './laneLayout.ts'
import type { LaneName } from './laneName.ts'
import { isLabelAbove, LABEL } from './metrics.ts'
import { placeClusters } from './placeClusters.ts'
import type { Box, PlacedLabel, PlacedMark, PlacedTimeline } from './placedMark.ts'
import { withOthers } from './placeOthers.ts'
import { placeReport } from './placeReport.ts'
import { placeRoots } from './placeRoots.ts'
import { placeSign } from './placeSign.ts'
import { placeUndatedSign } from './placeUndatedSign.ts'
import { UNDATED_SIGN_PX } from './placeUndatedRows.ts'
import { signExtentPx } from './signExtent.ts'
import type { SignPart } from './signPart.ts'

/** What every mark of one drawing is placed with. */
interface Placing {
  readonly input: LayoutInput
  readonly layout: LaneLayout
  readonly scale: TimeScale
  /** Lines of roots that labels must not cross. */
  readonly obstacles: readonly { readonly x: Px; readonly row: EventRow }[]
  /** Where the last mark of each row of a lane ends, while marks are placed from left to right. */
  readonly rowEnds: Map<Px, Px>
}

/** Where the label of a mark has to find its place. */
interface MarkPlace {
  readonly row: EventRow
  readonly lane: LaneName
  /** Top edge of its row, and the line of its sign. */
  readonly bandY: Px
  readonly y: Px
}

/** Marks that touch the window, in reading order; undated ones always. */
export function placeMarks(
  input: LayoutInput,
  layout: LaneLayout,
  roots: readonly Root[],
  scale: TimeScale,
): PlacedTimeline {
  const obstacles = roots.map(({ row }) => ({
    row,
    x: scale.timeToPx(lastMiddleMs(input.events.at(row)?.when?.date ?? null)),
  }))
  const placing: Placing = { input, layout, scale, obstacles, rowEnds: new Map() }
  const bands = new Map(layout.lanes.map((lane) => [lane.kind, lane]))
  const marks = layout.rowsIn(scale.window).flatMap((row) => {
    const event = input.events.at(row)
    if (event === undefined) return []
    const { when } = event
    const kind = howKnown(when?.date ?? null)
    const placed = (layout.lanesOf?.(row) ?? [kind]).flatMap((lane) => {
      const band = bands.get(lane)
      if (band === undefined) return []
      return when === null
        ? [placeUndated(row, event, band, placing)]
        : placeDated(row, event, when, kind, band, placing)
    })
    return placed.map((mark, i) => (i === 0 ? mark : { ...mark, isTwin: true }))
  })
  return {
    marks,
    clusters: placeClusters(layout, scale),
    densities: layout.barsIn(scale),
    roots: placeRoots(roots, marks, placing),
  }
}

function placeDated(
  row: EventRow,
  event: EventBrief,
  when: NonNullable<EventBrief['when']>,
  kind: HowKnown,
  band: LaneBand,
  placing: Placing,
): readonly PlacedMark[] {
  const { input, layout, scale } = placing
  const label = input.labelOf(row)
  const sign =
    input.byReport?.placeSign(event, when, scale) ??
    withOthers(event, placeReport(event, placeSign(when, scale), scale), scale)
  const [left, right] = signExtentPx(sign)
  if (!(right >= scale.leftPx && left <= scale.rightPx)) return []
  const line = lineOf(band, layout.rowOf(row, band.kind))
  const bandY = band.rowsTopPx + line.topPx
  const y = bandY + line.signPx
  const place: MarkPlace = { row, lane: band.kind, bandY, y }
  const isGhost = input.matches[row] === MATCH.none
  const placed = isGhost
    ? null
    : kind !== 'day'
      ? aboveRange(when, sign, label, place, placing)
      : ((isLabelAbove(input.metrics) ? input.byReport?.placeLabel(sign, label, bandY, scale) : null) ??
        besideDisc(sign, label, place, placing))
  const box = boxOf(sign, placed, label, bandY, line.heightPx, scale)
  placing.rowEnds.set(bandY, box.x + box.width)
  return [
    {
      row,
      kind,
      lane: band.kind,
      isTwin: false,
      y,
      sign,
      label: placed,
      box,
      band: { y: bandY, height: line.heightPx },
      isGhost,
      isPossible: input.matches[row] === MATCH.possible,
    },
  ]
}

/**
 * Right of the last disc, in full if that fits, else short, else on the left if that fits, else cut off on the
 * side that has more room.
 */
function besideDisc(
  sign: readonly SignPart[],
  label: EventLabel,
  place: MarkPlace,
  placing: Placing,
): PlacedLabel | null {
  const { input, layout, scale } = placing
  const { y, row, lane } = place
  const [signLeft, signRight] = signExtentPx(sign)
  // By its report it stands clear of all that hangs from the sheet.
  const discs =
    input.byReport === undefined
      ? sign.flatMap((part) =>
          part.kind === 'disc' ? [part.x] : part.kind === 'rule' || part.kind === 'other' ? [part.x2] : [],
        )
      : [signLeft + DISC_PX, signRight - DISC_PX]
  const discX = Math.max(...discs)
  const x = discX + LABEL.afterDiscPx
  const endPx = obstacleAfter(x, place, placing)
  const roomPx = endPx - x
  const preferred = input.metrics.titleForm
  for (const form of preferred === 'full' ? (['full', 'short'] as const) : (['short'] as const))
    if (labelWidthPx(label, form) <= roomPx)
      return labelAt(x, { y, maxPx: roomPx, form, side: 'right' }, label)
  const shortPx = labelWidthPx(label, 'short')
  const takenPx = placing.rowEnds.get(place.bandY) ?? -Infinity
  // A run of days may end beyond the window; its label does not.
  const leftEndPx = Math.min(scale.rightPx, Math.min(...discs) - LABEL.afterDiscPx)
  const leftLimitPx = scale.timeToPx(layout.fromMs(row, lane))
  const leftRoomPx = leftEndPx - Math.max(scale.leftPx, leftLimitPx, takenPx + LABEL.gapPx)
  if (Math.max(leftRoomPx, roomPx) < MIN_LABEL_PX) return null
  // Neither side holds it: the roomier one, cut off.
  const isLeft = leftRoomPx >= shortPx || leftRoomPx > roomPx * MUCH_ROOMIER
  if (isLeft) {
    const maxPx = Math.min(leftRoomPx, shortPx)
    return labelAt(leftEndPx - maxPx, { y, maxPx, form: 'short', side: 'left' }, label)
  }
  return roomPx < MIN_LABEL_PX ? null : labelAt(x, { y, maxPx: roomPx, form: 'short', side: 'right' }, label)
}

function labelAt(
  x: Px,
  words: Pick<PlacedLabel, 'y' | 'maxPx' | 'form' | 'side'>,
  label: EventLabel,
  homeX = x,
): PlacedLabel {
  return { ...words, x, homeX, widthPx: Math.min(words.maxPx, labelWidthPx(label, words.form)) }
}

/** Half a disc, or half a sheet, px. */
const DISC_PX: Px = 5

/** Less of a label is none. */
const MIN_LABEL_PX: Px = 24

/** A label changes sides for a cut that is clearly smaller, not for a few px. */
const MUCH_ROOMIER = 1.3

/** Over the range's start, or over the story's start where the range has none; pushed into the window. */
function aboveRange(
  when: NonNullable<EventBrief['when']>,
  sign: readonly SignPart[],
  label: EventLabel,
  place: MarkPlace,
  placing: Placing,
): PlacedLabel | null {
  const { scale, input, layout } = placing
  const { row, lane } = place
  const startMs = input.index.startMs[row] ?? -Infinity
  const anchorX = scale.timeToPx(Number.isFinite(startMs) ? startMs : input.storyStartMs)
  const [, right] = signExtentPx(sign)
  const shortPx = labelWidthPx(label, 'short')
  const inset = when.date.kind === 'span' ? 0 : LABEL.insetPx
  const { leftPx, rightPx } = scale
  const latestX = Math.max(leftPx, Math.min(right, rightPx) - shortPx)
  const x = Math.max(leftPx, Math.min(Math.max(anchorX, leftPx) + inset, Math.max(latestX, anchorX + inset)))
  const clearPx = obstacleAfter(x, place, placing) - x
  const y = place.bandY + 11
  const forms = input.metrics.titleForm === 'full' ? (['full', 'short'] as const) : (['short'] as const)
  for (const form of forms) {
    if (labelWidthPx(label, form) <= clearPx)
      return labelAt(x, { y, maxPx: clearPx, form, side: 'above' }, label, anchorX + inset)
  }
  // Rather over the line of a root than cut off before it.
  const limitPx = scale.timeToPx(layout.limitMs(row, lane)) - LABEL.gapPx - x
  const roomPx = Math.min(rightPx - x, limitPx)
  return roomPx < MIN_LABEL_PX
    ? null
    : labelAt(x, { y, maxPx: roomPx, form: 'short', side: 'above' }, label, anchorX + inset)
}

/** Where a label that begins at x must end: before the line of a root that it would cross, or at the window. */
function obstacleAfter(x: Px, { row, lane }: MarkPlace, { obstacles, scale, layout }: Placing): Px {
  const lines = obstacles
    .filter((line) => line.x > x && line.row !== row && isBelow(row, line.row, lane, layout))
    .map((line) => line.x - LABEL.beforeRootPx)
  return Math.min(scale.rightPx, scale.timeToPx(layout.limitMs(row, lane)) - LABEL.gapPx, ...lines)
}

/** Whether a row of the drawing lies below the report whose line runs downwards. */
function isBelow(row: EventRow, reportRow: EventRow, lane: LaneName, layout: LaneLayout): boolean {
  return lane !== 'day' || layout.rowOf(row) >= layout.rowOf(reportRow)
}

function boxOf(
  sign: readonly SignPart[],
  placed: PlacedLabel | null,
  label: EventLabel,
  bandY: Px,
  rowPx: Px,
  scale: TimeScale,
): Box {
  const [signLeft, signRight] = signExtentPx(sign)
  const labelPx = placed === null ? 0 : Math.min(placed.maxPx, labelWidthPx(label, placed.form))
  const left = Math.max(scale.leftPx, Math.min(signLeft, placed?.x ?? signLeft) - 3)
  const right = Math.min(scale.rightPx, Math.max(signRight, (placed?.x ?? signRight) + labelPx) + 3)
  return { x: left, y: bandY, width: Math.max(right - left, 24), height: rowPx }
}

function placeUndated(
  row: EventRow,
  { relations }: EventBrief,
  band: LaneBand,
  { input, layout, scale }: Placing,
): PlacedMark {
  const x = scale.leftPx + layout.undatedX(row)
  const bandY = band.rowsTopPx + layout.rowOf(row) * band.rowPx
  const y = bandY + band.signPx
  const label = input.labelOf(row)
  const form = input.metrics.titleForm
  const labelX = x + UNDATED_SIGN_PX
  const maxPx = scale.leftPx + input.widthPx - labelX - 8
  const titlePx = Math.max(labelWidthPx(label, form), LABEL.standingPx + label.orderPx)
  return {
    row,
    kind: 'undated',
    lane: band.kind,
    isTwin: false,
    y,
    // What it comes after or before is no order of reports.
    sign: [placeUndatedSign(x + 12, input.byReport === undefined ? relations : [])],
    label: labelAt(labelX, { y, maxPx, form, side: 'right' }, label),
    box: { x: x - 6, y: bandY, width: UNDATED_SIGN_PX + Math.min(maxPx, titlePx) + 12, height: band.rowPx },
    band: { y: bandY, height: band.rowPx },
    isGhost: false,
    isPossible: input.matches[row] === MATCH.possible,
  }
}

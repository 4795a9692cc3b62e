/** What stands where in the lanes of a picture? The lines are those of the page (stageLines.ts), in the looks of its light theme. */
import { wordsOfAxis } from '../marks/axisWords.ts'
import { isAtEdge, shapeKinds, type Hold } from '../marks/drawShapes.ts'
import type { LaneBand } from '../marks/laneLayout.ts'
import type { PlacedLabel, PlacedRoot, PlacedTimeline } from '../marks/placedMark.ts'
import { layLines, markStates, type PathTexts } from '../marks/stageLines.ts'
import { STANDING_PX, standingShapes } from '../marks/standingShapes.ts'
import { styleMarks, type StyledMark } from '../marks/styleMarks.ts'
import type { EventRow } from '../indexing/eventIndex.ts'
import type { StandingKind } from '../story/story.ts'
import type { AxisTicks } from '../time/axisTicks.ts'
import type { TimeScale } from '../time/timeScale.ts'
import type { Px } from '../time/units.ts'
import { formatShortCount } from '../wording/clusterWords.ts'
import { pictureWords } from '../wording/pictureWords.ts'
import type { PathLook, Piece, TextLook } from './picture.ts'
import {
  clusterLooks,
  colors,
  edgeLooks,
  filled,
  groundLooks,
  laneLooks,
  lined,
  signLook,
  textLooks,
} from './pictureLooks.ts'
import { breakLines, cutText, setLine, type Measure } from './setText.ts'

/** The drawing for one window, at rest. */
export interface DrawnLanes {
  /** Of the window: its px 0 is the left edge. */
  readonly scale: TimeScale
  readonly ticks: AxisTicks
  readonly placed: PlacedTimeline
  readonly lanes: readonly LaneBand[]
  /** Of all lanes. */
  readonly lanesPx: Px
  /** Left of the lanes, where their names stand. */
  readonly gutterPx: Px
  readonly headingOf: (lane: LaneBand) => { readonly name: string; readonly counts: string }
  readonly wordsOf: (row: EventRow) => {
    readonly full: string
    readonly short: string
    readonly date: string
    readonly order: string
    readonly standing: StandingKind
  }
  readonly rootWords: (root: PlacedRoot) => { readonly lead: string; readonly rest: string }
  /** Some events are counted together. */
  readonly hasCounts: boolean
  readonly measure: Measure
}

/** Height of the axis over the lanes, as on the page. */
const AXIS_PX = 38
/** Between the name of a lane and the drawing. */
const GUTTER_GAP_PX = 6

/** @param left of the gutter; @param roomPx gutter and lanes together */
export function drawLanes(
  content: DrawnLanes,
  left: Px,
  top: Px,
  roomPx: Px,
): { readonly pieces: readonly Piece[]; readonly heightPx: Px } {
  const heightPx = AXIS_PX + content.lanesPx
  const x = left + content.gutterPx
  const lanesTop = top + AXIS_PX
  return {
    heightPx,
    pieces: [
      ...content.lanes.flatMap((lane, i) => drawBand(lane, i, left, lanesTop, roomPx, content)),
      {
        kind: 'frame',
        x,
        y: top,
        width: roomPx - content.gutterPx,
        height: heightPx,
        pieces: drawStage(content),
      },
      { kind: 'box', x, y: lanesTop - 1, width: roomPx - content.gutterPx, height: 1, fill: colors.ink },
    ],
  }
}

/** The ground of a lane, the line over it, and its name. */
function drawBand(
  lane: LaneBand,
  i: number,
  left: Px,
  lanesTop: Px,
  roomPx: Px,
  { gutterPx, headingOf, measure }: DrawnLanes,
): readonly Piece[] {
  const y = lanesTop + lane.topPx
  const isUndated = lane.kind === 'undated'
  const { name, counts } = headingOf(lane)
  const inGutterPx = gutterPx - GUTTER_GAP_PX
  const linePx = isUndated ? 15 : 16
  const most = Math.max(2, Math.floor((lane.heightPx - 4) / linePx))
  const nameLines = breakLines(name, inGutterPx, textLooks.strong, measure, most - 1)
  const countLines = breakLines(counts, inGutterPx, textLooks.small, measure, most - nameLines.length)
  const lines = [
    ...nameLines.map((text) => ({ text, look: textLooks.strong })),
    ...countLines.map((text) => ({ text, look: textLooks.small })),
  ]
  const firstPx = y + (isUndated ? 3 : 8) + 12
  return [
    ...(isUndated ? [box(left + gutterPx, y, roomPx - gutterPx, lane.heightPx, colors.tint)] : []),
    ...(i === 0 ? [] : [box(left, y, roomPx, 1, isUndated ? colors.ink : colors.rule)]),
    ...lines.map(({ text, look }, line) => setLine(text, left, firstPx + line * linePx, look)),
  ]
}

/** In the order in which the page has them. */
function drawStage(content: DrawnLanes): readonly Piece[] {
  const { scale, ticks, placed, lanes, lanesPx } = content
  const marks = styleMarks(placed.marks, { selected: null })
  const undated = lanes.find(({ kind }) => kind === 'undated')
  const lines = layLines({
    ...placed,
    marks,
    ticks,
    ends: scale,
    axisPx: AXIS_PX,
    bottomPx: AXIS_PX + (undated?.topPx ?? lanesPx),
  })
  const paths = lines.draw({ stretch: 1, leftPx: scale.leftPx, widthPx: scale.widthPx })
  const edges = lines.drawEdges()
  return [
    ...drawPaths(paths, groundLooks, 0, 0),
    ...drawPaths(paths, laneLooks, 0, AXIS_PX),
    ...drawPaths(paths, signLooks('time'), 0, AXIS_PX),
    ...drawPaths(paths, clusterLooks, 0, AXIS_PX),
    ...drawAxisWords(content),
    ...placed.roots.flatMap((root) => drawNote(root, content)),
    ...marks.flatMap((mark) =>
      mark.isGhost || mark.label === null ? [] : drawLabel(mark, mark.label, content),
    ),
    ...drawCounts(content),
    ...drawPaths(edges, { ...signLooks('left'), ...edgeLooks }, 0, AXIS_PX),
    ...drawPaths(edges, signLooks('right'), scale.widthPx, AXIS_PX),
  ]
}

function drawPaths(
  texts: PathTexts,
  looks: Readonly<Record<string, PathLook>>,
  x: Px,
  y: Px,
): readonly Piece[] {
  return Object.entries(looks).flatMap(([name, look]): readonly Piece[] => {
    const path = texts.get(name) ?? ''
    return path === '' ? [] : [{ kind: 'path', x, y, path, look }]
  })
}

function signLooks(hold: Hold): Readonly<Record<string, PathLook>> {
  return Object.fromEntries(
    markStates.flatMap((state) =>
      shapeKinds.map((kind) => [`${hold}-${state}-${kind}`, signLook(state, kind)] as const),
    ),
  )
}

function drawAxisWords({ ticks, scale }: DrawnLanes): readonly Piece[] {
  const { major, minor } = wordsOfAxis(ticks, scale.rightPx)
  return [
    ...minor.map(({ x, label }) => setLine(label, x + 4, 33, textLooks.part)),
    ...major.map(({ x, label }) => setLine(label, x + 6, 18, textLooks.period)),
  ]
}

const NOTE_LINE_PX = 18

/** On paper, so that no line of time crosses its words. */
function drawNote(root: PlacedRoot, { rootWords, measure }: DrawnLanes): readonly Piece[] {
  if (root.note === null) return []
  const { x, y, maxPx } = root.note
  const { lead, rest } = rootWords(root)
  const lines = [
    ...breakLines(lead, maxPx, textLooks.noteLead, measure).map((text) => ({
      text,
      look: textLooks.noteLead,
    })),
    ...breakLines(rest, maxPx, textLooks.noteRest, measure).map((text) => ({
      text,
      look: textLooks.noteRest,
    })),
  ]
  return lines.flatMap(({ text, look }, i) => {
    const top = AXIS_PX + y + i * NOTE_LINE_PX
    return [box(x, top, measure(text, look), NOTE_LINE_PX, colors.paper), setLine(text, x, top + 13, look)]
  })
}

/** Distances inside a label, as in timeline.css. */
const PADDING_PX = 1
const AFTER_DATE_PX = 7
const AFTER_STANDING_PX = 5
const BEFORE_MAY_PX = 8
/** From the middle of a line to the baseline of its words. */
const BASELINE_PX = 4.5
/** From the middle of the first line to the baseline of the second. */
const ORDER_PX = 27
const ORDER_INSET_PX = 17

/** |date|7|sign|5|title …| */
function drawLabel(
  { row, kind, isPossible }: StyledMark,
  label: PlacedLabel,
  { wordsOf, measure }: DrawnLanes,
): readonly Piece[] {
  const { full, short, date, order, standing } = wordsOf(row)
  const y = AXIS_PX + label.y
  const baseline = y + BASELINE_PX
  const endPx = label.x + label.maxPx - PADDING_PX
  const pieces: Piece[] = []
  let x = label.x + PADDING_PX
  const write = (text: string, look: TextLook): void => {
    pieces.push(setLine(text, x, baseline, look))
    x += measure(text, look)
  }
  if (date !== '') {
    write(date, textLooks.date)
    x += AFTER_DATE_PX - MEASURED_AIR_PX
  }
  pieces.push(...drawStandingAt(standing, x, y))
  x += STANDING_PX + AFTER_STANDING_PX
  const title = label.form === 'full' ? full : short
  const isUndated = kind === 'undated'
  const look = isPossible ? textLooks.possible : textLooks.title
  const mayPx = isPossible && !isUndated ? BEFORE_MAY_PX + measure(pictureWords.mayMatch, textLooks.small) : 0
  const isWhole = x + measure(title, look) + mayPx <= endPx + MEASURED_AIR_PX
  write(isWhole ? title : cutText(title, Math.max(0, endPx - x), look, measure), look)
  if (isWhole && mayPx > 0) {
    x += BEFORE_MAY_PX
    write(pictureWords.mayMatch, textLooks.small)
  }
  if (isUndated) {
    const words = `${isPossible ? `${pictureWords.mayMatch}, ` : ''}${order}`
    const orderX = label.x + PADDING_PX + ORDER_INSET_PX
    const orderText = cutText(words, Math.max(0, endPx - orderX), textLooks.small, measure)
    return [...pieces, ...(order === '' ? [] : [setLine(orderText, orderX, y + ORDER_PX, textLooks.small)])]
  }
  const heightPx = label.side === 'above' ? 17 : 20
  const top = y - (label.side === 'above' ? 9 : 10)
  return [
    box(label.x, top, Math.min(label.maxPx, x + PADDING_PX - label.x), heightPx, colors.paper),
    ...pieces,
  ]
}

/** What is added to every measured text, for the air around it (measureText.ts). */
const MEASURED_AIR_PX = 2

/** @param y of its middle */
export function drawStandingAt(standing: StandingKind, x: Px, y: Px): readonly Piece[] {
  return standingShapes[standing].map(({ path, strokePx }): Piece => ({
    kind: 'path',
    x,
    y: y - STANDING_PX / 2,
    path,
    look: strokePx === null ? filled(colors.ink2) : lined(colors.ink2, strokePx),
  }))
}

/** The paper behind a number at the edge. */
const EDGE_GROUND_PX = 18

function drawCounts({ placed, measure }: DrawnLanes): readonly Piece[] {
  return placed.clusters.flatMap((cluster) => {
    const text = formatShortCount(cluster.count)
    const { x, y, width, height } = cluster.box
    const top = AXIS_PX + y
    const textX = x + (width - measure(text, textLooks.count) + MEASURED_AIR_PX) / 2
    return [
      ...(isAtEdge(cluster) ? [box(x, top, width, EDGE_GROUND_PX, colors.paper)] : []),
      setLine(text, textX, top + height / 2 - 3 + BASELINE_PX, textLooks.count),
    ]
  })
}

function box(x: Px, y: Px, width: Px, height: Px, fill: string): Piece {
  return { kind: 'box', x, y, width, height, fill }
}

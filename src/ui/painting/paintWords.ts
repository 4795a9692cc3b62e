/**
 * The words of a stage on a canvas, each where the style sheet puts it on the page.
 *
 *   |date|7|sign|5|title …|      a label, with a px of its ground at either end
 */
import { STANDING_PX, standingShapes } from '../../core/marks/standingShapes.ts'
import type { AxisName, StageItem, StageNote, StageWords } from '../../core/marks/stageWords.ts'
import { startsRightToLeft } from '../../core/wording/textDirection.ts'
import type { LabelLook, StageLooks, TextLook } from './stageOrder.ts'

type Context = OffscreenCanvasRenderingContext2D

/** As in timeline.css: of a label, and of the words after a title that may match. */
const PADDING_PX = 1
const GAP_PX = 5
const AFTER_DATE_PX = 2 + GAP_PX
/** How high the paper behind a number at the edge is. */
const EDGE_GROUND_PX = 18
/** The ring of the focus lies half in and half out of its box. */
const RING_PX = 2

const MAY_MATCH = 'may match'

/** All that is written, for whoever fetches its letters. */
export function textOf({ names, notes, items }: StageWords): string {
  const texts = items.map((item) =>
    item.kind === 'label' ? `${item.date}${item.title}…` : item.kind === 'count' ? item.text : '',
  )
  return [...names.map(({ text }) => text), ...notes.map(({ lead, rest }) => lead + rest), ...texts].join('')
}

/** A text and where it begins, px of the stage as it was laid out. */
interface Run {
  readonly text: string
  readonly look: TextLook
  readonly x: number
  readonly baselinePx: number
  readonly isRightToLeft: boolean
}

export interface PreparedItem {
  readonly item: StageItem
  readonly runs: readonly Run[]
  /** Where its sign begins. */
  readonly standingX: number
  /** How wide it is, its ground with it. */
  readonly widthPx: number
}

/** What is measured once: the fonts are to be there. */
export function prepareItem(context: Context, item: StageItem, looks: StageLooks): PreparedItem {
  switch (item.kind) {
    case 'label':
      return prepareLabel(context, item, lookOf(item, looks))
    case 'count': {
      const { x, y, width, height } = item.box
      const { count: look } = looks
      const textX = x + (width - widthOf(context, item.text, look)) / 2
      const run = { text: item.text, look, x: textX, baselinePx: y + height / 2 + look.baselinePx }
      return { item, runs: [{ ...run, isRightToLeft: false }], standingX: x, widthPx: width }
    }
    case 'ring':
      return { item, runs: [], standingX: item.box.x, widthPx: item.box.width }
  }
}

type LabelItem = Extract<StageItem, { kind: 'label' }>

function prepareLabel(context: Context, item: LabelItem, look: LabelLook): PreparedItem {
  const topPx = item.y + look.topPx
  const endPx = item.x + item.maxPx - PADDING_PX
  const runs: Run[] = []
  let x = item.x + PADDING_PX
  const write = (text: string, textLook: TextLook): void => {
    const isRightToLeft = startsRightToLeft(text)
    runs.push({ text, look: textLook, x, baselinePx: topPx + textLook.baselinePx, isRightToLeft })
    x += widthOf(context, text, textLook)
  }
  if (item.date !== '') {
    write(item.date, look.date)
    x += AFTER_DATE_PX
  }
  const standingX = x
  x += STANDING_PX + GAP_PX
  const { title, mayMatch } = look
  const mayPx = item.isPossible ? mayMatch.insetPx + widthOf(context, MAY_MATCH, mayMatch) : 0
  const isWhole = x + widthOf(context, item.title, title) + mayPx <= endPx
  write(isWhole ? item.title : cutTo(context, item.title, title, endPx - x), title)
  if (isWhole && item.isPossible) {
    x += mayMatch.insetPx
    write(MAY_MATCH, mayMatch)
  }
  return { item, runs, standingX, widthPx: Math.min(item.maxPx, x + PADDING_PX - item.x) }
}

/** @param byPx how far it has been moved from where it was placed */
export function paintItem(
  context: Context,
  { item, runs, standingX, widthPx }: PreparedItem,
  byPx: number,
  looks: StageLooks,
): void {
  const { paper, wash, accent } = looks.colors
  if (item.kind === 'ring') {
    const { x, y, width, height } = item.box
    context.strokeStyle = accent
    context.lineWidth = RING_PX
    context.setLineDash([])
    context.strokeRect(x + byPx, y, width, height)
  } else if (item.kind === 'label') {
    const look = lookOf(item, looks)
    const topPx = item.y + look.topPx
    context.fillStyle = item.isSelected ? wash : paper
    context.fillRect(item.x + byPx, topPx, widthPx, look.heightPx)
    // A picture in the page stands on whole px.
    const standingY = Math.round(topPx + look.standingTopPx)
    paintStanding(context, item, standingX + byPx, standingY, look.standing)
  } else if (item.isAtEdge) {
    context.fillStyle = paper
    context.fillRect(item.box.x + byPx, item.box.y, widthPx, EDGE_GROUND_PX)
  }
  for (const run of runs) paintRun(context, run, byPx, looks)
}

function paintStanding(context: Context, { standing }: LabelItem, x: number, y: number, color: string): void {
  context.translate(x, y)
  context.fillStyle = color
  context.strokeStyle = color
  context.lineCap = 'butt'
  context.lineJoin = 'miter'
  context.setLineDash([])
  for (const { path, strokePx } of standingShapes[standing]) {
    context.lineWidth = strokePx ?? 0
    if (strokePx === null) context.fill(pathOf(path))
    else context.stroke(pathOf(path))
  }
  context.translate(-x, -y)
}

const paths = new Map<string, Path2D>()

function pathOf(text: string): Path2D {
  const path = paths.get(text) ?? new Path2D(text)
  paths.set(text, path)
  return path
}

export function paintName(context: Context, { of, text }: AxisName, x: number, looks: StageLooks): void {
  const look = looks[of]
  write(context, text, look, x + look.insetPx, look.baselinePx)
}

/** On paper, so that no line of time crosses its words; broken into lines as the page does. */
export function paintNote(
  context: Context,
  { y, maxPx, lead, rest }: StageNote,
  x: number,
  { noteLead, noteRest, noteLinePx, colors }: StageLooks,
): void {
  let topPx = y
  for (const [text, look] of [
    [lead, noteLead],
    [rest, noteRest],
  ] as const)
    for (const line of breakLines(context, text, look, maxPx)) {
      context.fillStyle = colors.paper
      context.fillRect(x, topPx, widthOf(context, line, look), noteLinePx)
      write(context, line, look, x, topPx + look.baselinePx)
      topPx += noteLinePx
    }
}

function breakLines(context: Context, text: string, look: TextLook, maxPx: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(context, longer, look) <= maxPx) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function paintRun(context: Context, run: Run, byPx: number, { language }: StageLooks): void {
  context.direction = run.isRightToLeft ? 'rtl' : 'ltr'
  context.textAlign = 'left'
  // Newer than our types: which forms of letters that languages share are meant.
  Object.assign(context, { lang: language })
  write(context, run.text, run.look, run.x + byPx, run.baselinePx)
}

function write(context: Context, text: string, look: TextLook, x: number, baselinePx: number): void {
  context.font = look.font
  context.fillStyle = look.color
  context.fillText(text, x, baselinePx)
}

function widthOf(context: Context, text: string, { font }: TextLook): number {
  context.font = font
  return context.measureText(text).width
}

/** As much of a text as leaves room for the ellipsis after it. */
function cutTo(context: Context, text: string, look: TextLook, maxPx: number): string {
  const letters = [...text]
  const cutAt = (length: number): string => `${letters.slice(0, length).join('')}…`
  let [fits, tooLong] = [0, letters.length + 1]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (widthOf(context, cutAt(middle), look) <= maxPx) fits = middle
    else tooLong = middle
  }
  return cutAt(fits)
}

function lookOf({ isAbove, isSelected, isPossible }: LabelItem, { labels }: StageLooks): LabelLook {
  return labels[isAbove ? 'above' : 'beside'][isSelected ? 'selected' : isPossible ? 'possible' : 'plain']
}

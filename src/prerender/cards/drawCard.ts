/**
 * How does a card look? As SVG in which every letter is already a shape: a text from a story never becomes markup, and
 * whoever draws it needs no fonts.
 *
 *   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
 *   Dateline │ the story                     kind
 *   ──────────────────────────────────────────────
 *   Title, as large as it can be
 *
 *   Date in words
 *     ( · · · · · · · · · · · · ]       its sign
 *   ────────┬────────────────┬──────  story's time
 *   “ standing │ outlets
 */
import { colors } from '../../core/exporting/pictureLooks.ts'
import { SITE_NAME } from '../../core/wording/siteWords.ts'
import {
  CARD_HEIGHT_PX,
  CARD_WIDTH_PX,
  MARGIN_PX,
  ROOM_PX,
  SIGN_SCALE,
  type Card,
  type CardStrip,
} from './card.ts'
import * as signs from './drawSigns.ts'
import { drawText } from './drawText.ts'
import { fitText, type FittedText, type TextRoom } from './fitText.ts'
import type { FontShelf, TypeStyle } from './fontShelf.ts'
import { setParagraph } from './setParagraph.ts'

/** Raise when the same card looks different from before: cards in the cache are made anew. */
export const DESIGN_VERSION = 1

const TITLE: TypeStyle = { family: 'serif', weight: 500, opticalPx: 72 }
const LARGE: TypeStyle = { family: 'serif', weight: 500, opticalPx: 40 }
const TEXT: TypeStyle = { family: 'serif', weight: 400, opticalPx: 28 }
const ITALIC: TypeStyle = { family: 'italic', weight: 400, opticalPx: 28 }
const SANS: TypeStyle = { family: 'sans', weight: 400, opticalPx: 28 }
const SANS_BOLD: TypeStyle = { family: 'sans', weight: 650, opticalPx: 28 }

const HEAD_BASELINE_PX = 67
const HEAD_LINE_PX = 94
const TITLE_TOP_PX = 122
/** Between the signs and the words above them, and between these and the title, at least. */
const DATE_GAP_PX = 26
const TITLE_GAP_PX = 20
const AXIS_Y_PX = 484
const AXIS_LABEL_PX = 24
const FOOT_LINE_PX = 542
const FOOT_BASELINE_PX = 595
/** Beside a line that parts two texts. */
const PART_PX = 22

/** Tries sizes down to where all of it fits, then cuts. */
const TITLE_SIZES_PX = [88, 80, 74, 68, 62, 56, 51, 47]
const DATE_SIZES_PX = [46, 43, 40, 37]
const FOOT_SIZE_PX = 31

interface Setter {
  readonly fit: (text: string, style: TypeStyle, room: TextRoom, tracking?: number) => Promise<FittedText>
  readonly line: (text: string, style: TypeStyle, sizePx: number, widthPx?: number) => Promise<FittedText>
}

/** An SVG document of CARD_WIDTH_PX by CARD_HEIGHT_PX. */
export async function drawCard({ words, strip, language }: Card, shelf: FontShelf): Promise<string> {
  const fit: Setter['fit'] = async (text, style, room, tracking = 0) =>
    fitText(await setParagraph(text, { shelf, style, language, tracking }), room)
  const line: Setter['line'] = (text, style, sizePx, widthPx = Infinity) =>
    fit(text, style, { widthPx, heightPx: 0, sizesPx: [sizePx], maxLines: 1 })
  const setter = { fit, line }
  const parts = [
    `<rect width="${CARD_WIDTH_PX}" height="${CARD_HEIGHT_PX}" fill="${colors.paper}"/>`,
    `<rect width="${CARD_WIDTH_PX}" height="12" fill="${colors.ink}"/>`,
    await drawHead(words, setter),
    await drawWords(words, stripTopPx(words, strip), setter),
    await drawStrip(strip, setter),
    await drawFoot(words, setter),
  ]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH_PX}" height="${CARD_HEIGHT_PX}">` +
    `${parts.join('')}</svg>`
  )
}

/** The site, the story it is from, and what kind of thing it is. */
async function drawHead({ head, kind }: Card['words'], { line }: Setter): Promise<string> {
  const name = await line(SITE_NAME, LARGE, 38)
  const kindText = await line(kind, SANS, 26)
  const partX = MARGIN_PX + widthOf(name) + PART_PX
  const headX = partX + PART_PX
  const kindX = CARD_WIDTH_PX - MARGIN_PX - widthOf(kindText)
  const headText = await line(head, ITALIC, 30, kindX - headX - (kind === '' ? 0 : PART_PX * 2))
  return (
    drawText(name, { x: MARGIN_PX, baselinePx: HEAD_BASELINE_PX, fill: colors.ink }) +
    upright(partX, HEAD_BASELINE_PX) +
    drawText(headText, { x: headX, baselinePx: HEAD_BASELINE_PX, fill: colors.ink2 }) +
    drawText(kindText, { x: kindX, baselinePx: HEAD_BASELINE_PX, fill: colors.ink2 }) +
    across(0, CARD_WIDTH_PX, HEAD_LINE_PX, colors.ink)
  )
}

/** Date right above its sign; title, and what there is of a summary, in the room that is left. */
async function drawWords(words: Card['words'], bottomPx: number, { fit }: Setter): Promise<string> {
  const date = await fit(words.date, LARGE, {
    widthPx: ROOM_PX,
    heightPx: 96,
    sizesPx: DATE_SIZES_PX,
    maxLines: 2,
  })
  const dateTopPx = bottomPx - DATE_GAP_PX - heightOf(date)
  const summary = await fit(words.summary, TEXT, {
    widthPx: ROOM_PX,
    heightPx: 90,
    sizesPx: [33, 31],
    maxLines: 2,
  })
  const summaryPx = words.summary === '' ? 0 : heightOf(summary) + 14
  const title = await fit(
    words.title,
    TITLE,
    {
      widthPx: ROOM_PX,
      heightPx: dateTopPx - TITLE_GAP_PX - TITLE_TOP_PX - summaryPx,
      sizesPx: TITLE_SIZES_PX,
      maxLines: 4,
    },
    TITLE_TRACKING_EM,
  )
  const summaryTopPx = TITLE_TOP_PX + heightOf(title) + 14
  const place = (topPx: number, text: FittedText, fill: string): string =>
    drawText(text, { x: MARGIN_PX, widthPx: ROOM_PX, baselinePx: topPx + ascentOf(text), fill })
  return (
    place(TITLE_TOP_PX, title, colors.ink) +
    place(summaryTopPx, summary, colors.ink2) +
    place(dateTopPx, date, colors.ink)
  )
}

const TITLE_TRACKING_EM = -0.014

/** Where the strip's signs begin. */
function stripTopPx({ standing, kind }: Card['words'], { overview }: CardStrip): number {
  const isWhole = standing === null && kind === ''
  const highPx = isWhole || overview.lasted.length > 0 ? signs.STRIP_HEIGHT_PX : SIGN_HEIGHT_PX
  return AXIS_Y_PX - highPx * SIGN_SCALE
}

/** Above the axis: half a sign, its middle, and room below it for other accounts' dates. */
const SIGN_HEIGHT_PX = 23
const SIGN_LINE_PX = 15.5

async function drawStrip(strip: CardStrip, { line }: Setter): Promise<string> {
  const { ticks, sign, isUndated, overview, widthPx } = strip
  const within = (y: number, drawn: string): string =>
    `<g transform="translate(${MARGIN_PX},${y}) scale(${SIGN_SCALE})">${drawn}</g>`
  const signY = AXIS_Y_PX - SIGN_LINE_PX * SIGN_SCALE
  if (isUndated) {
    // A lane of its own: here the strip is no axis.
    return (
      `<rect x="${MARGIN_PX}" y="${signY - 18}" width="${ROOM_PX}" height="72" fill="${colors.tint}"/>` +
      within(signY + 18, signs.drawSign(strip))
    )
  }
  const labels: string[] = []
  const grid: string[] = []
  for (const { x, label, isCut } of ticks) {
    const atPx = MARGIN_PX + x * SIGN_SCALE
    if (!isCut) grid.push(`M${atPx.toFixed(1)},${AXIS_Y_PX - 16}V${AXIS_Y_PX + (label === '' ? 0 : 34)}`)
    if (label === '') continue
    const text = await line(label, SANS, AXIS_LABEL_PX)
    labels.push(drawText(text, { x: atPx + 8, baselinePx: AXIS_Y_PX + 33, fill: colors.ink3 }))
  }
  const isWhole = sign.length === 0
  return (
    `<path d="${grid.join('')}" fill="none" stroke="${colors.rule}" stroke-width="1.5"/>` +
    across(MARGIN_PX, MARGIN_PX + widthPx * SIGN_SCALE, AXIS_Y_PX, colors.ink) +
    (isWhole
      ? within(AXIS_Y_PX - signs.STRIP_HEIGHT_PX * SIGN_SCALE, signs.drawOverview(overview))
      : within(AXIS_Y_PX, signs.drawDays(overview.days)) + within(signY, signs.drawSign(strip))) +
    labels.join('')
  )
}

/** How firmly it stands, by its sign and in words, and who says so. */
async function drawFoot({ standing, foot }: Card['words'], { line }: Setter): Promise<string> {
  const rightPx = CARD_WIDTH_PX - MARGIN_PX
  const drawn = [across(MARGIN_PX, rightPx, FOOT_LINE_PX, colors.rule)]
  let x = MARGIN_PX
  if (standing !== null) {
    drawn.push(
      `<g transform="translate(${x},${FOOT_BASELINE_PX - 24})">${signs.drawStanding(standing, 28)}</g>`,
    )
    x += 28 + 14
  }
  if (foot.lead !== '') {
    const lead = await line(foot.lead, SANS_BOLD, FOOT_SIZE_PX, ROOM_PX / 2)
    drawn.push(drawText(lead, { x, baselinePx: FOOT_BASELINE_PX, fill: colors.ink }))
    x += widthOf(lead) + PART_PX
    drawn.push(upright(x, FOOT_BASELINE_PX))
    x += PART_PX
  }
  let shown: FittedText | null = null
  for (const choice of foot.choices) {
    shown = await line(choice, TEXT, FOOT_SIZE_PX, rightPx - x)
    if (!shown.isCut) break
  }
  if (shown !== null) drawn.push(drawText(shown, { x, baselinePx: FOOT_BASELINE_PX, fill: colors.ink2 }))
  return drawn.join('')
}

function widthOf({ lines }: FittedText): number {
  return Math.max(0, ...lines.map(({ widthPx }) => widthPx))
}

function heightOf({ lines, lineHeightPx }: FittedText): number {
  return lines.length * lineHeightPx
}

/** From the top of a line to where its letters stand. */
function ascentOf({ sizePx, lineHeightPx }: FittedText): number {
  return (lineHeightPx - sizePx) / 2 + sizePx * 0.8
}

function across(x1: number, x2: number, y: number, colour: string): string {
  return `<path d="M${x1},${y}H${x2}" stroke="${colour}" stroke-width="1.5"/>`
}

function upright(x: number, baselinePx: number): string {
  return `<path d="M${x.toFixed(1)},${baselinePx - 27}v36" stroke="${colors.ink}" stroke-width="1.5"/>`
}

/**
 * At which size is a text set so that all of it has room, and where do its lines end?
 * The largest size at which it fits; at the smallest it is cut at a word, and an ellipsis stands for the rest.
 */
import { balanceLines, cutLines, type CutLines, type Line } from './breakLines.ts'
import { orderRuns, type Paragraph, type TextRun } from './setParagraph.ts'

export interface TextRoom {
  readonly widthPx: number
  readonly heightPx: number
  /** Largest first; at least one. */
  readonly sizesPx: readonly number[]
  readonly maxLines: number
}

/** A line as it is drawn. */
export interface FittedLine {
  /** Left to right. */
  readonly runs: readonly TextRun[]
  readonly widthPx: number
}

export interface FittedText {
  readonly lines: readonly FittedLine[]
  readonly sizePx: number
  readonly lineHeightPx: number
  readonly isRightToLeft: boolean
  readonly isCut: boolean
}

/** Of the size, between two lines. */
const LINE_HEIGHT = 1.09
const TALL_LINE_HEIGHT = 1.27

export function fitText(paragraph: Paragraph, room: TextRoom): FittedText {
  const lineHeight = paragraph.isTall ? TALL_LINE_HEIGHT : LINE_HEIGHT
  const linesAt = (sizePx: number): number =>
    Math.min(room.maxLines, Math.max(1, Math.floor(room.heightPx / (sizePx * lineHeight))))
  const fit = (source: Paragraph, sizePx: number, cut: CutLines): FittedText => ({
    lines: cut.lines.map((line, i) =>
      drawLine(source, line, sizePx, cut.isCut && i === cut.lines.length - 1),
    ),
    sizePx,
    lineHeightPx: sizePx * lineHeight,
    isRightToLeft: paragraph.isRightToLeft,
    isCut: cut.isCut,
  })
  for (const sizePx of room.sizesPx) {
    const lines = balanceLines(paragraph.pieces, room.widthPx / sizePx)
    if (lines !== null && lines.length <= linesAt(sizePx))
      return fit(paragraph, sizePx, { lines, isCut: false })
  }
  const sizePx = room.sizesPx.at(-1) ?? 0
  const cutAt = (source: Paragraph): CutLines | null =>
    cutLines(source.pieces, room.widthPx / sizePx, linesAt(sizePx), source.ellipsis.inkWidth)
  const atWords = cutAt(paragraph)
  if (atWords !== null) return fit(paragraph, sizePx, atWords)
  const split = paragraph.split()
  return fit(split, sizePx, cutAt(split) ?? { lines: [], isCut: true })
}

function drawLine(
  { pieces, ellipsis }: Paragraph,
  { from, to }: Line,
  sizePx: number,
  isCut: boolean,
): FittedLine {
  const shown = pieces.slice(from, to)
  const runs = shown.flatMap(({ ink, space }, i) => (i === shown.length - 1 ? ink : [...ink, ...space]))
  const all = isCut ? [...runs, ...ellipsis.ink] : runs
  return { runs: orderRuns(all), widthPx: sizePx * all.reduce((sum, { width }) => sum + width, 0) }
}

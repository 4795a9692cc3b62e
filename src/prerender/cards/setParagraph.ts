/**
 * Which shapes make up a text, and how wide is it? Letters are shaped by HarfBuzz: joined where their script joins
 * them, in the order of their direction (UAX #9). Lengths are in em: what is measured once holds at every size.
 */
import bidiFactory from 'bidi-js'
import { Buffer, Direction, shape } from 'harfbuzzjs'
import { chooseFonts } from './cardFonts.ts'
import { cleanText, clustersOf } from './cleanText.ts'
import { cutPieces, type TextPiece } from './cutPieces.ts'
import { openBoxes } from './missingLetters.ts'
import type { FontShelf, OpenFont, TypeStyle } from './fontShelf.ts'

/** A letter as it is drawn, em from the beginning of its run; y grows downwards. */
export interface PlacedGlyph {
  readonly path: string
  readonly unitsPerEm: number
  readonly x: number
  readonly y: number
}

/** Letters of one font and direction, left to right. */
export interface TextRun {
  readonly glyphs: readonly PlacedGlyph[]
  readonly width: number
  /** Of its embedding: odd is right to left. */
  readonly level: number
}

/** What is not broken; its last runs may be spaces. */
export interface SetPiece {
  readonly ink: readonly TextRun[]
  readonly space: readonly TextRun[]
  readonly inkWidth: number
  readonly spaceWidth: number
}

export interface Paragraph {
  readonly pieces: readonly SetPiece[]
  /** Of its first letter that has a direction. */
  readonly isRightToLeft: boolean
  /** For an end that is cut off. */
  readonly ellipsis: SetPiece
  /** Scripts with marks above and below need more room between lines. */
  readonly isTall: boolean
  /** The same, broken between any two letters; for words that are wider than their room. */
  readonly split: () => Paragraph
}

export interface SetOptions {
  readonly shelf: FontShelf
  readonly style: TypeStyle
  /** A language tag. */
  readonly language: string
  /** Space added after each letter that does not join, em. */
  readonly tracking?: number
}

const bidi = bidiFactory()
const ELLIPSIS = '…'

/** @param rawText from a story: text, never markup */
export async function setParagraph(rawText: string, options: SetOptions): Promise<Paragraph> {
  const { shelf, style, language } = options
  const text = cleanText(rawText)
  const fonts = chooseFonts(style.family, text, language)
  const clusters = clustersOf(text)
  await shelf.prepare([...clusters, ELLIPSIS], fonts, style)
  const fontOf = (cluster: string): OpenFont | null => shelf.find(cluster, fonts, style)
  const boxes = clusters.some((cluster) => fontOf(cluster) === null) ? await openBoxes(shelf) : null
  const embedding = bidi.getEmbeddingLevels(text)
  const baseLevel = embedding.paragraphs[0]?.level ?? 0
  const shapeText = (part: string, levelAt: (at: number) => number): readonly TextRun[] =>
    itemise(part, fontOf, levelAt).flatMap((item) =>
      item.font === null ? (boxes?.(item) ?? []) : [shapeItem(item, item.font, options)],
    )
  const shapeRange = (from: number, to: number): readonly TextRun[] =>
    shapeText(text.slice(from, to), (at) => embedding.levels[from + at] ?? baseLevel)
  const cut = (pieces: readonly TextPiece[]): readonly SetPiece[] =>
    pieces.map(({ from, inkTo, to }) => toPiece(shapeRange(from, inkTo), shapeRange(inkTo, to)))
  const whole = {
    isRightToLeft: baseLevel % 2 === 1,
    isTall: /[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]/u.test(text),
    ellipsis: toPiece(
      shapeText(ELLIPSIS, () => baseLevel),
      [],
    ),
  }
  const split = (): Paragraph => ({ ...whole, pieces: cut(letterPieces(clusters)), split })
  return { ...whole, pieces: cut(cutPieces(text)), split }
}

function toPiece(ink: readonly TextRun[], space: readonly TextRun[]): SetPiece {
  return { ink, space, inkWidth: widthOf(ink), spaceWidth: widthOf(space) }
}

function widthOf(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { width }) => sum + width, 0)
}

function letterPieces(clusters: readonly string[]): readonly TextPiece[] {
  let at = 0
  return clusters.map((cluster) => {
    const from = at
    at += cluster.length
    return { from, inkTo: cluster.trim() === '' ? from : at, to: at }
  })
}

interface Item {
  readonly text: string
  readonly font: OpenFont | null
  readonly level: number
}

/** Stretches of one font and one level, in the order of the text. Clusters of marks of direction are left out. */
function itemise(
  text: string,
  fontOf: (cluster: string) => OpenFont | null,
  levelAt: (at: number) => number,
): readonly Item[] {
  const items: Item[] = []
  let at = 0
  for (const cluster of clustersOf(text)) {
    const level = levelAt(at)
    at += cluster.length
    if (/^[\u200B\u200E\u200F\u061C\u2060\u2066-\u2069\u202A-\u202E]+$/.test(cluster)) continue
    const font = fontOf(cluster)
    const last = items.at(-1)
    if (font !== null && last?.font === font && last.level === level)
      items[items.length - 1] = { ...last, text: last.text + cluster }
    else items.push({ text: cluster, font, level })
  }
  return items
}

function shapeItem({ text, level }: Item, font: OpenFont, { language, tracking = 0 }: SetOptions): TextRun {
  const buffer = new Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR)
  buffer.setLanguage(language)
  shape(font.font, buffer)
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  const spacing = font.mayTrack ? tracking : 0
  const em = (units: number): number => units / font.unitsPerEm
  let width = 0
  const glyphs = infos.map(({ codepoint }, i): PlacedGlyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
    const x = width + em(xOffset)
    width += xAdvance === 0 ? 0 : em(xAdvance) + spacing
    return { path: font.font.glyphToPath(codepoint), unitsPerEm: font.unitsPerEm, x, y: -em(yOffset) }
  })
  return { glyphs, width, level }
}

/** The runs of a line as they stand from left to right (rule L2). */
export function orderRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...ordered.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to++
      if (to > from + 1) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse())
      from = to
    }
  }
  return ordered
}

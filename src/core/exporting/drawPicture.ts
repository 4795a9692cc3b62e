/**
 * What stands where in a picture of the drawing?
 *
 *   title, what is shown          at the top
 *   Day known | axis ───────      lanes with their names in a gutter, as the page has them
 *   Lasted    |  ━━━━  ●
 *   key of the signs, sources, address
 */
import { listUsedSigns, type UsedSign } from '../marks/keySigns.ts'
import { drawShapes, shapeKinds, type Hold } from '../marks/drawShapes.ts'
import type { SignName } from '../marks/signNames.ts'
import { STANDING_PX } from '../marks/standingShapes.ts'
import type { StandingKind } from '../story/story.ts'
import { standings } from '../story/storyFile.ts'
import type { Px } from '../time/units.ts'
import { pictureWords } from '../wording/pictureWords.ts'
import { standingWords } from '../wording/standingWords.ts'
import { drawLanes, drawStandingAt, type DrawnLanes } from './drawLanes.ts'
import { colors, laneLooks, lined, signLook, textLooks } from './pictureLooks.ts'
import type { Picture, Piece, TextLook } from './picture.ts'
import { breakLines, setLine, type Measure } from './setText.ts'

export interface PictureContent extends DrawnLanes {
  readonly widthPx: Px
  /** Around all of it. */
  readonly marginPx: Px
  /** Over the drawing; empty where it stands elsewhere. */
  readonly title: string
  /** What is shown of the story, a paragraph each. */
  readonly facts: readonly string[]
  readonly signs: readonly SignName[]
  readonly standings: readonly StandingKind[]
  /** Below the key, a paragraph each. */
  readonly foot: readonly string[]
  readonly description: string
  readonly language: string
}

const HEAD_LINE_PX = 34
const FACT_LINE_PX = 18
const SMALL_LINE_PX = 16
/** More lines of a title say no more, and of a filter nobody reads. */
const MOST_HEAD_LINES = 3
const MOST_LINES = 8

export function drawPicture(content: PictureContent): Picture {
  const { widthPx, marginPx, measure } = content
  const pieces: Piece[] = []
  const roomPx = widthPx - 2 * marginPx
  let y = marginPx
  const write = (text: string, look: TextLook, linePx: Px, most: number): void => {
    for (const line of breakLines(text, roomPx, look, measure, most)) {
      pieces.push(setLine(line, marginPx, y + baselineIn(linePx, look), look))
      y += linePx
    }
  }
  write(content.title, textLooks.head, HEAD_LINE_PX, MOST_HEAD_LINES)
  if (content.title !== '') y += 6
  for (const fact of content.facts) write(fact, textLooks.fact, FACT_LINE_PX, MOST_LINES)
  if (content.title !== '' || content.facts.length > 0) y += 16
  const lanes = drawLanes(content, marginPx, y, roomPx)
  pieces.push(...lanes.pieces)
  y += lanes.heightPx
  pieces.push({ kind: 'box', x: marginPx, y, width: roomPx, height: 1, fill: colors.ink })
  y += 12
  const key = drawKey(content, marginPx, y, roomPx, measure)
  pieces.push(...key.pieces)
  y += key.heightPx
  if (content.foot.length > 0) y += 8
  for (const line of content.foot) write(line, textLooks.small, SMALL_LINE_PX, MOST_LINES)
  const heightPx = Math.ceil(y + marginPx)
  const ground: Piece = { kind: 'box', x: 0, y: 0, width: widthPx, height: heightPx, fill: colors.paper }
  const { title, description, language } = content
  return { widthPx, heightPx, title, description, language, pieces: [ground, ...pieces] }
}

/** Where the baseline stands in a line whose text is in its middle: our fonts' letters lie a third below it. */
function baselineIn(linePx: Px, { sizePx }: TextLook): Px {
  return Math.round(linePx / 2 + sizePx / 3)
}

const KEY_LINE_PX = 21
/** Where the first sign of a row begins, and between what belongs together and what does not. */
const KEY_NAME_PX = 104
const KEY_GAP_PX = 8
const KEY_APART_PX = 20

interface KeyItem {
  readonly widthPx: Px
  readonly words: string
  /** @param x of its left end; @param y of its middle */
  readonly draw: (x: Px, y: Px) => readonly Piece[]
}

function drawKey(
  { signs, standings: used, hasCounts, placed }: PictureContent,
  left: Px,
  top: Px,
  roomPx: Px,
  measure: Measure,
): { readonly pieces: readonly Piece[]; readonly heightPx: Px } {
  const rows: readonly (readonly [string, readonly KeyItem[]])[] = [
    [
      pictureWords.dateSigns,
      [
        ...listUsedSigns(signs).map(keyOfSign),
        ...(hasCounts ? [keyOfCounts] : []),
        ...(placed.densities.length > 0 ? [keyOfBars] : []),
      ],
    ],
    [pictureWords.standings, standings.filter((kind) => used.includes(kind)).map(keyOfStanding)],
  ]
  const pieces: Piece[] = []
  let y = top
  for (const [name, items] of rows) {
    if (items.length === 0) continue
    pieces.push(setLine(name, left, y + baselineIn(KEY_LINE_PX, textLooks.strong), textLooks.strong))
    let x = left + KEY_NAME_PX
    for (const { widthPx, words, draw } of items) {
      const wordsPx = measure(words, textLooks.small)
      if (x + widthPx + KEY_GAP_PX + wordsPx > left + roomPx && x > left + KEY_NAME_PX) {
        x = left + KEY_NAME_PX
        y += KEY_LINE_PX
      }
      const textX = x + widthPx + KEY_GAP_PX
      pieces.push(...draw(x, y + Math.floor(KEY_LINE_PX / 2)))
      pieces.push(setLine(words, textX, y + baselineIn(KEY_LINE_PX, textLooks.small), textLooks.small))
      x = textX + wordsPx + KEY_APART_PX
    }
    y += KEY_LINE_PX
  }
  return { pieces, heightPx: y - top }
}

const holds: readonly Hold[] = ['time', 'left', 'right']

function keyOfSign({ words, parts, widthPx }: UsedSign): KeyItem {
  return {
    words,
    widthPx,
    draw: (left, y) =>
      holds.flatMap((hold) => {
        const shapes = drawShapes([{ sign: parts, y: 0 }], hold, (x) => x, { leftPx: 0, rightPx: widthPx })
        return shapeKinds.flatMap((kind): readonly Piece[] => {
          const path = shapes[kind]
          if (path === undefined || path === '') return []
          return [{ kind: 'path', x: left, y, path, look: signLook('plain', kind) }]
        })
      }),
  }
}

const keyOfCounts: KeyItem = {
  words: pictureWords.counts,
  widthPx: 22,
  draw: (x, y) => [
    { kind: 'path', x, y, path: 'M0.75,-8h20.5v12h-20.5z', look: lined(colors.ink, 1.5) },
    { kind: 'path', x, y, path: 'M3,6h16', look: lined(colors.ink, 1) },
  ],
}

const keyOfBars: KeyItem = {
  words: pictureWords.bars,
  widthPx: 17,
  draw: (x, y) => [
    { kind: 'path', x, y, path: 'M0,7v-6h5v6zM6,7v-13h5v13zM12,7v-9h5v9z', look: laneLooks.density },
  ],
}

function keyOfStanding(standing: StandingKind): KeyItem {
  return {
    words: standingWords[standing].toLowerCase(),
    widthPx: STANDING_PX,
    draw: (x, y) => drawStandingAt(standing, x, y),
  }
}

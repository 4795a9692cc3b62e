/** Does a card show what it says, in every script, and nothing else? */
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Story } from '../../../../src/core/story/story.ts'
import { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '../../../../src/prerender/cards/card.ts'
import { drawCard } from '../../../../src/prerender/cards/drawCard.ts'
import { fitText } from '../../../../src/prerender/cards/fitText.ts'
import { FontShelf, type TypeStyle } from '../../../../src/prerender/cards/fontShelf.ts'
import { rasteriseCard } from '../../../../src/prerender/cards/rasteriseCard.ts'
import { orderRuns, setParagraph } from '../../../../src/prerender/cards/setParagraph.ts'
import { openStoryCards } from '../../../../src/prerender/cards/storyCards.ts'
import { makeEvent, makeStory } from '../../../fixtures/makeStory.ts'

const shelf = new FontShelf(path.resolve(import.meta.dirname, '../../../..'))
const STYLE: TypeStyle = { family: 'serif', weight: 500, opticalPx: 72 }
const set = (text: string) => setParagraph(text, { shelf, style: STYLE, language: 'en' })

function storyOf(title: string, edtf: string): Story {
  return makeStory({
    events: [makeEvent(1, { title, date: { edtf } }), makeEvent(2, { date: { edtf: '2026-06-30' } })],
  })
}

function drawFirst(story: Story): Promise<string> {
  const cards = openStoryCards(story)
  return drawCard(cards.cardAt(cards.paths[1] ?? ''), shelf)
}

/** Where the row through the middle of the signs is dark: [from, to) of each stretch, px. */
function darkStretches(svg: string, y: number): readonly (readonly [number, number])[] {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  const found: [number, number][] = []
  for (let x = 0; x < CARD_WIDTH_PX; x++) {
    if ((pixels[(y * CARD_WIDTH_PX + x) * 4] ?? 255) > 128) continue
    const last = found.at(-1)
    if (last?.[1] === x) last[1]++
    else found.push([x, x + 1])
  }
  return found
}

/** Middle of the signs: see SIGN_LINE_PX. */
const SIGN_Y = 445

describe('the picture', () => {
  test('is a PNG of the size that previews ask for, the same bytes each time', async () => {
    const svg = await drawFirst(storyOf('A title', '2026-04'))
    const png = Buffer.from(rasteriseCard(svg))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([CARD_WIDTH_PX, CARD_HEIGHT_PX])
    expect(png.equals(Buffer.from(rasteriseCard(await drawFirst(storyOf('A title', '2026-04')))))).toBe(true)
  })

  test('draws a known day as one disc, and doubt as a row of dots between brackets', async () => {
    const day = darkStretches(await drawFirst(storyOf('A title', '2026-04-14')), SIGN_Y)
    expect(day).toHaveLength(1)
    expect(Math.round(((day[0]?.[1] ?? 0) - (day[0]?.[0] ?? 0)) / 5)).toBe(5)
    const doubt = darkStretches(await drawFirst(storyOf('A title', '2026-04')), SIGN_Y)
    const widths = doubt.map(([from, to]) => to - from)
    expect(widths.length).toBeGreaterThan(8)
    // Brackets of 5 px at either end, dots of 7 or 8 between, and paper between all of them.
    expect(Math.max(...widths)).toBeLessThanOrEqual(8)
    expect([widths[0], widths.at(-1)]).toEqual([5, 5])
  })

  test('draws what lasted as one bar, unlike doubt over the same days', async () => {
    const lasted = darkStretches(await drawFirst(storyOf('A title', '2026-04-01/2026-04-30')), SIGN_Y)
    expect(lasted).toHaveLength(1)
    expect((lasted[0]?.[1] ?? 0) - (lasted[0]?.[0] ?? 0)).toBeGreaterThan(200)
  })

  test('has no text of the story in it that could be read as markup', async () => {
    const title = '</text></svg><script>alert(1)</script><image href="file:///etc/passwd"/> & \u202E ]]>'
    const svg = await drawFirst(storyOf(title, '2026-04'))
    expect([...new Set(svg.match(/<\/?[^\s/>]+/g))].sort()).toEqual([
      '</g',
      '</svg',
      '<g',
      '<path',
      '<rect',
      '<svg',
    ])
    expect(svg).not.toMatch(/script|href|passwd|alert/)
  })
})

describe('a text', () => {
  test('is set so that no line is wider than its room, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 260 }), async (text) => {
        const fitted = fitText(await set(text), {
          widthPx: 600,
          heightPx: 200,
          sizesPx: [80, 60, 40],
          maxLines: 4,
        })
        for (const { widthPx } of fitted.lines) expect(widthPx).toBeLessThanOrEqual(600.001)
        expect(fitted.lines.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 40 },
    )
  })

  test('that is long is set smaller, then cut at a word', async () => {
    const room = { widthPx: 1072, heightPx: 230, sizesPx: [88, 68, 47], maxLines: 4 }
    const short = fitText(await set('Held back'), room)
    const long = fitText(await set('held back '.repeat(9)), room)
    const tooLong = fitText(await set('held back '.repeat(60)), room)
    expect([short.sizePx, long.sizePx, tooLong.sizePx]).toEqual([88, 68, 47])
    expect([short.isCut, long.isCut, tooLong.isCut]).toEqual([false, false, true])
    const { ellipsis } = await set('x')
    expect(tooLong.lines.at(-1)?.runs.at(-1)?.glyphs[0]?.path).toBe(ellipsis.ink[0]?.glyphs[0]?.path)
  })

  test('in Arabic has letters that join, from right to left', async () => {
    const joined = await set('ححح')
    const alone = await set('ح')
    const paths = joined.pieces[0]?.ink[0]?.glyphs.map(({ path }) => path) ?? []
    expect(joined.isRightToLeft).toBe(true)
    expect(paths).toHaveLength(3)
    expect(new Set([...paths, alone.pieces[0]?.ink[0]?.glyphs[0]?.path]).size).toBe(4)
  })

  test('in Hebrew with Latin words keeps these in their own order', async () => {
    const [first, second, hebrew, space] = [{ level: 2 }, { level: 2 }, { level: 1 }, { level: 1 }].map(
      (run, i) => ({
        ...run,
        width: i,
        glyphs: [],
      }),
    )
    const line = [hebrew, space, first, second].filter((run) => run !== undefined)
    expect(orderRuns(line)).toEqual([first, second, space, hebrew])
  })

  test('that no font here has is a box with its number, not nothing', async () => {
    const [piece] = (await set('\uE000')).pieces
    // A frame and four figures.
    expect(piece?.ink[0]?.glyphs).toHaveLength(5)
    expect(piece?.inkWidth).toBeGreaterThan(0.5)
  })

  test.each([
    '東京',
    '北京',
    '서울',
    'القاهرة',
    'ירושלים',
    'Москва',
    'Αθήνα',
    'กรุงเทพ',
    'दिल्ली',
    'Łódź',
    '🚀',
    '⟨U+202E⟩',
  ])('%s has all of its letters', async (text) => {
    const runs = (await set(text)).pieces.flatMap(({ ink }) => ink)
    // A box begins so (see missingLetters.ts).
    expect(runs.flatMap(({ glyphs }) => glyphs).filter(({ path }) => path.startsWith('M30,-120'))).toEqual([])
    expect(runs.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThan(0)
  })
})

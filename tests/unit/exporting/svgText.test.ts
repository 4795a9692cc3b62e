/**
 * Is a picture a sound document in which nothing can run, whatever the story holds? An XML parser says so.
 * @vitest-environment jsdom
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPicture } from '../../../src/core/exporting/drawPicture.ts'
import { textsOf, type Picture } from '../../../src/core/exporting/picture.ts'
import { breakLines, cutText } from '../../../src/core/exporting/setText.ts'
import { textLooks } from '../../../src/core/exporting/pictureLooks.ts'
import { escapeText, formatSvg } from '../../../src/core/exporting/svgText.ts'
import { metricsFor } from '../../../src/core/marks/metrics.ts'
import { signsOf } from '../../../src/core/marks/signNames.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { buildAxisTicks } from '../../../src/core/time/axisTicks.ts'
import { formatInstead } from '../../../src/core/wording/eventWords.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'
import { readHostileStory, readOurStory } from './takenStory.ts'

const measure = (text: string, { sizePx }: { readonly sizePx: number }): number => text.length * sizePx * 0.6

function picture(story: Story, options: Parameters<typeof drawStory>[1] = {}): Picture {
  const metrics = metricsFor(1000, { heading: 'side', isCompact: false })
  const { layout, placed, scale } = drawStory(story, { ...options, metrics })
  return drawPicture({
    scale,
    placed,
    measure,
    ticks: buildAxisTicks(scale),
    lanes: layout.lanes,
    lanesPx: layout.heightPx,
    gutterPx: 92,
    widthPx: 1156,
    marginPx: 32,
    headingOf: ({ kind, shownCount }) => ({ name: kind, counts: `${shownCount} events` }),
    wordsOf: (row) => {
      const event = story.events[row]
      if (event === undefined) throw new Error(`no row ${row}`)
      const { title, shortTitle, standing } = event
      const order = formatInstead(event, () => null)
      return { full: title, short: shortTitle, date: '', order, standing: standing.is }
    },
    rootWords: () => ({ lead: 'One root.', rest: 'All of them.' }),
    hasCounts: placed.clusters.length > 0,
    title: story.title,
    facts: [story.summary],
    signs: story.events.flatMap(signsOf),
    standings: story.events.map(({ standing }) => standing.is),
    foot: ['Sources: none is named.', 'https://timeline.example/?q=%3Cscript%3E&from=2020'],
    description: story.summary,
    language: story.language,
  })
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'width', 'height', 'viewBox', 'xml:lang', 'role', 'x', 'y'],
  title: [],
  desc: [],
  style: [],
  rect: ['x', 'y', 'width', 'height', 'fill'],
  path: ['d', 'transform', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-dasharray', 'opacity'],
  text: [
    'x',
    'y',
    'fill',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'direction',
    'text-anchor',
  ],
}

/** All that an XML parser finds in it; throws where it is not well formed. */
function elementsOf(svg: string): readonly Element[] {
  const found = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(found.querySelector('parsererror')?.textContent ?? '').toBe('')
  return [...found.querySelectorAll('*')]
}

function expectHarmless(svg: string): void {
  for (const element of elementsOf(svg)) {
    expect(Object.keys(allowed)).toContain(element.localName)
    for (const { name, value } of element.attributes) {
      expect(allowed[element.localName], `${name} of ${element.localName}`).toContain(name)
      expect(name === 'xmlns' ? '' : value).not.toMatch(/url\(|javascript:|https?:/i)
    }
  }
}

describe('a picture as SVG', () => {
  it('of any story in any window is well formed, of harmless elements alone', () => {
    fc.assert(
      fc.property(randomStory(20), randomWindow, (story, window) => {
        expectHarmless(formatSvg(picture(story, { window }), ''))
      }),
      { numRuns: 40 },
    )
  })

  it('of a hostile story shows its words as text, with no element of its own', () => {
    const story = readHostileStory()
    const svg = formatSvg(picture(story), '@font-face { src: url("data:font/woff2;base64,AAAA") }')
    expectHarmless(svg)
    expect(elementsOf(svg).find(({ localName }) => localName === 'title')?.textContent).toBe(story.title)
    expect(svg).not.toMatch(/<script|<svg onload|<img/)
    // What would turn the text after it around is spelled out.
    expect(svg).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  })

  it('says every title that the drawing has, the key of its signs, and its address', () => {
    const story = readOurStory()
    const texts = textsOf(picture(story).pieces).map(({ text }) => text)
    for (const { title, shortTitle } of story.events)
      expect(
        texts.some((text) => [title, shortTitle].some((words) => words.startsWith(text.replace('…', '')))),
      ).toBe(true)
    expect(texts).toContain('on a day')
    expect(texts).toContain('confirmed by a party')
    expect(texts).toContain('https://timeline.example/?q=%3Cscript%3E&from=2020')
  })

  it('has no mark or word beyond its edges', () => {
    const { widthPx, heightPx, pieces } = picture(readOurStory())
    for (const piece of pieces) {
      expect(piece.x).toBeGreaterThanOrEqual(0)
      expect(piece.y).toBeGreaterThanOrEqual(0)
      expect(piece.x).toBeLessThanOrEqual(widthPx)
      expect(piece.y).toBeLessThanOrEqual(heightPx)
    }
  })
})

it('any text comes back from the document as it was, but for what XML has no sign for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [root] = elementsOf(
        `<svg xmlns="http://www.w3.org/2000/svg" role="${escapeText(text.replace(/\s/g, ' '))}"/>`,
      )
      const sayable = text
        .replace(/\s/g, ' ')
        // eslint-disable-next-line no-control-regex
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
      expect(root?.getAttribute('role')).toBe(sayable)
    }),
  )
})

describe('a text in lines', () => {
  const look = textLooks.small

  it('keeps every word, in lines that fit', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'ü', '字'), minLength: 1, maxLength: 30 }),
    )
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 300 }), (list, widthPx) => {
        const lines = breakLines(list.join(' '), widthPx, look, measure)
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''))
        for (const line of lines) expect(measure(line, look)).toBeLessThanOrEqual(widthPx)
      }),
    )
  })

  it('ends in an ellipsis where it has no more lines, or no more room', () => {
    const text = 'one two three four five six'
    const lines = breakLines(text, 80, look, measure, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    expect(cutText('abcdefghij', 40, look, measure)).toBe('abcd…')
    expect(cutText('abc', 40, look, measure)).toBe('abc')
  })
})

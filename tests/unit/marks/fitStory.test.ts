/** What does the first view show, how far may a reader go, and what brings an event into view? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitsFor } from '../../../src/core/marks/fitStory.ts'
import { revealWindow } from '../../../src/core/marks/revealWindow.ts'
import { gatherFacts, type StoryFacts } from '../../../src/core/marks/storyFacts.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { clampWindow, spanOf } from '../../../src/core/time/timeWindow.ts'
import { DAY_MS, MINUTE_MS } from '../../../src/core/time/units.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { eventsFromText, january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'

const factsOf = ({ events, published }: Story): StoryFacts => gatherFacts(events, published)
const extentOf = (edtf: string | null) => {
  const story = makeStory({ events: [makeEvent(0, { date: edtf === null ? null : { edtf } })] })
  return factsOf(story).extent
}

describe('the first view', () => {
  it('shows every bound that any date has, in any story at any width', () => {
    fc.assert(
      fc.property(randomStory(20), fc.integer({ min: 200, max: 2000 }), (story, widthPx) => {
        const { window, index, facts } = drawStory(story, { widthPx })
        for (const ms of [...index.startMs, ...index.endMs].filter(Number.isFinite)) {
          expect(ms).toBeGreaterThanOrEqual(window.startMs)
          expect(ms).toBeLessThanOrEqual(window.endMs + 1)
        }
        const clamped = clampWindow(window, limitsFor(facts))
        expect(clamped.startMs).toBeCloseTo(window.startMs, -1)
        expect(clamped.endMs).toBeCloseTo(window.endMs, -1)
      }),
      { numRuns: 80 },
    )
  })

  it('leaves room at the right for the label of the last day', () => {
    const story = eventsFromText(`
      2020-01-01          2020-01-21
      A                  B
    `)
    const { placed } = drawStory(story, { labelOf: () => ({ fullPx: 200, shortPx: 50 }) })
    expect(placed.marks[1]?.label).toMatchObject({ form: 'full', side: 'right' })
  })

  it('never gives the events less than 62 % of the width, however long a label is', () => {
    const story = eventsFromText(`
      2020-01-01          2020-01-21
      A                  B
    `)
    const { extent, window } = drawStory(story, { labelOf: () => ({ fullPx: 5000, shortPx: 5000 }) })
    expect(spanOf(extent) / spanOf(window)).toBeCloseTo(0.62, 9)
  })
})

describe('the story reaches', () => {
  it.each([
    ['over a day', '2020-01-05', january(5), january(6)],
    ['from the known bound of a date without an end', '[2020-01-05..]', january(4), january(6)],
    ['a day around a clock time', '2020-01-05T12:00', january(4.5), january(6.5) + MINUTE_MS],
  ])('%s', (_, edtf, startMs, endMs) => {
    expect(extentOf(edtf)).toEqual({ startMs, endMs })
  })

  it('a month around its publication when no event has a date', () => {
    expect(spanOf(extentOf(null))).toBe(30 * DAY_MS)
  })

  it('as far as its last report', () => {
    const event = makeEvent(0, {
      date: { edtf: '2020-01-05' },
      reported: { edtf: '2020-01-09', source: 'morning-post' },
    })
    const story = makeStory({ events: [event] })
    expect(factsOf(story).extent.endMs).toBe(january(9.5))
  })
})

describe('a reader may', () => {
  const limitsOf = (edtf: string) => {
    const story = makeStory({ events: [makeEvent(0), makeEvent(30, { date: { edtf } })] })
    return limitsFor(factsOf(story))
  }

  it('zoom in to two days, or to ten minutes where clock times are given', () => {
    expect(limitsOf('2020-01-31').minSpanMs).toBe(2 * DAY_MS)
    expect(limitsOf('2020-01-31T10:00').minSpanMs).toBe(10 * MINUTE_MS)
  })

  it('zoom out to four times the story', () => {
    const { outer } = limitsOf('2020-01-31')
    expect(spanOf(outer)).toBe(4 * 31 * DAY_MS)
  })
})

describe('an event', () => {
  const limits = { outer: { startMs: 0, endMs: 10_000 }, minSpanMs: 10 }
  const window = { startMs: 1000, endMs: 2000 }

  it('some of which is in view moves nothing', () => {
    expect(revealWindow(window, { startMs: 1999, endMs: 5000 }, limits)).toBeNull()
    expect(revealWindow(window, { startMs: -Infinity, endMs: 1001 }, limits)).toBeNull()
  })

  it('out of view lands at three tenths of the window, its length kept', () => {
    expect(revealWindow(window, { startMs: 5000, endMs: 5100 }, limits)).toEqual({
      startMs: 4700,
      endMs: 5700,
    })
    expect(revealWindow(window, { startMs: 500, endMs: 600 }, limits)).toEqual({ startMs: 200, endMs: 1200 })
  })

  it('without a start is brought in by its end', () => {
    expect(revealWindow(window, { startMs: -Infinity, endMs: 800 }, limits)).toEqual({
      startMs: 500,
      endMs: 1500,
    })
  })

  it('at the edge of what may be seen moves the window no farther', () => {
    expect(revealWindow(window, { startMs: 9990, endMs: 10_000 }, limits)).toEqual({
      startMs: 9000,
      endMs: 10_000,
    })
  })

  it('without any bound moves nothing', () => {
    expect(revealWindow(window, { startMs: NaN, endMs: NaN }, limits)).toBeNull()
  })

  it('that was revealed is in view', () => {
    fc.assert(
      fc.property(randomStory(8), randomWindow, (story, any) => {
        const { index, facts } = drawStory(story)
        const bounds = limitsFor(facts)
        const from = clampWindow(any, bounds)
        story.events.forEach((_, row) => {
          const startMs = index.startMs[row] ?? NaN
          const endMs = index.endMs[row] ?? NaN
          const target = revealWindow(from, { startMs, endMs }, bounds)
          if (target === null) return
          expect(startMs <= target.endMs && endMs >= target.startMs).toBe(true)
        })
      }),
      { numRuns: 60 },
    )
  })
})

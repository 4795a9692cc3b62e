/** How does an event look that stands by its report? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawByReport } from '../../../src/core/marks/drawByReport.ts'
import { shiftOfMark } from '../../../src/core/marks/shiftOf.ts'
import { metricsFor } from '../../../src/core/marks/metrics.ts'
import { briefAsReported } from '../../../src/core/story/clockedBrief.ts'
import type { EventBrief } from '../../../src/core/story/eventBrief.ts'
import { orderEvents } from '../../../src/core/story/orderEvents.ts'
import type { Story, TimelineEvent } from '../../../src/core/story/story.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { drawStory, type DrawOptions } from '../../fixtures/drawStory.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory } from '../../fixtures/randomStory.ts'

const scale = buildTimeScale({ startMs: january(1), endMs: january(21) }, 400) // twenty px a day
const sheet = { kind: 'sheet', x: 210 } as const

/** The sign of an event that was reported on 11 January. */
function signOf(happened: string | null, reported = '2020-01-11', hasOwnDates = true) {
  const [event] = makeStory({
    events: [
      makeEvent(0, {
        date: happened === null ? null : { edtf: happened },
        reported: { edtf: reported, source: 'morning-post' },
      }),
    ],
  }).events
  if (event === undefined) throw new Error('no event')
  const brief = briefAsReported(event)
  if (brief.when === null) throw new Error('no report')
  return drawByReport(hasOwnDates).placeSign(brief, brief.when, scale)
}

describe('from the sheet of its report', () => {
  it('a day hangs by the hairline of the lag', () => {
    expect(signOf('2020-01-03')).toEqual([sheet, { kind: 'lag', x1: 58, x2: 204 }, { kind: 'disc', x: 50 }])
  })

  it('a later day hangs on the other side', () => {
    expect(signOf('2020-01-15')).toEqual([sheet, { kind: 'lag', x1: 216, x2: 282 }, { kind: 'disc', x: 290 }])
  })

  it('what is still so runs up to the sheet, without an arrow to where nobody knows', () => {
    expect(signOf('2020-01-03/..')).toEqual([sheet, { kind: 'rule', x1: 40, x2: 204 }])
  })

  it('what may be on any later day has dots up to the sheet', () => {
    expect(signOf('[2020-01-03..]').map(({ kind }) => kind)).toEqual(['sheet', 'leaders', 'bracket'])
  })

  it('an end that nobody knows breaks up before the sheet', () => {
    expect(signOf('2020-01-09/')).toEqual([sheet, { kind: 'pieces', x: 160, side: 'right', widthPx: 44 }])
    expect(signOf('2020-01-14/')).toEqual([sheet])
  })

  it('nothing hangs where nobody says when it happened, nor in a story of very many events', () => {
    expect(signOf(null)).toEqual([sheet])
    expect(signOf('2020-01-03', '2020-01-11', false)).toEqual([sheet])
  })

  it('a report on a day not known has dots and no sheet, and nothing hangs from it', () => {
    expect(signOf('2020-01-03', '[2020-01-05..2020-01-11]').map(({ kind }) => kind)).toEqual([
      'leaders',
      'bracket',
      'bracket',
    ])
  })
})

/** Its events as the reported clock has them, drawn. */
function draw(story: Story, options: DrawOptions = {}) {
  const redated = story.events.map((event): TimelineEvent & EventBrief => {
    const { asReported, reported, when } = briefAsReported(event)
    const date =
      when === null ? null : { note: null, baseText: undefined, sources: [], isOutside: false, ...when }
    const plain = { ...event, when: date, reported: reported === null ? null : event.reported, relations: [] }
    return asReported === undefined ? plain : { ...plain, asReported }
  })
  const byReport = { ...story, events: orderEvents(redated) }
  return drawStory(byReport, { byReport: drawByReport(true), ...options })
}

/** As wide as a letter of the title is ten px, with a day in figures. */
const labelOf: DrawOptions['labelOf'] = (event) => (event.when === null ? {} : { date: '1 Jan', datePx: 40 })

describe('events by their reports', () => {
  const day = '2020-01-11'
  const sameDay = makeStory({
    events: Array.from({ length: 12 }, (_, i) =>
      makeEvent(i, {
        reported: { edtf: day, source: 'morning-post' },
        date: { edtf: `2020-01-0${1 + (i % 9)}` },
      }),
    ),
  })

  it('that one day told of all stand below one another, as many as three lanes hold', () => {
    const plain = metricsFor(1000, { heading: 'side', isCompact: false })
    expect(drawByReport(true).adaptMetrics(plain)).toEqual({ ...plain, maxRows: 3 * plain.maxRows })
    const { placed } = draw(sameDay, { metrics: { maxRows: 24 }, labelOf })
    expect(placed.clusters).toEqual([])
    expect(new Set(placed.marks.map(({ y }) => y)).size).toBe(12)
  })

  it('have their labels right of all that hangs from the sheet', () => {
    const later = makeStory({
      events: [
        makeEvent(0, { date: { edtf: '2020-01-15' }, reported: { edtf: day, source: 'morning-post' } }),
      ],
    })
    const { placed } = draw(later, { window: { startMs: january(1), endMs: january(41) }, labelOf })
    const [mark] = placed.marks
    const disc = mark?.sign.find((part) => part.kind === 'disc')
    expect(mark?.label?.side).toBe('right')
    expect(mark?.label?.x).toBeGreaterThan(disc?.x ?? Infinity)
  })

  it('have their labels above their signs on a narrow drawing, ending with the sheet or beginning at the edge', () => {
    const metrics = drawByReport(true).adaptMetrics(metricsFor(340, { heading: 'above', isCompact: false }))
    expect(metrics.dayRowPx).toBe(metrics.rangeRowPx)
    const { placed } = draw(sameDay, { widthPx: 340, metrics, labelOf })
    for (const { label, sign, y } of placed.marks) {
      const sheetX = sign.find((part) => part.kind === 'sheet')?.x ?? NaN
      expect(label?.side).toBe('above')
      expect(label?.y).toBeLessThan(y)
      expect(
        label?.x === 0 || Math.abs((label?.x ?? NaN) + (label?.widthPx ?? NaN) - sheetX - 5) < 1e-6,
      ).toBe(true)
    }
  })

  it('move with the day of the report when the window does, whatever else of them has a day', () => {
    const { placed, scale: drawn } = draw(sameDay, { metrics: { maxRows: 24 }, labelOf })
    for (const mark of placed.marks) {
      const x = mark.sign.find((part) => part.kind === 'sheet')?.x
      expect(shiftOfMark(mark, drawn)).toEqual({ kind: 'time', x })
    }
  })

  it('never stand on each other', () => {
    fc.assert(
      fc.property(randomStory(20), fc.constantFrom(340, 1000), (story, widthPx) => {
        const metrics = drawByReport(true).adaptMetrics(
          metricsFor(widthPx, { heading: 'side', isCompact: false }),
        )
        const { placed } = draw(story, { widthPx, metrics, labelOf })
        const boxes = placed.marks.map(({ box }) => box)
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1)) {
            const isApart =
              a.x + a.width <= b.x + 1 ||
              b.x + b.width <= a.x + 1 ||
              a.y >= b.y + b.height ||
              b.y >= a.y + a.height
            expect(isApart, JSON.stringify([a, b])).toBe(true)
          }
      }),
    )
  })
})

/** Which report do several events go back to, where is it drawn, and which event does a key lead to? */
import { describe, expect, it } from 'vitest'
import { findInNextLane, findNextStop } from '../../../src/core/marks/findNeighbour.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { ShownRows } from '../../../src/core/indexing/shownRows.ts'
import { findRoots } from '../../../src/core/marks/findRoots.ts'
import { listUsedSigns, type UsedSign } from '../../../src/core/marks/keySigns.ts'
import { placeReport } from '../../../src/core/marks/placeReport.ts'
import type { SignPart } from '../../../src/core/marks/signPart.ts'
import { gatherFacts } from '../../../src/core/marks/storyFacts.ts'
import type { Story } from '../../../src/core/story/story.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { eventsFromText, january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'

const twentyDays = { startMs: january(1), endMs: january(21) }
const report = { reported: { edtf: '2020-01-11', source: 'morning-post' } }
const picture = `
  2020-01-01          2020-01-21
  A    B    R
      C....C
  E      F
`
const withRoot = eventsFromText(picture, {
  A: report,
  C: report,
  R: { kind: 'publication', publishes: 'morning-post' },
})
const rowOf = (title: string): number => withRoot.events.findIndex((event) => event.title === title)

describe('a report', () => {
  it('to which two events go back is a root', () => {
    expect(findRoots(withRoot)).toEqual([{ row: rowOf('R'), reported: [rowOf('A'), rowOf('C')] }])
  })

  it('to which one event goes back is none', () => {
    const story = eventsFromText(picture, { A: report, R: { publishes: 'morning-post' } })
    expect(findRoots(story)).toEqual([])
  })

  it('whose publication is no event is none', () => {
    expect(findRoots(eventsFromText(picture, { A: report, C: report }))).toEqual([])
  })

  it('has a line from its disc down to the lowest sheet', () => {
    const { placed } = drawStory(withRoot, { window: twentyDays })
    const markOf = (title: string) => placed.marks.find(({ row }) => row === rowOf(title))
    expect(placed.roots).toMatchObject([
      { row: rowOf('R'), count: 2, x: 525, y1: markOf('R')?.y, y2: markOf('C')?.y },
    ])
  })

  it('has no line when it is hidden, or all that goes back to it is', () => {
    const roots = (hidden: readonly string[]) =>
      drawStory(withRoot, { window: twentyDays, hidden }).placed.roots
    expect(roots(['event-r'])).toEqual([])
    expect(roots(['event-a', 'event-c'])).toEqual([])
    expect(roots(['event-a'])).toHaveLength(1)
  })

  it('has a note that counts all that goes back to it while the window moves, and less only by the filter', () => {
    const countIn = (startDay: number, hidden: readonly string[] = []) =>
      drawStory(withRoot, { window: { startMs: january(startDay), endMs: january(startDay + 20) }, hidden })
        .placed.roots[0]?.count
    expect([countIn(1), countIn(4)]).toEqual([2, 2])
    expect(
      drawStory(withRoot, { window: { startMs: january(4), endMs: january(24) } }).placed.marks.length,
    ).toBeLessThan(withRoot.events.length)
    expect(countIn(1, ['event-a'])).toBe(1)
  })

  it('has its note beside the line only where no title runs into its first words', () => {
    // Two rows of doubt below each other; the report is two days after the last of their days.
    const draw = (title: string, startDay: number) =>
      drawStory(
        makeStory({
          events: [
            ...[0, 1, 2].map((i) =>
              makeEvent(i, { title, date: { edtf: '[2020-01-05..2020-01-09]' }, ...report }),
            ),
            makeEvent(3, {
              title: 'R',
              date: { edtf: '2020-01-11' },
              kind: 'publication',
              publishes: 'morning-post',
            }),
          ],
        }),
        { window: { startMs: january(startDay), endMs: january(startDay + 20) } },
      ).placed
    const noteOf = (title: string, startDay: number) => draw(title, startDay).roots[0]?.note
    for (const startDay of [1, 4, 7, 9]) {
      expect(noteOf('Short', startDay), `short titles, from ${startDay}`).not.toBeNull()
      const { marks, roots } = draw('A title of forty letters, as phones cut', startDay)
      const endPx = Math.max(...marks.map(({ label }) => (label === null ? 0 : label.x + label.widthPx)))
      expect(roots).toHaveLength(1)
      expect(endPx, `from ${startDay}`).toBeLessThanOrEqual(roots[0]?.note?.x ?? Infinity)
    }
    expect(noteOf('A title of forty letters, as phones cut', 1)).toBeNull()
  })

  it('has no line when it is out of the window', () => {
    const window = { startMs: january(1), endMs: january(8) }
    expect(drawStory(withRoot, { window }).placed.roots).toEqual([])
  })
})

describe('the sheet of a report', () => {
  const scale = buildTimeScale(twentyDays, 400) // twenty px a day
  const [event] = makeStory({ events: [makeEvent(0, { date: { edtf: '2020-01-02' }, ...report })] }).events
  const place = (sign: readonly SignPart[]): readonly SignPart[] =>
    event === undefined ? [] : placeReport(event, sign, scale)

  it('stands on its day, with a hairline from the event to it', () => {
    expect(place([{ kind: 'disc', x: 30 }])).toEqual([
      { kind: 'lag', x1: 38, x2: 204 },
      { kind: 'disc', x: 30 },
      { kind: 'sheet', x: 210 },
    ])
  })

  it('has dots stop short of it and the bracket move out when both fall on one day', () => {
    const sign: readonly SignPart[] = [
      { kind: 'leaders', x1: 48, x2: 209 },
      { kind: 'bracket', x: 40, side: 'left', shape: 'square' },
      { kind: 'bracket', x: 217, side: 'right', shape: 'square' },
    ]
    expect(place(sign)).toEqual([
      { kind: 'leaders', x1: 48, x2: expect.closeTo(195, 1) },
      { kind: 'bracket', x: 40, side: 'left', shape: 'square' },
      { kind: 'bracket', x: 221, side: 'right', shape: 'square' },
      { kind: 'sheet', x: 210 },
    ])
  })

  it('leaves a gap in a row of dots that goes on after it, and moves none of them', () => {
    // A dot every seven px, the nearest on 195 and 223.
    expect(place([{ kind: 'leaders', x1: 48, x2: 391 }])).toEqual([
      { kind: 'leaders', x1: 48, x2: expect.closeTo(195, 1) },
      { kind: 'leaders', x1: 223, x2: expect.closeTo(391, 1) },
      { kind: 'sheet', x: 210 },
    ])
  })

  it('is not drawn where only the month of the report is known: any day would be a guess', () => {
    const [vague] = makeStory({
      events: [makeEvent(0, { reported: { edtf: '2020-01', source: 'morning-post' } })],
    }).events
    const sign: readonly SignPart[] = [{ kind: 'disc', x: 30 }]
    expect(vague === undefined ? [] : placeReport(vague, sign, scale)).toBe(sign)
  })

  it('is not drawn for the report itself', () => {
    const [publication] = makeStory({
      events: [makeEvent(0, { ...report, publishes: 'morning-post' })],
    }).events
    const sign: readonly SignPart[] = [{ kind: 'disc', x: 210 }]
    expect(publication === undefined ? [] : placeReport(publication, sign, scale)).toBe(sign)
  })
})

describe('a key', () => {
  it('leads to the next shown event in reading order, and nowhere at the end', () => {
    const nextOf = (shown: readonly number[], from: number, step: 1 | -1): number | null => {
      const matches = Uint8Array.from({ length: 6 }, (_, row) => (shown.includes(row) ? MATCH.certain : 0))
      return findNextStop({ clusters: [], shownRows: new ShownRows(matches) }, shown, from, step)
    }
    expect(nextOf([0, 2, 5], 2, 1)).toBe(5)
    expect(nextOf([0, 2, 5], 2, -1)).toBe(0)
    expect(nextOf([0, 2, 5], 1, 1)).toBe(2)
    expect(nextOf([0, 2, 5], 5, 1)).toBeNull()
    expect(nextOf([], 0, -1)).toBeNull()
  })

  it('leads to the nearest event of the lane below, over lanes that are empty', () => {
    const story = eventsFromText(`
      2020-01-01          2020-01-21
      A             B
      C..C        D..D
    `)
    const { layout, placed } = drawStory(story, { window: twentyDays })
    const row = (title: string): number => story.events.findIndex((event) => event.title === title)
    const nextLane = (from: number, step: 1 | -1) =>
      findInNextLane(layout.lanes, placed, from, null, step)?.row ?? null
    expect(nextLane(row('A'), 1)).toBe(row('C'))
    expect(nextLane(row('B'), 1)).toBe(row('D'))
    expect(nextLane(row('D'), -1)).toBe(row('B'))
    expect(nextLane(row('D'), 1)).toBeNull()
    expect(nextLane(row('A'), -1)).toBeNull()
  })

  it('never leads to an event that is filtered out', () => {
    const story = eventsFromText(`
      2020-01-01          2020-01-21
      A
      B..B        C..C
    `)
    const { layout, placed } = drawStory(story, { window: twentyDays, hidden: ['event-b'] })
    expect(findInNextLane(layout.lanes, placed, 0, null, 1)?.row).toBe(
      story.events.findIndex(({ title }) => title === 'C'),
    )
  })
})

describe('the key names', () => {
  const usedSigns = ({ events, published }: Story): readonly UsedSign[] =>
    listUsedSigns(gatherFacts(events, published).signs)
  const wordsFor = (...dates: readonly (string | null)[]): readonly string[] => {
    const events = dates.map((edtf, i) => makeEvent(i, { date: edtf === null ? null : { edtf } }))
    return usedSigns(makeStory({ events })).map(({ words }) => words)
  }

  it.each([
    ['2020-01-01', 'on a day'],
    ['{2020-01-01,2020-01-03}', 'on a day'],
    ['2020-01', 'one day between stated limits'],
    ['2020-01-01/2020-01-05', 'lasted'],
    ['2020-01-01/..', 'still so'],
    ['2020-01-01/', 'end unknown'],
    ['2020-01-01~', 'about'],
    [null, 'no date, in order'],
  ])('only what the story has: %s, “%s”', (edtf, words) => {
    expect(wordsFor(edtf)).toEqual([words])
  })

  it('what a limit that is missing or worked out looks like', () => {
    expect(wordsFor('[..2020-01-05]')).toEqual(['one day between stated limits', 'no limit known'])
    expect(wordsFor('2020-01~')).toEqual(['one day between stated limits', 'limit worked out by us'])
  })

  it('all in one order, whatever comes first in the story', () => {
    expect(wordsFor(null, '2020-01', '2020-01-01')).toEqual([
      'on a day',
      'one day between stated limits',
      'no date, in order',
    ])
  })

  it('the sheet where anything was reported', () => {
    expect(usedSigns(withRoot).map(({ words }) => words)).toContain('reported on')
  })
})

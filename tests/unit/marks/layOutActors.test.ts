/** Does an event stand in each of its actors' lanes, does it read as one, and does nothing in a lane overlap? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorMs } from '../../../src/core/indexing/eventIndex.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { claimRow } from '../../../src/core/marks/claimRow.ts'
import { findInNextLane, findNextStop } from '../../../src/core/marks/findNeighbour.ts'
import { joinOf } from '../../../src/core/marks/joinMarks.ts'
import { lineOf } from '../../../src/core/marks/laneLayout.ts'
import { laneNameOf, ownerOf } from '../../../src/core/marks/layOutActors.ts'
import { labelWidthPx } from '../../../src/core/marks/eventLabel.ts'
import { signExtentPx } from '../../../src/core/marks/signExtent.ts'
import { LABEL } from '../../../src/core/marks/metrics.ts'
import { howKnown } from '../../../src/core/time/howKnown.ts'
import { drawActors, everyLane, randomActorStory, storyOf } from '../../fixtures/actorStory.ts'
import { always } from '../../fixtures/drawStory.ts'
import { randomWindow } from '../../fixtures/randomStory.ts'

const asked = fc.record({
  story: randomActorStory(40),
  window: randomWindow,
  hidden: fc.subarray(Array.from({ length: 40 }, (_, i) => `event-${i}`)),
  asBlocks: fc.boolean(),
  choice: fc.constantFrom(everyLane, { ...everyLane, most: 3, few: 2 }),
})

type Drawn = ReturnType<typeof drawActors>

const isDated = ({ index }: Drawn, row: number): boolean => !Number.isNaN(index.startMs[row])
const isShown = ({ matches }: Drawn, row: number): boolean => matches[row] !== MATCH.none

describe('an event in lanes of actors', () => {
  it('is drawn or counted once in each lane it stands in, wherever few events are', () => {
    fc.assert(
      fc.property(asked, ({ story, ...ask }) => {
        const drawn = drawActors(story, { ...ask, asBlocks: false })
        const { layout, actors } = drawn
        const rows = layout.rowsIn(always)
        const clusters = layout.clustersIn(always)
        story.events.forEach((_, row) => {
          const lanes = isDated(drawn, row) ? actors.ownersOf(row).map(laneNameOf) : ['undated']
          const expected = isShown(drawn, row) ? lanes : []
          const drawnIn = rows.includes(row) ? (layout.lanesOf?.(row) ?? []) : []
          const countedIn = clusters.filter(({ has }) => has(row)).map(({ lane }) => lane)
          expect([...drawnIn, ...countedIn].toSorted()).toEqual([...expected].toSorted())
          for (const lane of drawnIn) expect(layout.rowOf(row, lane)).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  it('is drawn or counted once in each lane it stands in, wherever they are laid out in blocks', () => {
    fc.assert(
      fc.property(asked, ({ story, ...ask }) => {
        const drawn = drawActors(story, { ...ask, asBlocks: true })
        const { layout, actors, index, window } = drawn
        const rows = layout.rowsIn(window)
        const clusters = layout.clustersIn(window).filter(({ isEarlier }) => !isEarlier)
        story.events.forEach((_, row) => {
          const timeMs = anchorMs(index, row)
          if (!isShown(drawn, row) || !(timeMs >= window.startMs && timeMs <= window.endMs)) return
          const drawnIn = rows.includes(row) ? (layout.lanesOf?.(row) ?? []) : []
          const countedIn = clusters.filter(({ has }) => has(row)).map(({ lane }) => lane)
          expect([...drawnIn, ...countedIn].toSorted()).toEqual(
            actors.ownersOf(row).map(laneNameOf).toSorted(),
          )
        })
      }),
    )
  })

  it('has one mark that is not a twin, the uppermost, and all of one sign', () => {
    fc.assert(
      fc.property(asked, ({ story, ...ask }) => {
        const { placed } = drawActors(story, ask)
        for (const row of new Set(placed.marks.map((mark) => mark.row))) {
          const marks = placed.marks.filter((mark) => mark.row === row)
          expect(marks.map(({ isTwin }) => isTwin)).toEqual(marks.map((_, i) => i > 0))
          expect(marks.map(({ y }) => y)).toEqual(marks.map(({ y }) => y).toSorted((a, b) => a - b))
          for (const mark of marks) {
            expect(mark.sign).toEqual(marks[0]?.sign)
            expect(mark.kind).toBe(howKnown(story.events[row]?.when?.date ?? null))
          }
          const join = joinOf(marks)
          expect(join === null).toBe(marks.length === 1)
          expect([join?.y1, join?.y2]).toEqual(
            marks.length === 1 ? [undefined, undefined] : [marks[0]?.y, marks.at(-1)?.y],
          )
        }
      }),
    )
  })

  it('never overlaps another of its row', () => {
    fc.assert(
      fc.property(asked, ({ story, ...ask }) => {
        const drawn = drawActors(story, { ...ask, asBlocks: false })
        const { layout, input } = drawn
        const rows = layout.rowsIn(always).filter((row) => isDated(drawn, row))
        for (const { kind } of layout.lanes) {
          const inLane = rows.filter((row) => layout.lanesOf?.(row).includes(kind))
          inLane.forEach((row, i) => {
            for (const other of inLane.slice(i + 1)) {
              if (layout.rowOf(row, kind) !== layout.rowOf(other, kind)) continue
              const [one, two] = [claimRow(row, input), claimRow(other, input)]
              expect(one.endPx + LABEL.gapPx <= two.startPx || two.endPx + LABEL.gapPx <= one.startPx).toBe(
                true,
              )
            }
          })
        }
      }),
    )
  })

  it('has its ink clear of what else stands in its row, whatever kind of date that has', () => {
    fc.assert(
      fc.property(asked, ({ story, ...ask }) => {
        const { placed, scale, labels } = drawActors(story, ask)
        // The sign of "about" is wider than a short day: so far it may reach over what it claims.
        const overhangPx = 8
        const extents = placed.marks.map((mark) => {
          const [left, right] = signExtentPx(mark.sign)
          const label = labels[mark.row]
          const words =
            label === undefined || mark.label === null
              ? []
              : [
                  mark.label.x,
                  mark.label.x + Math.min(mark.label.maxPx, labelWidthPx(label, mark.label.form)),
                ]
          return {
            mark,
            from: Math.max(scale.leftPx, Math.min(left, ...words)),
            to: Math.min(scale.rightPx, Math.max(right, ...words)),
          }
        })
        extents.forEach((one, i) => {
          for (const other of extents.slice(0, i)) {
            if (
              one.mark.lane === 'undated' ||
              one.mark.lane !== other.mark.lane ||
              one.mark.box.y !== other.mark.box.y
            )
              continue
            expect(
              Math.min(one.to, other.to) - Math.max(one.from, other.from),
              `${one.mark.lane}: ${other.from} to ${other.to}, ${one.from} to ${one.to}`,
            ).toBeLessThanOrEqual(overhangPx)
          }
        })
      }),
      { numRuns: 200 },
    )
  })

  it('stands inside its lane, label and all, and rows stand under one another', () => {
    fc.assert(
      fc.property(asked, ({ story, ...ask }) => {
        const { layout, placed } = drawActors(story, ask)
        let bottomPx = 0
        for (const lane of layout.lanes) {
          expect(lane.topPx).toBe(bottomPx)
          bottomPx += lane.heightPx
          lane.lines?.forEach((line, i) => {
            const before = lineOf(lane, Math.max(0, i - 1))
            expect(line.topPx).toBe(i === 0 ? 0 : before.topPx + before.heightPx)
            expect(lane.rowsTopPx + line.topPx + line.heightPx).toBeLessThanOrEqual(bottomPx)
          })
        }
        expect(layout.heightPx).toBe(bottomPx)
        for (const { lane, box, y } of [...placed.marks, ...placed.clusters]) {
          const band = layout.lanes.find(({ kind }) => kind === lane)
          expect(box.y).toBeGreaterThanOrEqual(band?.topPx ?? NaN)
          expect(box.y + box.height).toBeLessThanOrEqual((band?.topPx ?? NaN) + (band?.heightPx ?? NaN))
          expect(y).toBeGreaterThan(box.y)
        }
      }),
    )
  })
})

describe('a lane of an actor', () => {
  it('says how many of its events pass and how many do not, and vanishes where none does', () => {
    const events = [
      { date: '2020-01-01', title: 'one', actors: ['ann', 'ben'] },
      { date: '2020-01-02', title: 'two', actors: ['ann'] },
      { date: null, title: 'three', actors: ['ann'] },
      { date: '2020-01-03', title: 'four', actors: [] },
    ]
    const countsOf = (hidden: readonly string[]) =>
      drawActors(storyOf(events), { hidden }).layout.lanes.map(({ kind, shownCount, hiddenCount }) => [
        ownerOf(kind),
        shownCount,
        hiddenCount,
      ])
    expect(countsOf([])).toEqual([
      [0, 2, 0],
      [1, 1, 0],
      ['nobody', 1, 0],
      [null, 1, 0],
    ])
    expect(countsOf(['event-0', 'event-3'])).toEqual([
      [0, 1, 1],
      [null, 1, 0],
    ])
  })

  it('is as low as its rows allow: days without a line over them, ranges with one', () => {
    const heightsOf = (dates: readonly string[]) =>
      drawActors(
        storyOf(dates.map((date) => ({ date, title: 'x'.repeat(60), actors: ['ann'] }))),
      ).layout.lanes.flatMap(({ lines = [] }) => lines.map(({ heightPx }) => heightPx))
    expect(heightsOf(['2020-01-01', '2020-01-02'])).toEqual([30, 30])
    expect(heightsOf(['2020-01-01', '[2020-01-02..2020-01-20]'])).toEqual([30, 40])
  })
})

describe('a key among lanes of actors', () => {
  const story = storyOf([
    { date: '2020-01-01', title: 'a', actors: ['ann'] },
    { date: '2020-01-02', title: 'b', actors: ['ann', 'ben', 'cleo'] },
    { date: '2020-01-20', title: 'c', actors: ['ben'] },
    { date: '2020-01-21', title: 'd', actors: ['cleo'] },
  ])
  const { layout, placed } = drawActors(story)
  const laneOf = (number: number) => laneNameOf(number)
  const next = (from: number, lane: number, step: 1 | -1) =>
    findInNextLane(layout.lanes, placed, from, laneOf(lane), step)

  it('leads to the nearest event of the next lane, or to the same event in it', () => {
    expect(next(0, 0, 1)).toEqual({ row: 1, lane: laneOf(1) })
    expect(next(1, 0, 1)).toEqual({ row: 1, lane: laneOf(1) })
    expect(next(1, 1, 1)).toEqual({ row: 1, lane: laneOf(2) })
    expect(next(2, 1, 1)).toEqual({ row: 3, lane: laneOf(2) })
    expect(next(3, 2, -1)).toEqual({ row: 2, lane: laneOf(1) })
    expect([next(0, 0, -1), next(3, 2, 1)]).toEqual([null, null])
  })

  it('of an event that is not in the lane the keys were in, begins at its first lane', () => {
    expect(next(2, 0, 1)).toEqual({ row: 3, lane: laneOf(2) })
  })

  it('leads in time to each box and each event once, however many lanes count it', () => {
    fc.assert(
      fc.property(asked, ({ story: any, ...ask }) => {
        const drawn = drawActors(any, ask)
        const { clusters, marks } = drawn.placed
        const stops = [
          ...marks.filter(({ isTwin }) => !isTwin).map(({ row }) => row),
          ...clusters.map(({ firstRow }) => firstRow),
        ].toSorted((a, b) => a - b)
        expect(new Set(stops).size).toBe(stops.length)
        const inView = (row: number): boolean => stops.includes(row)
        for (const step of [1, -1] as const)
          stops.forEach((from, i) => {
            const to = findNextStop({ clusters, shownRows: drawn.shownRows }, stops, from, step)
            const expected = stops[i + step]
            // What is out of the window may come between.
            if (to !== null && !inView(to)) return
            expect(to ?? undefined).toBe(expected)
          })
      }),
    )
  })
})

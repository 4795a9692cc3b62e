/** In a story too large to be looked through, is every event drawn or counted once, and does nothing move but time? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorMs } from '../../../src/core/indexing/eventIndex.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { BUCKET_PX } from '../../../src/core/marks/bucket.ts'
import { labelWidthPx } from '../../../src/core/marks/eventLabel.ts'
import type { LaidCluster, LaneLayout } from '../../../src/core/marks/laneLayout.ts'
import { layOutEvents, type ManyRows } from '../../../src/core/marks/layOutEvents.ts'
import { manyRows } from '../../../src/core/marks/manyRows.ts'
import { MAX_WHOLE } from '../../../src/core/marks/layOutLanes.ts'
import { placeDensities } from '../../../src/core/marks/placeDensities.ts'
import type { PlacedMark } from '../../../src/core/marks/placedMark.ts'
import { signExtentPx } from '../../../src/core/marks/signExtent.ts'
import { formatEdtf } from '../../../src/core/time/formatEdtf.ts'
import { howKnownKinds } from '../../../src/core/time/howKnown.ts'
import type { TimeWindow } from '../../../src/core/time/timeWindow.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { drawStory, smallMetrics } from '../../fixtures/drawStory.ts'
import { january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { forgetOtherDates } from '../../../src/core/story/otherDates.ts'
import { dateText, randomStory } from '../../fixtures/randomStory.ts'

const WIDTH_PX = 1000
/** Blocks of the layout begin at whole multiples of this many px. */
const BLOCK_PX = 32 * BUCKET_PX

type Drawn = ReturnType<typeof drawStory>

interface Asked {
  readonly story: Drawn['story']
  /** The resolution is two to this: a px is four minutes to two days. */
  readonly exponent: number
  readonly startDay: number
  /** One of so many events is hidden; 0: none. */
  readonly hiddenOne: number
}

const asked: fc.Arbitrary<Asked> = fc.record({
  story: randomStory(600, dateText, 20).map((story) => ({
    ...story,
    events: forgetOtherDates(story.events),
  })),
  exponent: fc.integer({ min: 18, max: 27 }),
  startDay: fc.double({ min: -60, max: 260, noNaN: true }),
  hiddenOne: fc.constantFrom(0, 0, 2, 5),
})

const hiddenIds = ({ story, hiddenOne }: Asked): readonly string[] =>
  hiddenOne === 0 ? [] : story.events.flatMap(({ id }, row) => (row % hiddenOne === 0 ? [id] : []))

/** At exactly the layout's resolution: there, marks stand closest. */
function draw(ask: Asked): Drawn {
  const startMs = Math.floor(january(1) + ask.startDay * DAY_MS)
  const window = { startMs, endMs: startMs + WIDTH_PX * 2 ** ask.exponent }
  return drawStory(ask.story, { window, widthPx: WIDTH_PX, hidden: hiddenIds(ask), layOut: 'blocks' })
}

/** All of the blocks that the window touches. */
function blocksAround({ startMs, endMs }: TimeWindow, resolution: number): TimeWindow {
  const blockMs = BLOCK_PX * resolution
  return {
    startMs: Math.floor(startMs / blockMs) * blockMs,
    endMs: (Math.floor(endMs / blockMs) + 1) * blockMs - 1,
  }
}

const rowsOf = ({ story }: Drawn): readonly number[] => story.events.map((_, row) => row)
const isShown = ({ matches }: Drawn, row: number): boolean => matches[row] !== MATCH.none
const laneOf = ({ index }: Drawn, row: number) => howKnownKinds[index.lane[row] ?? 9]
const membersOf = (drawn: Drawn, cluster: LaidCluster): readonly number[] =>
  rowsOf(drawn).filter((row) => cluster.has(row))

/** Clusters of dates whose events begin in the blocks themselves. */
const datedClusters = (layout: LaneLayout, window: TimeWindow): readonly LaidCluster[] =>
  layout.clustersIn(window).filter(({ bucket, isEarlier }) => bucket !== null && !isEarlier)
const datedRows = (drawn: Drawn, layout: LaneLayout, window: TimeWindow): readonly number[] =>
  layout.rowsIn(window).filter((row) => laneOf(drawn, row) !== 'undated')

describe('every shown event', () => {
  it('that begins in the blocks in view is drawn on its own, or counted in one cluster: never both, never twice', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { index, layout, input, window } = drawn
        const around = blocksAround(window, input.resolution)
        const rows = datedRows(drawn, layout, around)
        const clusters = datedClusters(layout, around)
        const begun = rowsOf(drawn).filter((row) => {
          const timeMs = anchorMs(index, row)
          return isShown(drawn, row) && timeMs >= around.startMs && timeMs <= around.endMs
        })
        expect(new Set(rows).size).toBe(rows.length)
        for (const row of begun) {
          const places = [...clusters.filter(({ has }) => has(row)), ...rows.filter((other) => other === row)]
          expect(places, `row ${row}`).toHaveLength(1)
          expect(layout.rowOf(row) >= 0).toBe(rows.includes(row))
        }
        const counted = clusters.reduce((sum, { count }) => sum + count, 0)
        expect(counted + rows.length).toBe(begun.length)
      }),
      { numRuns: 40 },
    )
  })

  it('without a date stands in the first line, or is counted after it', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { layout, window } = drawn
        const undated = rowsOf(drawn).filter((row) => laneOf(drawn, row) === 'undated' && isShown(drawn, row))
        const rows = layout.rowsIn(window).filter((row) => laneOf(drawn, row) === 'undated')
        const rest = layout.clustersIn(window).filter(({ bucket }) => bucket === null)
        expect([...rows, ...rest.flatMap((cluster) => membersOf(drawn, cluster))]).toEqual(undated)
        for (const row of rows) expect(layout.rowOf(row)).toBe(0)
        expect(rest.length).toBe(rows.length === undated.length ? 0 : 1)
      }),
      { numRuns: 40 },
    )
  })

  it('belongs to a cluster if and only if the cluster counts it', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        for (const cluster of drawn.layout.clustersIn(drawn.window)) {
          const members = membersOf(drawn, cluster)
          expect(members.length).toBe(cluster.count)
          expect(members.every((row) => isShown(drawn, row) && laneOf(drawn, row) === cluster.lane)).toBe(
            true,
          )
          if (cluster.isEarlier || cluster.bucket === null) continue
          const anchors = members.map((row) => anchorMs(drawn.index, row))
          expect([cluster.startMs, cluster.endMs]).toEqual([Math.min(...anchors), Math.max(...anchors)])
          expect(members).toContain(cluster.firstRow)
          expect(members).toContain(cluster.lastRow)
          expect(anchorMs(drawn.index, cluster.firstRow)).toBe(cluster.startMs)
          expect(anchorMs(drawn.index, cluster.lastRow)).toBe(cluster.endMs)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('that began before the window and goes on in it is drawn, or counted at the left edge', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { index, layout, window } = drawn
        const { startMs } = window
        const drawnRows = new Set(layout.rowsIn(window))
        for (const kind of ['day', 'lasted', 'doubt'] as const) {
          const expected = rowsOf(drawn).filter((row) => {
            const isBefore = anchorMs(index, row) < startMs && (index.endMs[row] ?? NaN) > startMs
            return laneOf(drawn, row) === kind && isShown(drawn, row) && isBefore && !drawnRows.has(row)
          })
          const earlier = layout
            .clustersIn(window)
            .filter(({ lane, isEarlier }) => isEarlier && lane === kind)
          expect(earlier.flatMap((cluster) => membersOf(drawn, cluster))).toEqual(expected)
          expect(earlier.map(({ count }) => count)).toEqual(expected.length === 0 ? [] : [expected.length])
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('while panning', () => {
  /** What stands in a window: rows of the events drawn, members of the clusters, densities. */
  const answersIn = (drawn: Drawn, layout: LaneLayout, window: TimeWindow) => ({
    rows: layout
      .rowsIn(window)
      .map((row) => [row, layout.rowOf(row), layout.limitMs(row), layout.undatedX(row)]),
    clusters: layout.clustersIn(window).map((cluster) => ({ ...cluster, has: null })),
    members: layout.clustersIn(window).map((cluster) => membersOf(drawn, cluster)),
    densities: layout.densityIn(window),
  })

  it('no event changes its row and no cluster its members, whichever way a window was come to', () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { maxLength: 4 }),
        (ask, steps) => {
          const drawn = draw(ask)
          const { layout, input, window } = drawn
          const spanMs = window.endMs - window.startMs
          const before = answersIn(drawn, layout, window)
          for (const step of steps)
            answersIn(drawn, layout, {
              startMs: window.startMs + step * spanMs,
              endMs: window.endMs + step * spanMs,
            })
          expect(answersIn(drawn, layout, window)).toEqual(before)
          expect(answersIn(drawn, manyRows.layOut(input), window)).toEqual(before)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('what is in both of two windows is the same in both', () => {
    fc.assert(
      fc.property(asked, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (ask, step) => {
        const drawn = draw(ask)
        const { input, window } = drawn
        const shiftMs = Math.round((window.endMs - window.startMs) * step)
        const other = { startMs: window.startMs + shiftMs, endMs: window.endMs + shiftMs }
        const [one, two] = [manyRows.layOut(input), manyRows.layOut(input)]
        const inOther = new Set(two.rowsIn(other))
        for (const row of one.rowsIn(window).filter((candidate) => inOther.has(candidate)))
          expect([one.rowOf(row), one.limitMs(row)]).toEqual([two.rowOf(row), two.limitMs(row)])
        const byKey = new Map(datedClusters(two, other).map((cluster) => [cluster.key, cluster]))
        for (const cluster of datedClusters(one, window)) {
          const same = byKey.get(cluster.key)
          const members = membersOf(drawn, cluster)
          expect(same === undefined ? members : membersOf(drawn, same)).toEqual(members)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('while zooming and filtering', () => {
  it('at half the resolution the events of each bucket are those of its two halves', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { index, layout, input, window } = drawn
        const around = blocksAround(window, input.resolution)
        const closer = manyRows.layOut({ ...input, resolution: input.resolution / 2 })
        /** By lane and bucket of the coarser layout. */
        const countsOf = (of: LaneLayout): ReadonlyMap<string, number> => {
          const counts = new Map<string, number>()
          const add = (lane: string | undefined, timeMs: number, count: number): void => {
            const key = `${lane} ${Math.floor(timeMs / (BUCKET_PX * input.resolution))}`
            counts.set(key, (counts.get(key) ?? 0) + count)
          }
          for (const { lane, bucket, count } of datedClusters(of, around))
            add(lane, bucket?.startMs ?? NaN, count)
          for (const row of datedRows(drawn, of, around)) {
            const timeMs = anchorMs(index, row)
            if (timeMs >= around.startMs && timeMs <= around.endMs) add(laneOf(drawn, row), timeMs, 1)
          }
          return counts
        }
        const entriesOf = (of: LaneLayout) => [...countsOf(of)].toSorted(([a], [b]) => (a < b ? -1 : 1))
        expect(entriesOf(closer)).toEqual(entriesOf(layout))
        for (const { bucket } of datedClusters(closer, around)) {
          const lengthMs = (bucket?.endMs ?? NaN) - (bucket?.startMs ?? NaN)
          expect(lengthMs).toBe((BUCKET_PX * input.resolution) / 2)
          expect((bucket?.startMs ?? NaN) % lengthMs).toBeCloseTo(0, 9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('no lane changes its place or its height', () => {
    fc.assert(
      fc.property(
        asked,
        fc.integer({ min: 18, max: 27 }),
        fc.constantFrom(0, 1, 3),
        (ask, exponent, hiddenOne) => {
          const bandsOf = ({ layout }: Drawn) =>
            layout.lanes.map((band) => ({ ...band, shownCount: null, hiddenCount: null }))
          const [one, other] = [draw(ask), draw({ ...ask, exponent, hiddenOne })]
          expect(bandsOf(other)).toEqual(bandsOf(one))
          expect(other.layout.heightPx).toBe(one.layout.heightPx)
          for (const { kind, shownCount, hiddenCount } of other.layout.lanes) {
            const rows = rowsOf(other).filter((row) => laneOf(other, row) === kind)
            const shown = rows.filter((row) => isShown(other, row)).length
            expect([shownCount, hiddenCount]).toEqual([shown, rows.length - shown])
          }
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('a density', () => {
  it('says how many begin in each of its stretches, and in all as many as its box counts', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { index, layout, window, input } = drawn
        for (const { lane, startMs, binMs, counts } of layout.densityIn(
          blocksAround(window, input.resolution),
        )) {
          const plain = counts.map((_, bin) => {
            const fromMs = startMs + bin * binMs
            return rowsOf(drawn).filter((row) => {
              const timeMs = anchorMs(index, row)
              const isIn = timeMs >= fromMs && timeMs < fromMs + binMs
              return laneOf(drawn, row) === lane && isShown(drawn, row) && isIn
            }).length
          })
          expect(counts).toEqual(plain)
          const box = datedClusters(layout, { startMs, endMs: startMs + binMs * counts.length - 1 }).find(
            ({ lane: kind, bucket }) => kind === lane && bucket?.startMs === startMs,
          )
          expect(counts.reduce((a, b) => a + b, 0)).toBe(box?.count)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is drawn from a foot above the boxes, inside its lane, no bar over another, higher for more events', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const { layout, scale } = draw(ask)
        const bins = layout.densityIn(scale.window)
        const placed = placeDensities(layout, scale)
        expect(new Set(placed.map(({ lane }) => lane)).size).toBe(placed.length)
        for (const { lane, y, bars } of placed) {
          const band = layout.lanes.find(({ kind }) => kind === lane)
          expect(y).toBe((band?.rowsTopPx ?? NaN) + (band?.clusterRow ?? NaN) * (band?.rowPx ?? NaN))
          const byCount = new Map<number, number>()
          let endPx = -Infinity
          for (const { x, width, height } of bars) {
            expect(x).toBeGreaterThanOrEqual(endPx)
            endPx = x + width
            expect(x <= scale.widthPx && endPx >= 0 && width >= 1).toBe(true)
            expect(height).toBeGreaterThanOrEqual(1)
            expect(height).toBeLessThanOrEqual(y - (band?.rowsTopPx ?? NaN))
            const timeMs = scale.pxToTime(x)
            const bin = bins.find(
              (other) =>
                other.lane === lane &&
                timeMs > other.startMs - other.binMs / 2 &&
                timeMs < other.startMs + (other.counts.length - 0.5) * other.binMs,
            )
            const count = bin?.counts[Math.round((timeMs - bin.startMs) / bin.binMs)] ?? 0
            expect(count).toBeGreaterThan(0)
            expect(byCount.get(count) ?? height).toBe(height)
            byCount.set(count, height)
          }
          const heights = [...byCount].toSorted(([a], [b]) => a - b).map(([, height]) => height)
          expect(heights).toEqual(heights.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stands only where nothing is drawn on its own', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { index, layout, window } = drawn
        for (const { lane, startMs, binMs, counts } of layout.densityIn(window))
          for (const row of datedRows(drawn, layout, window)) {
            const timeMs = anchorMs(index, row)
            const isIn = timeMs >= startMs && timeMs < startMs + binMs * counts.length
            expect(isIn && laneOf(drawn, row) === lane).toBe(false)
          }
      }),
      { numRuns: 20 },
    )
  })
})

describe('marks of one row', () => {
  interface Ink {
    readonly kind: 'sign' | 'label'
    readonly x1: number
    readonly x2: number
  }

  /** The sign without a report, whose sheet stands over other signs where it came before, or after a known day. */
  const signOf = ({ sign, lane, row }: PlacedMark, { story, index }: Drawn): PlacedMark['sign'] => {
    const reported = story.events[row]?.reported?.date
    const isClaimed =
      lane !== 'day' &&
      reported?.kind === 'moment' &&
      (reported.extents[0]?.startMs ?? 0) > (index.startMs[row] ?? 0)
    return isClaimed ? sign : sign.filter(({ kind }) => kind !== 'sheet' && kind !== 'lag')
  }

  /** From where to where there is ink, cut at the window. */
  function inkOf(mark: PlacedMark, drawn: Drawn): readonly Ink[] {
    const { labels, scale } = drawn
    const [left, right] = signExtentPx(signOf(mark, drawn))
    const [x1, x2] = [Math.max(0, left), Math.min(scale.widthPx, right)]
    const sign: readonly Ink[] = x1 <= x2 ? [{ kind: 'sign', x1, x2 }] : []
    const words = labels[mark.row]
    if (mark.label === null || words === undefined) return sign
    const { x, maxPx, form } = mark.label
    return [...sign, { kind: 'label', x1: x, x2: x + Math.min(maxPx, labelWidthPx(words, form)) }]
  }

  /** The sign of "about" is 40 px wide, however short the day is: so far it may reach over what it claims. */
  const OVERHANG_PX = 8

  it('never overlap at the resolution of the layout', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const marks = drawn.placed.marks.filter(({ lane }) => lane !== 'undated')
        const inks = new Map(marks.map((mark) => [mark, inkOf(mark, drawn)]))
        marks.forEach((a, i) => {
          for (const b of marks.slice(0, i)) {
            if (a.lane !== b.lane || a.y !== b.y) continue
            for (const one of inks.get(a) ?? [])
              for (const other of inks.get(b) ?? []) {
                // Labels of known days stand beside their signs, others above them.
                if (a.lane !== 'day' && one.kind !== other.kind) continue
                const overlapPx = Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1)
                const isSigns = a.lane !== 'day' && one.kind === 'sign'
                expect(
                  overlapPx,
                  `${a.lane}: ${one.kind} of row ${a.row} from ${one.x1} to ${one.x2}, ${other.kind} of row ${b.row} from ${other.x1} to ${other.x2}`,
                ).toBeLessThanOrEqual(isSigns ? OVERHANG_PX : 0)
              }
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  it('end before the next bucket that counts its events, and before the next block', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { layout, scale, labels, input } = drawn
        for (const mark of drawn.placed.marks) {
          const { row, lane, label } = mark
          if (lane === 'undated') continue
          const limitPx = scale.timeToPx(layout.limitMs(row))
          const words = labels[row]
          const isWritten = label !== null && words !== undefined
          const labelEndPx = isWritten
            ? label.x + Math.min(label.maxPx, labelWidthPx(words, label.form))
            : -Infinity
          expect(labelEndPx).toBeLessThanOrEqual(limitPx)
          expect(signExtentPx(signOf(mark, drawn))[1]).toBeLessThanOrEqual(limitPx)
          const blockMs = BLOCK_PX * input.resolution
          const timeMs = anchorMs(drawn.index, row)
          expect(layout.limitMs(row)).toBeLessThanOrEqual((Math.floor(timeMs / blockMs) + 1) * blockMs)
          const full = layout
            .densityIn(blocksAround(drawn.window, input.resolution))
            .filter((density) => density.lane === lane && density.startMs > timeMs)
          for (const { startMs } of full) expect(layout.limitMs(row)).toBeLessThanOrEqual(startMs)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of about a day do not stand with their dots in the next bucket that counts its events', () => {
    const crowd = Array.from({ length: 60 }, (_, n) =>
      makeEvent(n + 1, { statements: [], date: { edtf: '[2020-05-11..2020-05-12]' } }),
    )
    let drawnAlone = 0
    for (let day = 1; day <= 10; day++) {
      const about = makeEvent(0, {
        statements: [],
        date: { edtf: `2020-05-${String(day).padStart(2, '0')}~` },
      })
      const drawn = draw({
        story: makeStory({ events: [about, ...crowd] }),
        exponent: 24,
        startDay: 100,
        hiddenOne: 0,
      })
      for (const mark of drawn.placed.marks) {
        drawnAlone++
        const limitPx = drawn.scale.timeToPx(drawn.layout.limitMs(mark.row))
        expect(signExtentPx(signOf(mark, drawn))[1], `${day} May`).toBeLessThanOrEqual(limitPx)
      }
    }
    expect(drawnAlone).toBeGreaterThan(3)
  })

  it('have no label over a bucket before them that counts its events', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { layout, scale, input, index } = drawn
        const densities = layout.densityIn(blocksAround(drawn.window, input.resolution))
        for (const { row, lane, label } of drawn.placed.marks) {
          if (lane === 'undated' || label === null) continue
          expect(label.maxPx).toBeGreaterThanOrEqual(24)
          const timeMs = anchorMs(index, row)
          const ends = densities
            .filter((density) => density.lane === lane && density.startMs <= timeMs)
            .map(({ startMs, binMs, counts }) => scale.timeToPx(startMs + binMs * counts.length))
          for (const endPx of ends)
            expect(label.x, `row ${row}`).toBeGreaterThanOrEqual(Math.min(endPx, scale.widthPx))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('stand in the rows that the lane has', () => {
    fc.assert(
      fc.property(asked, (ask) => {
        const drawn = draw(ask)
        const { layout, window } = drawn
        for (const row of datedRows(drawn, layout, window)) {
          const kind = laneOf(drawn, row)
          if (kind === undefined || kind === 'undated') continue
          expect(layout.rowOf(row)).toBeGreaterThanOrEqual(0)
          expect(layout.rowOf(row)).toBeLessThan(smallMetrics.blockRows[kind])
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('which layout is taken', () => {
  it('is that of blocks for more events than a reader can take in as a whole, and a filter may change it', () => {
    const story = makeStory({
      events: Array.from({ length: MAX_WHOLE + 20 }, (_, i) =>
        makeEvent(i, { statements: [], date: { edtf: formatEdtf(january(1) + (i % 40) * DAY_MS) } }),
      ),
    })
    const { input } = drawStory(story)
    const isInBlocks = (shownCount: number, many: ManyRows | null = manyRows): boolean =>
      layOutEvents(input, shownCount, many).densityIn({ startMs: january(1), endMs: january(41) }).length > 0
    expect([isInBlocks(MAX_WHOLE), isInBlocks(MAX_WHOLE + 1)]).toEqual([false, true])
    expect(isInBlocks(MAX_WHOLE + 1, null)).toBe(false)
    const window = { startMs: january(1), endMs: january(41) }
    const given = layOutEvents({ ...input, resolution: 1000 }, MAX_WHOLE + 1, manyRows)
    expect(given.densityIn(window)).toEqual(manyRows.layOut({ ...input, resolution: 1024 }).densityIn(window))
  })
})

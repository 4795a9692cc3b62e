/** Where do marks, labels and clusters stand, at any window of any story? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelWidthPx } from '../../../src/core/marks/eventLabel.ts'
import { MATCH } from '../../../src/core/indexing/matchDate.ts'
import { showLanes } from '../../../src/core/indexing/shownLanes.ts'
import type { LaidCluster } from '../../../src/core/marks/laneLayout.ts'
import type { PlacedMark } from '../../../src/core/marks/placedMark.ts'
import { MAX_WHOLE } from '../../../src/core/marks/layOutLanes.ts'
import { placeDetailSign } from '../../../src/core/marks/placeDetailSign.ts'
import { DENSITY_BIN_PX, placeOverview } from '../../../src/core/marks/placeOverview.ts'
import { styleMarks } from '../../../src/core/marks/styleMarks.ts'
import { gatherFacts } from '../../../src/core/marks/storyFacts.ts'
import { anchorMs } from '../../../src/core/indexing/eventIndex.ts'
import { buildIndex } from '../../../src/core/indexing/buildIndex.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { formatEdtf } from '../../../src/core/time/formatEdtf.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { always, drawStory, membersOf } from '../../fixtures/drawStory.ts'
import { eventsFromText, january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'

type Drawn = ReturnType<typeof drawStory>

const twentyDays = { startMs: january(1), endMs: january(21) }
/** Fifty px a day. */
const drawPicture = (picture: string, options: Parameters<typeof drawStory>[1] = {}): Drawn =>
  drawStory(eventsFromText(picture), { window: twentyDays, ...options })

function markOf({ placed, story }: Drawn, title: string): PlacedMark | undefined {
  return placed.marks.find(({ row }) => story.events[row]?.title === title)
}

/** Every number anywhere in a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('a label', () => {
  it('of a day stands twelve px right of its disc, on its line', () => {
    const mark = markOf(
      drawPicture(`
      2020-01-01          2020-01-21
         A
    `),
      'A',
    )
    expect(mark?.sign).toEqual([{ kind: 'disc', x: 175 }])
    expect(mark?.label).toMatchObject({ x: 187, y: mark?.y, form: 'full', side: 'right' })
    expect(mark?.y).toBe(20)
  })

  it('of a range stands above its sign, nine px after its known start', () => {
    const mark = markOf(
      drawPicture(`
      2020-01-01          2020-01-21
         A.........A
    `),
      'A',
    )
    expect(mark?.label).toMatchObject({ x: 159, form: 'full', side: 'above' })
    expect(mark?.label?.y).toBeLessThan(mark?.y ?? 0)
  })

  it('of a range that began before the window stays in view', () => {
    const mark = markOf(
      drawPicture(
        `
      2020-01-11          2020-01-31
      A.........A
    `,
        { window: { startMs: january(15), endMs: january(35) } },
      ),
      'A',
    )
    expect(mark?.label?.x).toBeGreaterThanOrEqual(0)
  })

  it.each([
    ['is not cut while its row is free', '         C....C', 167],
    ['ends before the next in its row', '       C..C', 111],
  ])('of a range that nearly ended before the window %s', (_, next, widthPx) => {
    const drawn = drawPicture(
      `
      2020-01-11          2020-01-31
      A....A
      ${next}
    `,
      {
        window: { startMs: january(15.5), endMs: january(35.5) },
        labelOf: ({ title }) => (title === 'A' ? { fullPx: 150, shortPx: 150 } : {}),
      },
    )
    const mark = markOf(drawn, 'A')
    expect(mark?.y).toBe(markOf(drawn, 'C')?.y)
    expect(mark?.sign.at(-1)).toMatchObject({ kind: 'bracket', x: 75 })
    expect(mark?.label).toMatchObject({ x: 0, widthPx })
  })

  it('that does not fit on the right in full is short there', () => {
    const mark = markOf(
      drawPicture(
        `
      2020-01-01          2020-01-21
                       A
    `,
        { labelOf: () => ({ fullPx: 400, shortPx: 80 }) },
      ),
      'A',
    )
    expect(mark?.label).toMatchObject({ form: 'short', side: 'right' })
  })

  it('that does not fit on the right at all stands on the left', () => {
    const mark = markOf(
      drawPicture(
        `
      2020-01-01          2020-01-21
                         A
    `,
        { labelOf: () => ({ fullPx: 400, shortPx: 80 }) },
      ),
      'A',
    )
    expect(mark?.sign).toEqual([{ kind: 'disc', x: 975 }])
    expect(mark?.label).toMatchObject({ x: 975 - 12 - 97, form: 'short', side: 'left' })
  })
})

describe('a label of a run of days that goes on beyond the window', () => {
  it.each(['{..2020}', '{2019..2020}', '{..2020-02-10}'])(
    'of %s ends inside the window, not twelve px beyond its edge',
    (edtf) => {
      const story = makeStory({ events: [makeEvent(0, { date: { edtf }, title: 'A', statements: [] })] })
      const { placed, scale } = drawStory(story, { window: twentyDays })
      const label = placed.marks[0]?.label
      expect(label?.side).toBe('left')
      expect((label?.x ?? NaN) + (label?.maxPx ?? NaN)).toBeLessThanOrEqual(scale.widthPx)
    },
  )
})

describe('a filtered-out event', () => {
  it('keeps its sign as a ghost, without a label', () => {
    const drawn = drawPicture(
      `
      2020-01-01          2020-01-21
      A        B
    `,
      { hidden: ['event-a'] },
    )
    expect(markOf(drawn, 'A')).toMatchObject({ isGhost: true, label: null })
    expect(markOf(drawn, 'B')).toMatchObject({ isGhost: false })
  })

  it('without a date is gone', () => {
    const drawn = drawPicture(
      `
      2020-01-01          2020-01-21
      A   ?B
    `,
      { hidden: ['event-b'] },
    )
    expect(markOf(drawn, 'B')).toBeUndefined()
  })
})

it('an event that only perhaps matches says so', () => {
  const drawn = drawPicture(`
    2020-01-01          2020-01-21
    A
  `)
  drawn.matches[0] = MATCH.possible
  expect(drawStory(drawn.story).placed.marks[0]?.isPossible).toBe(false)
})

it('a mark is selected by its row', () => {
  const { placed } = drawPicture(`
    2020-01-01          2020-01-21
    A        B
  `)
  const styled = styleMarks(placed.marks, { selected: 1 })
  expect(styled.map(({ isSelected }) => isSelected)).toEqual([false, true])
})

describe('of any story at any window', () => {
  const drawn = fc
    .tuple(randomStory(25), randomWindow, fc.constantFrom(360, 1000), fc.integer({ min: 1, max: 8 }))
    .map(([story, window, widthPx, maxRows]) => drawStory(story, { window, widthPx, metrics: { maxRows } }))

  /** From where to where words are drawn, px. */
  function inkOf({ label, row }: PlacedMark, { labels }: Drawn): readonly [number, number] | null {
    const words = labels[row]
    if (label === null || words === undefined) return null
    return [label.x, label.x + Math.min(label.maxPx, labelWidthPx(words, label.form))]
  }

  it('no two labels of one row overlap', () => {
    fc.assert(
      fc.property(drawn, (any) => {
        const { marks } = any.placed
        marks.forEach((a, i) => {
          const inkA = inkOf(a, any)
          for (const b of marks.slice(0, i)) {
            const inkB = inkOf(b, any)
            if (inkA === null || inkB === null || a.lane !== b.lane || a.y !== b.y) continue
            expect(inkA[0] >= inkB[1] || inkB[0] >= inkA[1], `${inkB.join('-')} and ${inkA.join('-')}`).toBe(
              true,
            )
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('no label covers the disc of another event in its row', () => {
    fc.assert(
      fc.property(drawn, (any) => {
        const { marks } = any.placed
        for (const a of marks) {
          const ink = inkOf(a, any)
          if (ink === null || a.lane !== 'day') continue
          for (const b of marks) {
            if (a === b || b.lane !== 'day' || b.y !== a.y) continue
            const discs = b.sign.flatMap((part) => (part.kind === 'disc' ? [part.x] : []))
            expect(discs.filter((x) => x > ink[0] && x < ink[1])).toEqual([])
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('no two clusters of one lane overlap', () => {
    fc.assert(
      fc.property(drawn, ({ placed }) => {
        placed.clusters.forEach((a, i) => {
          for (const b of placed.clusters.slice(0, i)) {
            if (a.lane !== b.lane) continue
            const isApart = a.box.x >= b.box.x + b.box.width || b.box.x >= a.box.x + a.box.width
            expect(isApart, `${b.box.x} and ${a.box.x}`).toBe(true)
          }
        })
      }),
      { numRuns: 150 },
    )
  })

  it('a cluster of which an event is inside stands wholly inside, and others not at all', () => {
    fc.assert(
      fc.property(drawn, ({ story, input, layout, placed, scale }) => {
        for (const lane of layout.lanes) {
          const rowsOf = (clusters: readonly LaidCluster[]): readonly number[] =>
            clusters
              .filter((cluster) => cluster.lane === lane.kind)
              .flatMap((cluster) => membersOf(cluster, story))
          const shown = new Set(rowsOf(placed.clusters))
          const inside = rowsOf(layout.clustersIn(always)).filter((row) => {
            const ends = [input.index.startMs[row], input.index.endMs[row], input.storyStartMs]
            const x = scale.timeToPx(ends.find((timeMs) => Number.isFinite(timeMs)) ?? NaN)
            return lane.kind === 'undated' || (x >= 0 && x <= scale.widthPx)
          })
          expect(inside.filter((row) => !shown.has(row))).toEqual([])
        }
        for (const { bucket, startMs, endMs, box } of placed.clusters) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(scale.widthPx)
          expect(bucket === null || (startMs <= scale.window.endMs && endMs >= scale.window.startMs)).toBe(
            true,
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('nothing stands at a place that is no number', () => {
    fc.assert(
      fc.property(drawn, ({ placed }) => {
        expect(numbersIn(placed).filter(Number.isNaN)).toEqual([])
        const boxes = [...placed.marks, ...placed.clusters].map(({ box }) => box)
        expect(boxes.flatMap(numbersIn).every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('every target is at least 24 px wide and high', () => {
    fc.assert(
      fc.property(drawn, ({ placed }) => {
        for (const { box } of [...placed.marks, ...placed.clusters]) {
          expect(box.width).toBeGreaterThanOrEqual(24)
          expect(box.height).toBeGreaterThanOrEqual(24)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('over the whole story', () => {
  it('every shown event is either a mark or in exactly one cluster', () => {
    fc.assert(
      fc.property(randomStory(40), fc.integer({ min: 1, max: 4 }), (story, maxRows) => {
        const { placed } = drawStory(story, { metrics: { maxRows } })
        const found = [
          ...placed.marks.map(({ row }) => row),
          ...placed.clusters.flatMap((cluster) => membersOf(cluster, story)),
        ].sort((a, b) => a - b)
        expect(found).toEqual(story.events.map((_, row) => row))
      }),
      { numRuns: 100 },
    )
  })

  it('an event that is hidden is in no cluster', () => {
    const story = makeStory({
      events: Array.from({ length: 30 }, (_, i) =>
        makeEvent(i, { statements: [], date: { edtf: '2020-01-05' } }),
      ),
    })
    const hidden = story.events.slice(0, 10).map(({ id }) => id)
    const { placed } = drawStory(story, { hidden, metrics: { maxRows: 2 } })
    const counted = placed.clusters.flatMap((cluster) => membersOf(cluster, story))
    expect(counted.length).toBeGreaterThan(0)
    expect(counted.every((row) => row >= 10)).toBe(true)
  })

  it('five thousand dated events are at most 200 things to look at', () => {
    const events = Array.from({ length: 5000 }, (_, i) =>
      makeEvent(i, {
        title: 'A title of some length',
        date: { edtf: formatEdtf(january(1) + ((i * 37) % 3650) * DAY_MS).slice(0, i % 3 === 0 ? 7 : 10) },
        statements: [],
      }),
    )
    const story = makeStory({ events })
    const { placed, extent } = drawStory(story)
    expect(placed.marks.length + placed.clusters.length).toBeLessThanOrEqual(200)
    const oneYear = { startMs: extent.startMs, endMs: extent.startMs + 365 * DAY_MS }
    const closer = drawStory(story, { window: oneYear }).placed
    expect(closer.marks.length + closer.clusters.length).toBeLessThanOrEqual(200)
  }, 30_000)

  it('a cluster whose last event is still in the window does not vanish over its edge', () => {
    const events = Array.from({ length: 12 }, (_, i) =>
      makeEvent(i, { statements: [], date: { edtf: '2020-01-10' }, title: 'A title of some length' }),
    )
    const story = makeStory({ events })
    for (const startDay of [10, -9.9]) {
      const window = { startMs: january(startDay), endMs: january(startDay + 20) }
      const { placed } = drawStory(story, { window, metrics: { maxRows: 1 } })
      expect(placed.clusters).toHaveLength(1)
      const { x, width } = placed.clusters[0]?.box ?? { x: NaN, width: NaN }
      expect([x >= 0, x + width <= 1000]).toEqual([true, true])
    }
  })

  it('clusters keep their events and count while panning', () => {
    const events = Array.from({ length: 60 }, (_, i) =>
      makeEvent(i, { statements: [], title: 'Twelve letters' }),
    )
    const story = makeStory({ events })
    const one = drawStory(story, { metrics: { maxRows: 1 } })
    const moved = { startMs: one.window.startMs + 5 * DAY_MS, endMs: one.window.endMs + 5 * DAY_MS }
    const other = drawStory(story, { metrics: { maxRows: 1 }, window: moved })
    if (one.input.resolution !== other.input.resolution) throw new Error('not the same resolution')
    const rowsOf = new Map(one.placed.clusters.map((cluster) => [cluster.key, membersOf(cluster, story)]))
    const shared = other.placed.clusters.filter(({ key }) => rowsOf.has(key))
    expect(shared.length).toBeGreaterThan(2)
    for (const cluster of shared) expect(membersOf(cluster, story)).toEqual(rowsOf.get(cluster.key))
  })
})

describe('the sign in the details', () => {
  it('has its limits under it and never stands at no number', () => {
    fc.assert(
      fc.property(randomStory(8), fc.integer({ min: 120, max: 500 }), (story, widthPx) => {
        for (const event of story.events) {
          const drawing = placeDetailSign(event, widthPx)
          expect(drawing === null).toBe(event.when === null)
          expect(numbersIn(drawing).every(Number.isFinite)).toBe(true)
          for (const { x } of drawing?.bounds ?? []) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(widthPx)
          }
        }
      }),
    )
  })

  it.each(['{2020..}', '{..2020}', 'XXXX', '-XXXX', 'Y-17E4', '[..2020]', '2020/', '/2020', '1985-XX-XX'])(
    'draws %s without a place that is no number',
    (edtf) => {
      const [event] = makeStory({ events: [makeEvent(0, { date: { edtf } })] }).events
      const drawing = event === undefined ? null : placeDetailSign(event, 380)
      expect(numbersIn(drawing).filter(Number.isNaN)).toEqual([])
    },
  )
})

describe('the overview', () => {
  it('has a tick for each known day, a line for what lasted and one for each doubt', () => {
    const { input, index, shownLanes, shownRows } = drawPicture(`
      2020-01-01          2020-01-21
      A    B    C
         D----D
       E......E
      ?F
    `)
    const scale = buildTimeScale(twentyDays, 200)
    const placed = placeOverview(input.events, index, shownLanes, shownRows.length, scale)
    expect(placed.days).toEqual([5, 55, 105])
    expect(placed.lasted).toEqual([{ x1: 30, x2: 90, y: 11 }])
    expect(placed.doubt).toMatchObject([{ x1: 10, x2: 90 }])
  })

  it('stays within the strip, and leaves out what the filter hides', () => {
    fc.assert(
      fc.property(randomStory(20), (story) => {
        const index = buildIndex(story)
        const { extent } = gatherFacts(story.events, story.published)
        const scale = buildTimeScale(extent, 300)
        const { length } = story.events
        const { days, lasted, doubt } = placeOverview(story.events, index, index.lanes, length, scale)
        for (const x of [
          ...days,
          ...lasted.flatMap(({ x1, x2 }) => [x1, x2]),
          ...doubt.flatMap(({ x1, x2 }) => [x1, x2]),
        ]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(300)
        }
        const nobody = showLanes(index, new Uint8Array(length).fill(MATCH.none), 0)
        const none = placeOverview(story.events, index, nobody, 0, scale)
        expect(none).toEqual({ days: [], lasted: [], doubt: [], density: [] })
      }),
      { numRuns: 60 },
    )
  })

  it('of more events than are drawn one by one says how many begin when: one bar for each bin that has any', () => {
    fc.assert(
      fc.property(
        randomStory(40),
        fc.integer({ min: 50, max: 400 }),
        randomWindow,
        (story, widthPx, window) => {
          const { index, extent } = drawStory(story)
          for (const scale of [buildTimeScale(extent, widthPx), buildTimeScale(window, widthPx)]) {
            const placed = placeOverview(story.events, index, index.lanes, MAX_WHOLE + 1, scale)
            expect([placed.days, placed.lasted, placed.doubt]).toEqual([[], [], []])
            const binCount = Math.ceil(widthPx / DENSITY_BIN_PX)
            const counts = Array.from({ length: binCount }, (_, bin) => {
              const [fromMs, toMs] = [bin, bin + 1].map((edge) => scale.pxToTime(edge * DENSITY_BIN_PX))
              const isIn = (timeMs: number): boolean => timeMs >= (fromMs ?? NaN) && timeMs < (toMs ?? NaN)
              return story.events.filter(({ when }, row) => when !== null && isIn(anchorMs(index, row)))
                .length
            })
            const filled = counts.flatMap((count, bin) =>
              count === 0 ? [] : [{ count, x: bin * DENSITY_BIN_PX }],
            )
            expect(placed.density.map(({ x }) => x)).toEqual(filled.map(({ x }) => x))
            const most = Math.max(...counts)
            placed.density.forEach(({ height }, i) => {
              const count = filled[i]?.count ?? 0
              // From the foot of a strip 26 px high; each doubling is a step.
              expect(height).toBeCloseTo(Math.max(1, (24 * Math.log2(1 + count)) / Math.log2(1 + most)), 9)
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('draws events one by one up to the number that is laid out so, and no bars', () => {
    const { input, index, shownLanes } = drawPicture(`
      2020-01-01          2020-01-21
      A    B
    `)
    const scale = buildTimeScale(twentyDays, 200)
    const placed = placeOverview(input.events, index, shownLanes, MAX_WHOLE, scale)
    expect([placed.days.length, placed.density.length]).toEqual([2, 0])
  })
})

/** Which lanes and rows are there, and what never moves them? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, layOutLanes } from '../../../src/core/marks/layOutLanes.ts'
import { panWindow, zoomWindow } from '../../../src/core/time/timeWindow.ts'
import { resolutionOf } from '../../../src/core/time/resolution.ts'
import { always, drawStory, membersOf } from '../../fixtures/drawStory.ts'
import { eventsFromText, january } from '../../fixtures/eventsFromText.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'

const twentyDays = { startMs: january(1), endMs: january(21) }
const picture = `
  2020-01-01          2020-01-21
  A    B         C
     D----D    E---->
    F.........F   <..G
  ?H   ?I
`

describe('the lanes', () => {
  const story = eventsFromText(picture)
  const rowOf = (letter: string): number => story.events.findIndex(({ title }) => title === letter)

  it('stand from the best known to the not known, each with its events', () => {
    const { layout } = drawStory(story, { window: twentyDays })
    expect(layout.lanes.map(({ kind, shownCount }) => [kind, shownCount])).toEqual([
      ['day', 3],
      ['lasted', 2],
      ['doubt', 2],
      ['undated', 2],
    ])
  })

  it('stand under one another without a gap', () => {
    const { layout } = drawStory(story, { window: twentyDays })
    let topPx = 0
    for (const lane of layout.lanes) {
      expect(lane.topPx).toBe(topPx)
      topPx += lane.heightPx
    }
    expect(layout.heightPx).toBe(topPx)
  })

  it('have one row while labels fit beside one another, and more when they do not', () => {
    const oneRow = drawStory(story, { window: twentyDays })
    expect(['A', 'B', 'C'].map((letter) => oneRow.layout.rowOf(rowOf(letter)))).toEqual([0, 0, 0])
    const wide = drawStory(story, { window: twentyDays, labelOf: () => ({ fullPx: 400 }) })
    expect(['A', 'B', 'C'].map((letter) => wide.layout.rowOf(rowOf(letter)))).toEqual([0, 1, 0])
  })

  it('are left out when no event of their kind is in the story, and not when the filter hides them all', () => {
    expect(
      drawStory(
        eventsFromText(`
      2020-01-01          2020-01-21
      A    B
    `),
      ).layout.lanes.map(({ kind }) => kind),
    ).toEqual(['day'])
    const hidden = drawStory(story, { window: twentyDays, hidden: ['event-f', 'event-g'] })
    const doubt = hidden.layout.lanes.find(({ kind }) => kind === 'doubt')
    expect(doubt).toMatchObject({ shownCount: 0, hiddenCount: 2 })
  })

  it('keep everything in its row when a filter hides some, as long as all have one', () => {
    const all = drawStory(story, { window: twentyDays }).layout
    const some = drawStory(story, { window: twentyDays, hidden: ['event-a', 'event-d'] }).layout
    const dated = story.events.flatMap(({ when }, row) => (when === null ? [] : [row]))
    expect(dated.map((row) => some.rowOf(row))).toEqual(dated.map((row) => all.rowOf(row)))
  })

  it('let undated events follow one another in a line, and begin a new line where it is full', () => {
    const { layout } = drawStory(story, { window: twentyDays, widthPx: 200, labelOf: () => ({ fullPx: 60 }) })
    expect([layout.undatedX(rowOf('H')), layout.undatedX(rowOf('I'))]).toEqual([12, 12])
    expect([layout.rowOf(rowOf('H')), layout.rowOf(rowOf('I'))]).toEqual([0, 1])
    const wide = drawStory(story, { window: twentyDays, labelOf: () => ({ fullPx: 60 }) }).layout
    expect([wide.undatedX(rowOf('H')), wide.undatedX(rowOf('I'))]).toEqual([12, 12 + 30 + 17 + 60 + 36])
  })

  it('that hold a thousand undated events are no longer than eight lines and a count', () => {
    const events = Array.from({ length: 1000 }, (_, i) => makeEvent(i, { date: null, statements: [] }))
    const undated = makeStory({ events })
    const { layout, placed, extent } = drawStory(undated, { layOut: 'lanes' })
    expect(layout.lanes).toMatchObject([{ kind: 'undated', shownCount: 1000, clusterRow: 8 }])
    expect(layout.heightPx).toBe(9 * 50 + 4)
    expect(placed.clusters).toHaveLength(1)
    const [rest] = placed.clusters
    expect(rest).toMatchObject({ bucket: null, startMs: extent.startMs, endMs: extent.startMs })
    expect(rest?.box).toMatchObject({ x: 12, y: 2 + 8.5 * 50 - 12 })
    expect(placed.marks.length + (rest?.count ?? 0)).toBe(1000)
    expect(rest?.firstRow).toBe(placed.marks.length) // the last ones, in their order
    expect(rest?.lastRow).toBe(999)
    // Where so many are drawn in blocks, one line is enough.
    const inBlocks = drawStory(undated)
    expect(inBlocks.layout.lanes).toMatchObject([{ kind: 'undated', shownCount: 1000, clusterRow: 1 }])
    expect(inBlocks.layout.heightPx).toBeLessThan(layout.heightPx)
    expect(inBlocks.placed.marks.length + (inBlocks.placed.clusters[0]?.count ?? 0)).toBe(1000)
  })

  it('that are undated have a count only when lines run out, of what the filter shows, wherever the window is', () => {
    const options = { widthPx: 200, labelOf: () => ({ fullPx: 60 }) }
    expect(drawStory(story, { window: twentyDays, ...options }).placed.clusters).toEqual([])
    const oneLine = { ...options, metrics: { maxRows: 1 } }
    const countsIn = (startDay: number, hidden: readonly string[] = []) =>
      drawStory(story, {
        ...oneLine,
        hidden,
        window: { startMs: january(startDay), endMs: january(startDay + 20) },
      }).placed.clusters.flatMap((cluster) =>
        cluster.bucket === null ? [[membersOf(cluster, story), cluster.box.x]] : [],
      )
    expect(countsIn(1)).toEqual([[[rowOf('I')], 12]])
    expect(countsIn(1000)).toEqual([[[rowOf('I')], 12]])
    expect(countsIn(1, ['event-h'])).toEqual([])
  })

  it('that need more rows than there are give the rest to clusters, and have a row for those', () => {
    const { layout, index } = drawStory(story, {
      window: twentyDays,
      metrics: { maxRows: 1 },
      labelOf: () => ({ fullPx: 900 }),
    })
    const day = layout.lanes.find(({ kind }) => kind === 'day')
    const ofDays = layout.clustersIn(always).filter(({ lane }) => lane === 'day')
    expect(ofDays.flatMap((cluster) => membersOf(cluster, story))).toEqual([rowOf('B'), rowOf('C')])
    expect(day?.clusterRow).toBe(1)
    expect(index.rowCount).toBe(9)
  })
})

/** All that a layout has to say. */
function answersOf({ story, layout }: Pick<ReturnType<typeof drawStory>, 'story' | 'layout'>) {
  const { lanes, heightPx } = layout
  const clusters = layout.clustersIn(always).map((cluster) => ({ ...cluster, has: null }))
  const members = layout.clustersIn(always).map((cluster) => membersOf(cluster, story))
  const places = story.events.map((_, row) => [
    layout.rowOf(row),
    layout.undatedX(row),
    layout.fromMs(row),
    layout.limitMs(row),
  ])
  const others = [layout.rowsIn(always), layout.densityIn(always)]
  return { lanes, heightPx, clusters, members, places, others }
}

describe('a row', () => {
  it('stays while panning: the window has no say in it', () => {
    fc.assert(
      fc.property(randomStory(20), fc.double({ min: -3, max: 3, noNaN: true }), (story, steps) => {
        const before = drawStory(story)
        const after = drawStory(story, { window: panWindow(before.window, steps) })
        if (after.input.resolution !== before.input.resolution) return // rounding at the very edge of one
        expect(answersOf(after)).toEqual(answersOf(before))
      }),
      { numRuns: 60 },
    )
  })

  it('stays while zooming within a resolution: nothing moves up or down', () => {
    fc.assert(
      fc.property(randomStory(20), randomWindow, (story, window) => {
        const before = drawStory(story, { window })
        const closer = drawStory(story, {
          window: zoomWindow(window, 1.02, (window.startMs + window.endMs) / 2),
        })
        if (closer.input.resolution !== before.input.resolution) return
        const yOf = (drawn: typeof before) => new Map(drawn.placed.marks.map((mark) => [mark.row, mark.y]))
        const [from, to] = [yOf(before), yOf(closer)]
        for (const [row, y] of to) expect(y).toBe(from.get(row) ?? y)
      }),
      { numRuns: 60 },
    )
  })

  it('depends on the resolution alone, not on the density within it', () => {
    const story = eventsFromText(picture)
    const { input, layout, scale } = drawStory(story, { window: twentyDays })
    const denser = layOutLanes({ ...input, resolution: resolutionOf(scale.msPerPx * 0.999) }, lanesOf(input))
    expect(answersOf({ story, layout: denser })).toEqual(answersOf({ story, layout }))
  })
})

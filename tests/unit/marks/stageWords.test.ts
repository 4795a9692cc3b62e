/** Is every word that the page shows on a stage told to who paints it, where it stands? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { howKnown } from '../../../src/core/time/howKnown.ts'
import { buildAxisTicks } from '../../../src/core/time/axisTicks.ts'
import { styleMarks } from '../../../src/core/marks/styleMarks.ts'
import { shiftPx } from '../../../src/core/marks/stageShift.ts'
import { wordStage, type StageItem, type Wording } from '../../../src/core/marks/stageWords.ts'
import { drawStory } from '../../fixtures/drawStory.ts'
import { eventsFromText, january } from '../../fixtures/eventsFromText.ts'
import { randomStory, randomWindow } from '../../fixtures/randomStory.ts'

const AXIS_PX = 38
const wording: Wording = {
  ofMark: (row, form) => ({ date: '', standing: 'reported', title: `${row} ${form}` }),
  ofCount: String,
  ofRoot: () => ({ lead: 'One root.', rest: 'Two events.' }),
}

type Drawn = ReturnType<typeof drawStory>

function wordsOf(drawn: Drawn, selected: number | null = null, focused: number | null = null) {
  const { placed, layout, scale } = drawn
  const stage = {
    ...placed,
    marks: styleMarks(placed.marks, { selected }),
    ticks: buildAxisTicks(scale),
    lanes: layout.lanes,
    scale,
    axisPx: AXIS_PX,
  }
  return wordStage(stage, wording, focused)
}

const labelsIn = (items: readonly StageItem[]) =>
  items.flatMap((item) => (item.kind === 'label' ? [item] : []))

const picture = drawStory(
  eventsFromText(`
  2020-01-01          2020-01-21
     A        B
       C.....C
  ?D
`),
  { window: { startMs: january(1), endMs: january(21) } },
)

describe('the words of a stage', () => {
  it('are one label for each dated mark that has one, below the axis, in reading order', () => {
    fc.assert(
      fc.property(randomStory(12), randomWindow, (story, window) => {
        const drawn = drawStory(story, { window })
        const labelled = drawn.placed.marks.filter(
          ({ label, lane, isGhost }) => label !== null && lane !== 'undated' && !isGhost,
        )
        const labels = labelsIn(wordsOf(drawn).items)
        expect(labels.map(({ title }) => title)).toEqual(
          [...labelled].sort((a, b) => a.row - b.row).map(({ row, label }) => `${row} ${label?.form}`),
        )
        for (const { row, label } of labelled) {
          const told = labels.find(({ title }) => title.startsWith(`${row} `))
          expect([told?.x, told?.y, told?.maxPx]).toEqual([label?.x, (label?.y ?? 0) + AXIS_PX, label?.maxPx])
        }
      }),
    )
  })

  it('stand where they were placed as long as nothing is stretched and the window stays', () => {
    fc.assert(
      fc.property(randomStory(12), randomWindow, (story, window) => {
        const drawn = drawStory(story, { window })
        const view = { stretch: 1, leftPx: drawn.scale.leftPx, widthPx: drawn.scale.widthPx }
        for (const { shift } of wordsOf(drawn).items) expect(shiftPx(shift, view)).toBeCloseTo(0, 6)
      }),
    )
  })

  it('leave out the lane without dates, which is the page’s own', () => {
    const { laneTops, items } = wordsOf(picture)
    const dated = picture.story.events.filter(({ when }) => howKnown(when?.date ?? null) !== 'undated')
    expect(items).toHaveLength(dated.length)
    expect(laneTops).toEqual(
      picture.layout.lanes.filter(({ kind }) => kind !== 'undated').map(({ topPx }) => topPx + AXIS_PX),
    )
  })

  it('say what is selected, and on which band', () => {
    const [first] = picture.placed.marks
    const { washes, items } = wordsOf(picture, first?.row ?? null)
    expect(labelsIn(items).map(({ isSelected }) => isSelected)).toEqual([true, false, false])
    expect(washes).toEqual([{ y: AXIS_PX + (first?.band.y ?? NaN), height: first?.band.height }])
  })

  it('bring the ring of the focus with the mark that has it', () => {
    const [first] = picture.placed.marks
    const [label, ring, ...others] = wordsOf(picture, null, first?.row ?? null).items
    expect(label?.kind).toBe('label')
    expect(ring).toMatchObject({ kind: 'ring', shift: label?.shift, box: { x: first?.box.x } })
    expect(others.some(({ kind }) => kind === 'ring')).toBe(false)
  })
})

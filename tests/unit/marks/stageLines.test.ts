/** Do the lines of a stage follow its window, and are those far from it left out? */
import { describe, expect, it } from 'vitest'
import { layLines, MARGIN_PX, type StageContent } from '../../../src/core/marks/stageLines.ts'

const dayAt = (x: number, states: Partial<StageContent['marks'][number]> = {}) => ({
  sign: [{ kind: 'disc', x } as const],
  y: 20,
  isGhost: false,
  isSelected: false,
  ...states,
})
const content: StageContent = {
  marks: [dayAt(100), dayAt(900), dayAt(120, { isSelected: true }), dayAt(140, { isGhost: true })],
  clusters: [],
  densities: [{ lane: 'day', y: 60, bars: [{ x: 90, width: 10, height: 5 }] }],
  roots: [],
  ticks: { major: [{ timeMs: 0, x: 80, label: '2026', isCut: false }], minor: [], fine: [] },
  ends: { leftPx: 0, rightPx: 1000 },
  axisPx: 38,
  bottomPx: 100,
}
const circle = 'a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z'

describe('lines', () => {
  it('of marks that look alike are one path, and each look has its own', () => {
    const paths = layLines(content).draw({ stretch: 1, leftPx: 0, widthPx: 1000 })
    expect(paths.get('time-plain-fill')).toBe(`M95,20${circle}M895,20${circle}`)
    expect(paths.get('time-selected-fill')).toBe(`M115,20${circle}`)
    expect(paths.get('time-ghost-fill')).toBe(`M135,20${circle}`)
    // A filtered event is no known day on the axis.
    expect(paths.get('known')).toBe('M100,38V44M900,38V44M120,38V44')
  })

  it('go where the stretched stage has their moments, as far as they are near the window', () => {
    const paths = layLines(content).draw({ stretch: 2, leftPx: 150, widthPx: 300 })
    expect(paths.get('time-plain-fill')).toBe(`M195,20${circle}`)
    expect(paths.get('gridMajor')).toBe('M160,4V100')
    expect(paths.get('density')).toBe('M180,60v-5h20v5z')
    const beyond = layLines(content).draw({ stretch: 2, leftPx: 200 + MARGIN_PX + 11, widthPx: 300 })
    expect(beyond.get('time-plain-fill')).toBe('')
  })

  it('are told anew when nothing is left of their kind', () => {
    const near = layLines(content).draw({ stretch: 1, leftPx: 0, widthPx: 1000 })
    const none = layLines({ ...content, marks: [], densities: [] }).draw({
      stretch: 1,
      leftPx: 0,
      widthPx: 1000,
    })
    expect([...none.keys()]).toEqual([...near.keys()])
    expect(none.get('time-plain-fill')).toBe('')
  })
})

/** Do the paths of all signs together keep each sign's size while they move apart? */
import { describe, expect, it } from 'vitest'
import { drawAxis, drawShapes, holdOf } from '../../../src/core/marks/drawShapes.ts'
import type { SignPart } from '../../../src/core/marks/signPart.ts'

const signOf = (...sign: readonly SignPart[]) => [{ sign, y: 20 }]
const same = (x: number): number => x
const doubled = (x: number): number => 2 * x

describe('a sign', () => {
  it('of a day is a circle of five px, wherever it goes', () => {
    const day = signOf({ kind: 'disc', x: 100 })
    const circle = 'a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z'
    expect(drawShapes(day, 'time', same, { leftPx: 0, rightPx: 1000 })).toEqual({ fill: `M95,20${circle}` })
    expect(drawShapes(day, 'time', doubled, { leftPx: 0, rightPx: 1000 })).toEqual({
      fill: `M195,20${circle}`,
    })
  })

  it('of a range moves its brackets apart and keeps their depth', () => {
    const brackets = signOf(
      { kind: 'bracket', x: 100, side: 'left', shape: 'square' },
      { kind: 'bracket', x: 200, side: 'right', shape: 'round' },
    )
    expect(drawShapes(brackets, 'time', same, { leftPx: 0, rightPx: 1000 })).toEqual({
      line20: 'M104.5,14h-3.5v12h3.5',
      line16: 'M195.5,13.5q5.25,6.5 0,13',
    })
    expect(drawShapes(brackets, 'time', doubled, { leftPx: 0, rightPx: 1000 })).toEqual({
      line20: 'M204.5,14h-3.5v12h3.5',
      line16: 'M395.5,13.5q5.25,6.5 0,13',
    })
  })

  it('of another account hangs below, with a tick at each end that has a limit', () => {
    const other = { kind: 'other', x1: 100, x2: 200 } as const
    const ends = { leftPx: 0, rightPx: 1000 }
    const both = signOf({ ...other, hasStart: true, hasEnd: true, isLower: false })
    expect(drawShapes(both, 'time', same, ends)).toEqual({ line10: 'M100,26v2.5H200v-2.5' })
    expect(drawShapes(both, 'time', doubled, ends)).toEqual({ line10: 'M200,26v2.5H400v-2.5' })
    const endless = signOf({ ...other, hasStart: false, hasEnd: false, isLower: true })
    expect(drawShapes(endless, 'time', same, ends)).toEqual({ line10: 'M100,31H200' })
  })

  it('has more dots in a longer row, not longer gaps', () => {
    const dotsOf = (toX: (x: number) => number): number =>
      drawShapes(signOf({ kind: 'leaders', x1: 0, x2: 70 }), 'time', toX, {
        leftPx: 0,
        rightPx: 1000,
      }).dots?.match(/h0/g)?.length ?? 0
    expect(dotsOf(same)).toBe(11)
    expect(dotsOf(doubled)).toBe(21)
  })

  it('draws no dot beyond the drawing', () => {
    const dots =
      drawShapes(signOf({ kind: 'leaders', x1: -7e6, x2: 7e6 }), 'time', same, { leftPx: 0, rightPx: 70 })
        .dots ?? ''
    expect(dots.match(/h0/g)?.length).toBeLessThan(13)
  })
})

it('what keeps to an edge of the window is drawn by itself', () => {
  const sign = signOf(
    { kind: 'chevron', x: 0, side: 'left' },
    { kind: 'arrow', x: 1000, side: 'right' },
    { kind: 'rule', x1: 10, x2: 990 },
  )
  expect(sign[0]?.sign.map(holdOf)).toEqual(['left', 'right', 'time'])
  expect(Object.keys(drawShapes(sign, 'left', same, { leftPx: 0, rightPx: 1000 }))).toEqual(['line16'])
  expect(drawShapes(sign, 'right', (x) => x - 1000, { leftPx: 0, rightPx: 1000 })).toEqual({
    fill: 'M-9,13.5l9,6.5l-9,6.5z',
  })
})

it('lines of time are one path of each kind', () => {
  const ticks = {
    major: [
      { timeMs: -9, x: 0, label: 'March 2026', isCut: true },
      { timeMs: 0, x: 10, label: 'April 2026', isCut: false },
    ],
    minor: [{ timeMs: 1, x: 50, label: '6', isCut: false }],
    fine: [25],
  }
  expect(drawAxis(ticks, [30], doubled, { axisPx: 38, bottomPx: 100 })).toEqual({
    grid: 'M100,38V100',
    gridMajor: 'M20,4V100',
    tick: 'M50,35V38M100,30V38',
    known: 'M60,38V44',
  })
})

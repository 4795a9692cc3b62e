/** Which lines of the axis say their words? */
import { expect, it } from 'vitest'
import { wordsOfAxis } from '../../../src/core/marks/axisWords.ts'
import type { AxisTick } from '../../../src/core/time/axisTicks.ts'

const tick = (x: number, label = '7'): AxisTick => ({ timeMs: x, x, label, isCut: false })
const minorAt = (...xs: number[]) => xs.map((x) => tick(x))
const xsOf = (ticks: readonly AxisTick[]) => ticks.map(({ x }) => x)

it('a number right before the name of a period would read as part of it, and is left out', () => {
  const major = [tick(300, 'May 2026')]
  const { minor } = wordsOfAxis({ major, minor: minorAt(270, 280, 299, 310), fine: [] }, 1000)
  expect(xsOf(minor)).toEqual([270, 310])
})

it('what would be cut at the end of the stage is left out', () => {
  const major = [tick(0, 'April 2026'), tick(940, 'May 2026')]
  const words = wordsOfAxis({ major, minor: minorAt(500, 985), fine: [] }, 1000)
  expect(xsOf(words.major)).toEqual([0])
  expect(xsOf(words.minor)).toEqual([500])
})

/** Which period does the overview strip show of stories in which some events lie far from all others? */
import { expect, it } from 'vitest'
import { placeStrip } from '../../../src/core/marks/placeStrip.ts'
import type { EventBrief } from '../../../src/core/story/eventBrief.ts'
import { spanOf } from '../../../src/core/time/timeWindow.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { describeStrip } from '../../../src/core/wording/stripWords.ts'

/** @param days on which an event begins, ascending, since 1970 */
function strip(days: readonly number[]) {
  const story = {
    events: { length: days.length, at: (): EventBrief | undefined => undefined },
    countBegun: (timeMs: number): number => days.filter((day) => day * DAY_MS < timeMs).length,
  }
  const extent = { startMs: (days[0] ?? 0) * DAY_MS, endMs: ((days.at(-1) ?? 0) + 1) * DAY_MS }
  return { ...placeStrip(story, extent), extent }
}

const manyDays = Array.from({ length: 400 }, (_, i) => 20_454 + Math.floor(i / 4))

it('a story of four hundred events in 2026 and one in 2010 is no sliver: the other is told to lie before', () => {
  const { window, isCutBefore, isCutAfter, extent } = strip([14_610, ...manyDays])
  expect(spanOf(window)).toBeLessThan(spanOf(extent) / 10)
  expect(window.startMs).toBeLessThan(20_454 * DAY_MS)
  expect(window.endMs).toBeGreaterThan(20_554 * DAY_MS)
  expect([isCutBefore, isCutAfter]).toEqual([true, false])
  expect(describeStrip({ window, isCutBefore, isCutAfter })).toEqual({
    heading: 'Most of the story',
    period: 'November 2025 to June 2026',
    beyond: ', some of it before',
  })
})

it('a story whose far events are not so far off is shown whole', () => {
  const { window, isCutBefore, isCutAfter, extent } = strip([20_300, ...manyDays])
  expect([isCutBefore, isCutAfter]).toEqual([false, false])
  expect(window.startMs).toBeLessThan(extent.startMs)
  expect(describeStrip({ window, isCutBefore, isCutAfter }).heading).toBe('Whole story')
})

it('a story of few events is shown whole, as its first view is', () => {
  const { isCutBefore, isCutAfter } = strip([14_610, 20_454, 20_455])
  expect([isCutBefore, isCutAfter]).toEqual([false, false])
})

/** Which words and lines does the axis carry, from minutes to a hundred thousand years? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAxisTicks, type AxisTick } from '../../../src/core/time/axisTicks.ts'
import { civilMsFromDate } from '../../../src/core/time/civilDay.ts'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { DATE_LIMIT_MS, DAY_MS, HOUR_MS, MEAN_YEAR_MS, MINUTE_MS } from '../../../src/core/time/units.ts'

const WIDTH_PX = 1000
const april = civilMsFromDate(2026, 4, 1)

function ticksOver(startMs: number, spanMs: number) {
  return buildAxisTicks(buildTimeScale({ startMs, endMs: startMs + spanMs }, WIDTH_PX))
}

const labelsOf = (ticks: readonly AxisTick[]): readonly string[] => ticks.map(({ label }) => label)

describe('the axis', () => {
  it('of two months names the months, and the Mondays by number', () => {
    const { major, minor, fine } = ticksOver(april, 61 * DAY_MS)
    expect(labelsOf(major)).toEqual(['April 2026', 'May 2026'])
    expect(labelsOf(minor)).toEqual(['6', '13', '20', '27', '4', '11', '18', '25'])
    expect(fine).toHaveLength(61)
    expect(minor[0]?.x).toBeCloseTo((5 / 61) * WIDTH_PX, 9)
  })

  it('of a fortnight numbers every day', () => {
    const { major, minor } = ticksOver(april, 14 * DAY_MS)
    expect(labelsOf(major)).toEqual(['April 2026'])
    expect(labelsOf(minor)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'])
  })

  it('of a day names the day, and every hour', () => {
    const { major, minor } = ticksOver(april, 20 * HOUR_MS)
    expect(labelsOf(major)).toEqual(['1 April 2026'])
    expect(labelsOf(minor).slice(0, 3)).toEqual(['01:00', '02:00', '03:00'])
  })

  it('of four days gives every sixth hour', () => {
    const { minor } = ticksOver(april, 4 * DAY_MS)
    expect(labelsOf(minor).slice(0, 4)).toEqual(['06:00', '12:00', '18:00', '06:00'])
  })

  it('of twenty minutes names the hour, and every minute', () => {
    const { major, minor } = ticksOver(april + 5 * MINUTE_MS, 20 * MINUTE_MS)
    expect(labelsOf(major)).toEqual(['1 April 2026, 00:00'])
    expect(labelsOf(minor).slice(0, 3)).toEqual(['00:05', '00:06', '00:07'])
  })

  it('of two years names the years, and the months between', () => {
    const { major, minor } = ticksOver(civilMsFromDate(2025), 2 * MEAN_YEAR_MS)
    expect(labelsOf(major)).toEqual(['2025', '2026', '2027'])
    expect(labelsOf(minor).slice(0, 3)).toEqual(['Feb', 'Mar', 'Apr'])
  })

  it('of six years names every third month', () => {
    const { minor } = ticksOver(civilMsFromDate(2020), 6 * MEAN_YEAR_MS)
    expect(labelsOf(minor).slice(0, 4)).toEqual(['Apr', 'Jul', 'Oct', 'Apr'])
  })

  it('of a century gives years of a round number', () => {
    const { major, minor } = ticksOver(civilMsFromDate(1900), 100 * MEAN_YEAR_MS)
    expect(labelsOf(major)).toEqual(['1900', '1950', '2000'])
    expect(labelsOf(minor).slice(0, 3)).toEqual(['1905', '1910', '1915'])
  })

  it('says BC before the year 1, which is no year 0', () => {
    const { minor } = ticksOver(civilMsFromDate(-4), 8 * MEAN_YEAR_MS)
    expect(labelsOf(minor)).not.toContain('0')
    expect(labelsOf(ticksOver(civilMsFromDate(0, 3), 60 * DAY_MS).major)).toEqual([
      'March 1 BC',
      'April 1 BC',
    ])
  })

  it('names at its left edge the month that began before it, without the line of a beginning', () => {
    const { major } = ticksOver(civilMsFromDate(2026, 4, 10), 61 * DAY_MS)
    expect(major[0]).toMatchObject({ label: 'April 2026', x: 0, isCut: true })
    expect(major.slice(1).map(({ isCut }) => isCut)).toEqual([false, false])
  })

  it('has that line where a month begins with the window', () => {
    expect(ticksOver(april, 61 * DAY_MS).major[0]).toMatchObject({ x: 0, isCut: false })
  })

  it('drops that name where it would run into the next', () => {
    const { major } = ticksOver(civilMsFromDate(2026, 4, 29), 61 * DAY_MS)
    expect(labelsOf(major)).toEqual(['May 2026', 'June 2026'])
  })

  it('draws no short lines nearer than four px', () => {
    expect(ticksOver(april, 300 * DAY_MS).fine.length).toBeGreaterThan(0)
    expect(ticksOver(april, 2900 * DAY_MS).fine).toEqual([])
  })
})

describe('at any window', () => {
  // Mean widths of the fonts drawn: small figures at 12 px, names of periods at 17 px.
  const minorPx = (label: string): number => label.length * 6.5 + 2
  const majorPx = (label: string): number => label.length * 7.5 + 6
  const anyWindow = fc
    .tuple(
      fc.double({ min: -105_000, max: 105_000, noNaN: true }),
      fc.double({ min: Math.log(10 * MINUTE_MS), max: Math.log(100_000 * MEAN_YEAR_MS), noNaN: true }),
    )
    .map(([middleYear, logSpan]) => {
      const spanMs = Math.exp(logSpan)
      return { startMs: middleYear * MEAN_YEAR_MS - spanMs / 2, spanMs }
    })
  /** Where readers mostly are: the last two thousand years, at every density. */
  const nearWindow = anyWindow.map(({ startMs, spanMs }) => ({
    startMs: startMs / 100,
    spanMs: spanMs / 100,
  }))

  function expectApart(ticks: readonly AxisTick[], widthPx: (label: string) => number): void {
    ticks.slice(1).forEach(({ x, label }, i) => {
      const before = ticks[i]
      if (before === undefined) return
      expect(x - before.x, `${before.label} | ${label}`).toBeGreaterThanOrEqual(widthPx(before.label))
    })
  }

  it('no two labels overlap', () => {
    fc.assert(
      fc.property(fc.oneof(anyWindow, nearWindow), ({ startMs, spanMs }) => {
        const { major, minor } = ticksOver(startMs, spanMs)
        expectApart(major, majorPx)
        expectApart(minor, minorPx)
      }),
      { numRuns: 800 },
    )
  })

  it('there is a name, and never more than the width can hold', () => {
    fc.assert(
      fc.property(fc.oneof(anyWindow, nearWindow), ({ startMs, spanMs }) => {
        const { major, minor, fine } = ticksOver(startMs, spanMs)
        expect(major.length + minor.length).toBeGreaterThan(0)
        expect(minor.length).toBeLessThanOrEqual(WIDTH_PX / 20)
        expect(fine.length).toBeLessThanOrEqual(WIDTH_PX / 3)
        for (const { x } of [...major, ...minor]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(WIDTH_PX)
        }
      }),
    )
  })

  it('at the ends of what can be drawn no line stands nowhere', () => {
    for (const startMs of [-DATE_LIMIT_MS, DATE_LIMIT_MS - 3e15]) {
      const { major, minor } = ticksOver(startMs, 3e15)
      expect(
        [...major, ...minor].every(({ x, timeMs }) => Number.isFinite(x) && Number.isFinite(timeMs)),
      ).toBe(true)
    }
  })
})

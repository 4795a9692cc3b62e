/** Does a line to a sign meet what it stands for? */
import { describe, expect, it } from 'vitest'
import { buildTimeScale } from '../../../src/core/time/timeScale.ts'
import { civilMsFromDate } from '../../../src/core/time/civilDay.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'
import { placeSign } from '../../../src/core/marks/placeSign.ts'
import { anchorOf } from '../../../src/core/marks/signAnchor.ts'
import { readDate } from '../time/readingText.ts'

const startMs = civilMsFromDate(2026, 4, 1)
/** 40 px a day. */
const scale = buildTimeScale({ startMs, endMs: startMs + 30 * DAY_MS }, 1200)
const anchorOn = (text: string): number => anchorOf(placeSign({ date: readDate(text), derived: [] }, scale))

describe('the line from an event up to the axis', () => {
  it.each([
    { date: '2026-04-07', at: 6.5, what: 'meets the tick of its day' },
    { date: '2026-04-07~', at: 6.5, what: 'meets the middle of about a day' },
    { date: '2026-04-06/2026-04-10', at: 5, what: 'comes from the first day of what lasted' },
    { date: '[..2026-04-20]', at: 20, what: 'comes from the last day of what has no first' },
  ])('$what ($date)', ({ date, at }) => {
    expect(Math.abs(anchorOn(date) - at * 40)).toBeLessThanOrEqual(2)
  })

  it('by report meets the middle of the sheet, whatever hangs from it', () => {
    const sheet = { kind: 'sheet', x: 300 } as const
    expect(anchorOf([sheet])).toBe(300)
    expect(anchorOf([sheet, { kind: 'disc', x: 100 }, { kind: 'lag', x1: 105, x2: 295 }])).toBe(300)
  })

  it('comes from what happened where the sheet only ends the sign', () => {
    const disc = { kind: 'disc', x: 100 } as const
    expect(anchorOf([disc, { kind: 'lag', x1: 105, x2: 295 }, { kind: 'sheet', x: 300 }])).toBe(100)
  })
})

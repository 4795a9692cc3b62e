import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  civilFromDays,
  civilMsFromDate,
  dateFromCivilMs,
  daysFromCivil,
  daysInMonth,
  isLeapYear,
} from '../../../src/core/time/civilDay.ts'
import { DAY_MS } from '../../../src/core/time/units.ts'

describe('days of the calendar', () => {
  it('counts from 1 January 1970', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0)
    expect(daysFromCivil(1969, 12, 31)).toBe(-1)
    expect(daysFromCivil(2000, 3, 1)).toBe(11_017)
  })

  it('has a 29 February in 2000 and 2024, not in 1900 or 2023', () => {
    expect([2000, 2024, 1900, 2023, 0, -4].map(isLeapYear)).toEqual([true, true, false, false, true, true])
    expect(daysInMonth(2024, 2)).toBe(29)
  })

  it('lets month 13 run on into January', () => {
    expect(daysFromCivil(2025, 13, 1)).toBe(daysFromCivil(2026, 1, 1))
    expect(daysFromCivil(2025, 27, 1)).toBe(daysFromCivil(2027, 3, 1))
  })

  it('does not take the year 26 for 1926', () => {
    expect(dateFromCivilMs(civilMsFromDate(26, 4, 7))).toEqual({ year: 26, month: 4, day: 7 })
  })

  it('agrees with Date wherever Date is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (days) => {
        const date = new Date(days * DAY_MS)
        expect(civilFromDays(days)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
      }),
    )
  })

  it('comes back to the same day, also far beyond the range of Date', () => {
    const year = fc.oneof(
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n * 1000),
    )
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, month, day) => {
        const date = { year: y, month, day }
        expect(civilFromDays(daysFromCivil(y, month, day))).toEqual(date)
        expect(dateFromCivilMs(civilMsFromDate(y, month, day))).toEqual(date)
      }),
    )
  })

  it('follows each day by the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (days) => {
        const { year, month, day } = civilFromDays(days)
        expect(daysFromCivil(year, month, day)).toBe(days)
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month))
      }),
    )
  })
})

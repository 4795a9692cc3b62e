/**
 * Which months are a spring, a quarter, a half of a year? (EDTF level 1: 21 to 24; level 2: 25 to 41.)
 *
 * EDTF says what the codes are called, not which months they cover; drawing them needs a convention:
 * - 21 to 24 and 25 to 28 are the northern meteorological seasons, whole months, as weather services count
 *   them: spring is March to May. Winter is December of the year written to February of the next.
 * - 29 to 32 are the southern ones: spring is September to November, summer runs into the next year.
 * - 33 to 36 are quarters, 37 to 39 thirds (quadrimesters), 40 and 41 halves of the calendar year.
 */

export interface MonthRun {
  /** 1 to 12 */
  readonly firstMonth: number
  /** From the first month on; may run past December. */
  readonly monthCount: number
}

/** The months that a code stands for; null when no such grouping exists. @param code 21 to 41 */
export function findGrouping(code: number): MonthRun | null {
  if (code >= 21 && code <= 28) return { firstMonth: 3 + 3 * ((code - 21) % 4), monthCount: 3 }
  if (code >= 29 && code <= 32) return { firstMonth: southernFirstMonths[code - 29] ?? 9, monthCount: 3 }
  if (code >= 33 && code <= 36) return { firstMonth: 1 + 3 * (code - 33), monthCount: 3 }
  if (code >= 37 && code <= 39) return { firstMonth: 1 + 4 * (code - 37), monthCount: 4 }
  if (code === 40 || code === 41) return { firstMonth: 1 + 6 * (code - 40), monthCount: 6 }
  return null
}

const southernFirstMonths = [9, 12, 3, 6]

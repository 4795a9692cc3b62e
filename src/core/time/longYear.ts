/**
 * Which years does a year of more than four digits, or one with significant digits, stand for?
 *
 *   Y170000002      one year                                    level 1
 *   Y-17E7          -17 × 10⁷                                   level 2
 *   1950S2          two digits count: some year 1900 to 1999    level 2
 *   Y3388E2S3       some year 338000 to 338999                  level 2
 */
import { fail, succeed } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { civilMsFromDate } from './civilDay.ts'
import type { MomentDate, Precision } from './fuzzyDate.ts'
import { qualifiersOf } from './qualifiers.ts'

const FORM = /^(Y?)(-?)(\d+)(?:E(\d+))?(?:S(\d+))?[?~%]?$/

/**
 * Farthest year understood, either way: seventy times the age of the universe, and near enough that each day
 * still is a different number of milliseconds.
 */
export const MAX_YEAR = 1e12

/** The year a text stands for; the problem is a clause, or null: not written as such a year. */
export function parseLongYear(text: string): Result<MomentDate, string | null> {
  const match = FORM.exec(text)
  if (match === null) return fail(null)
  const [, letter = '', sign = '', digits = '', exponent, significant] = match
  if (letter === '' && (digits.length !== 4 || exponent !== undefined || significant === undefined))
    return fail(null)
  const reason = findMisspelling(letter, digits, exponent, significant)
  if (reason !== null) return fail(reason)
  const magnitude = Number(digits) * 10 ** Number(exponent ?? 0)
  if (magnitude > MAX_YEAR) return fail('years beyond a million million are not supported')
  if (sign === '-' && magnitude === 0) return fail('year 0 has no sign')
  const blockLength = significant === undefined ? 1 : countYearsAlike(magnitude, Number(significant))
  const block = Math.floor(magnitude / blockLength) * blockLength
  const firstYear = sign === '-' ? -(block + blockLength - 1) : block
  return succeed({
    kind: 'moment',
    edtf: text,
    level: exponent === undefined && significant === undefined ? 1 : 2,
    ...qualifiersOf(text),
    extents: [{ startMs: civilMsFromDate(firstYear), endMs: civilMsFromDate(firstYear + blockLength) }],
    precision: blockPrecisions[blockLength] ?? 'other',
  })
}

function findMisspelling(
  letter: string,
  digits: string,
  exponent: string | undefined,
  significant: string | undefined,
): string | null {
  if (letter !== '' && digits.length > 1 && digits.startsWith('0'))
    return 'a year after Y does not begin with 0'
  if (letter !== '' && exponent === undefined && digits.length <= 4) {
    return 'Y is only for years of more than four digits'
  }
  if (exponent !== undefined && Number(exponent) === 0) return 'the exponent after E is 1 or more'
  if (significant !== undefined && Number(significant) === 0) return 'the number after S is 1 or more'
  return null
}

/** How many years share the leading `significant` digits of `year`; 1 when all its digits count. */
function countYearsAlike(year: number, significant: number): number {
  return 10 ** Math.max(0, String(year).length - significant)
}

const blockPrecisions: Readonly<Record<number, Precision>> = {
  1: 'year',
  10: 'decade',
  100: 'century',
  1000: 'millennium',
}

/** How is a date said whose year has unspecified digits: "25 December of some year from 1560 to 1569"? */
import { monthName } from '../time/monthNames.ts'
import { formatYear } from './calendarPoint.ts'
import { phrase } from './phrase.ts'
import type { Phrase } from './phrase.ts'

/** The phrase; null: no set of digits is missing from the year, or it is not a single date. */
export function findMaskedPhrase(edtf: string): Phrase | null {
  const bare = edtf.replace(/[?~%]/g, '')
  const match = /^(-?)([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(bare)
  const year = match?.[2] ?? ''
  if (match === null || !year.includes('X')) return null
  const yearWords = describeYear(year, match[1] === '-')
  const month = match[3]
  const day = match[4]
  if (month === undefined) return phrase('in ', yearWords)
  if (month === 'XX' && day === undefined) return phrase('in ', `some month of ${yearWords}`)
  if (month === 'XX' && day === 'XX') return phrase('on ', `some day of ${yearWords}`)
  const monthNumber = Number(month)
  if (monthNumber > 12 || month.includes('X')) return phrase('at ', `a time written ${bare}`)
  const name = monthName(monthNumber)
  if (day === undefined) return phrase('in ', `${name} of ${yearWords}`)
  if (day === 'XX') return phrase('on ', `some day in ${name} of ${yearWords}`)
  return phrase('on ', day.includes('X') ? `a day written ${bare}` : `${Number(day)} ${name} of ${yearWords}`)
}

function describeYear(year: string, isNegative: boolean): string {
  if (year === 'XXXX') return isNegative ? 'an unknown year BC' : 'an unknown year'
  if (/\dX*$/.test(year) && !/X\d/.test(year)) {
    const nearest = Number(year.replaceAll('X', '0'))
    const farthest = Number(year.replaceAll('X', '9'))
    const [first, last] = isNegative ? [-farthest, -Math.max(1, nearest)] : [nearest, farthest]
    return `some year from ${formatYear(first)} to ${formatYear(last)}`
  }
  return `some year written ${isNegative ? '-' : ''}${year}`
}

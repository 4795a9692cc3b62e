/**
 * Has a date a plain name? "14 April 2026", "April 2026", "spring 2026", "the 2010s", with its doubts:
 * "about 14 April 2026". Sets, ranges and scattered digits have none; they are described (momentWords.ts).
 */
import type { MomentDate } from '../time/fuzzyDate.ts'
import { formatPoint, formatYear, isOneUnit, pointAt } from './calendarPoint.ts'
import { formatClockPoint, hasClock, zoneOf } from './clockWords.ts'
import { groupingName } from './groupingNames.ts'

/** The name with its doubts, or null. @param hiddenYear the year the reader knows already */
export function findMomentName(moment: MomentDate, hiddenYear: number | null): string | null {
  const name = findBareName(moment, hiddenYear)
  return name === null ? null : doubtWords(moment) + name
}

/** "perhaps ", "about ", "perhaps about ", or nothing. */
export function doubtWords(date: { readonly isApproximate: boolean; readonly isUncertain: boolean }): string {
  return `${date.isUncertain ? 'perhaps ' : ''}${date.isApproximate ? 'about ' : ''}`
}

function findBareName(moment: MomentDate, hiddenYear: number | null): string | null {
  const { extents, precision } = moment
  const extent = extents[0]
  if (extent === undefined || extents.length > 1 || !Number.isFinite(extent.endMs - extent.startMs))
    return null
  if (hasClock(moment)) {
    return /^[[{]/.test(moment.edtf)
      ? null
      : formatClockPoint(extent.startMs, zoneOf(moment.edtf), hiddenYear)
  }
  if (precision === 'day' || precision === 'month' || precision === 'year') {
    return isOneUnit(extent, precision) ? formatPoint(pointAt(extent.startMs, precision), hiddenYear) : null
  }
  if (precision === 'season') return findSeasonName(moment.edtf, hiddenYear)
  return precision === 'decade' ? findDecadeName(moment.edtf) : null
}

function findSeasonName(edtf: string, hiddenYear: number | null): string | null {
  const match = /^(-?\d{4})-(\d\d)$/.exec(edtf.replace(/[?~%]/g, ''))
  if (match === null) return null
  const name = groupingName(Number(match[2]))
  const year = Number(match[1])
  return year === hiddenYear && !name.endsWith(' of') ? name : `${name} ${formatYear(year)}`
}

/** Only where it is said so: nobody says "the 40s BC" or "the AD 470s" without a second thought. */
function findDecadeName(edtf: string): string | null {
  const match = /^([1-9]\d\d)X$/.exec(edtf.replace(/[?~%]/g, ''))
  return match === null ? null : `the ${match[1] ?? ''}0s`
}

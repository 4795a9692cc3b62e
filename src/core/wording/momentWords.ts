/**
 * How is "some moment in here" said? The words never sharpen what is known: a month is "some day in April",
 * a range names both of its ends, and a bound that we derived is said as a bound.
 */
import { outerExtent } from '../time/fuzzyDate.ts'
import type { Extent, MomentDate } from '../time/fuzzyDate.ts'
import { MINUTE_MS, SECOND_MS } from '../time/units.ts'
import {
  formatPoint,
  formatRange,
  formatYear,
  isOneUnit,
  pointAt,
  pointsOf,
  unitOf,
} from './calendarPoint.ts'
import { describeBounds } from './boundWords.ts'
import type { DerivedBounds } from './boundWords.ts'
import type { CalendarUnit } from './calendarPoint.ts'
import { formatClockPoint, formatClockRange, hasClock } from './clockWords.ts'
import { formatExtentList, hasRunsOf, LONGEST_LIST } from './extentList.ts'
import { findMaskedPhrase } from './maskedWords.ts'
import { doubtWords, findMomentName } from './momentName.ts'
import { phrase, wrapPhrase } from './phrase.ts'
import type { Phrase } from './phrase.ts'

/** @param hiddenYear the year the reader knows already; null: none */
export function describeMoment(
  moment: MomentDate,
  derived: DerivedBounds,
  hiddenYear: number | null,
): Phrase {
  const name = findMomentName(moment, hiddenYear)
  if (name !== null) return describeNamed(moment, name)
  const words = describeUnnamed(moment, derived, hiddenYear)
  return wrapPhrase(
    moment.isUncertain ? 'perhaps ' : '',
    words,
    moment.isApproximate ? ', approximately' : '',
  )
}

function describeNamed(moment: MomentDate, name: string): Phrase {
  if (doubtWords(moment) !== '') return phrase('', name)
  if (moment.precision === 'month' || moment.precision === 'year') return phrase('on ', `some day in ${name}`)
  return phrase(moment.precision === 'decade' ? 'in ' : '', name)
}

function describeUnnamed(moment: MomentDate, derived: DerivedBounds, hiddenYear: number | null): Phrase {
  const masked = moment.precision === 'other' ? findMaskedPhrase(moment.edtf) : null
  if (masked !== null) return masked
  const outer = outerExtent(moment)
  if (hasClock(moment)) return describeClockRange(outer, moment, hiddenYear)
  if (moment.extents.length > 1) return describeChoice(moment.extents, hiddenYear)
  const unit = findUnit(moment)
  if (!Number.isFinite(outer.endMs - outer.startMs) || (derived.length > 0 && unit === 'day')) {
    return describeBounds(outer, unit, derived, hiddenYear)
  }
  return describeRange(moment, outer, unit, hiddenYear)
}

/** The unit in which the ends of a date are said. */
function findUnit(moment: MomentDate): CalendarUnit {
  const { precision, edtf } = moment
  if (precision === 'day') return 'day'
  if (precision === 'month' || precision === 'season') return 'month'
  if (precision !== 'other') return 'year'
  return edtf.startsWith('[')
    ? unitOf(outerExtent(moment))
    : /\d-..-/.test(edtf)
      ? 'day'
      : /\d-../.test(edtf)
        ? 'month'
        : 'year'
}

function describeRange(
  moment: MomentDate,
  extent: Extent,
  unit: CalendarUnit,
  hiddenYear: number | null,
): Phrase {
  if (unit === 'day') {
    const whole = isOneUnit(extent, 'year') ? 'year' : isOneUnit(extent, 'month') ? 'month' : null
    if (whole !== null)
      return phrase('on ', `some day in ${formatPoint(pointAt(extent.startMs, whole), hiddenYear)}`)
  }
  if (unit === 'month' && isOneUnit(extent, 'year')) {
    return phrase('in ', `some month of ${formatPoint(pointAt(extent.startMs, 'year'))}`)
  }
  const range = formatRange(...pointsOf(extent, unit), hiddenYear)
  const estimate = /^Y?(-?\d+(?:E\d+)?)S/.exec(moment.edtf)
  const estimateWords = estimate === null ? '' : `, estimated at ${formatYear(Number(estimate[1]))}`
  return phrase(
    unit === 'year' ? '' : unit === 'day' ? 'on ' : 'in ',
    `some ${unit} from ${range}${estimateWords}`,
  )
}

function describeChoice(extents: readonly Extent[], hiddenYear: number | null): Phrase {
  const first = extents[0]
  const last = extents.at(-1)
  if (first === undefined || last === undefined) return phrase('', 'at any time')
  const unit = unitOf(first)
  const lead = first.startMs === -Infinity ? '' : unit === 'day' ? 'on ' : 'in '
  if (extents.length <= LONGEST_LIST) {
    const list = formatExtentList(extents, 'or', hiddenYear)
    return phrase(lead, hasRunsOf(extents, unit) ? `one of the ${unit}s ${list}` : list)
  }
  const outer = { startMs: first.startMs, endMs: last.endMs }
  if (!Number.isFinite(outer.endMs - outer.startMs))
    return phrase(lead, `one of ${extents.length} stretches of time`)
  const range = formatRange(...pointsOf(outer, unitOf(outer)), hiddenYear)
  return phrase(lead, `one of ${extents.length} dates from ${range}`)
}

function describeClockRange(
  { startMs, endMs }: Extent,
  moment: MomentDate,
  hiddenYear: number | null,
): Phrase {
  const lastMs = endMs - (moment.precision === 'second' ? SECOND_MS : MINUTE_MS)
  if (startMs === -Infinity) return phrase('', `not later than ${formatClockPoint(lastMs, '', hiddenYear)}`)
  if (endMs === Infinity) return phrase('', `not before ${formatClockPoint(startMs, '', hiddenYear)}`)
  const range = formatClockRange({ ms: startMs, zone: '' }, { ms: lastMs, zone: '' }, hiddenYear)
  return phrase('at ', `some time from ${range}`)
}

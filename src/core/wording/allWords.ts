/** How is "every one of these" said: "each of 1, 3 and 5 April 2026"? */
import { outerExtent } from '../time/fuzzyDate.ts'
import type { AllDate } from '../time/fuzzyDate.ts'
import { formatPoint, formatRange, isOneUnit, pointsOf, unitOf } from './calendarPoint.ts'
import type { CalendarUnit } from './calendarPoint.ts'
import { formatExtentList, hasRunsOf, LONGEST_LIST } from './extentList.ts'
import { phrase, wrapPhrase } from './phrase.ts'
import type { Phrase } from './phrase.ts'

/** @param hiddenYear the year the reader knows already; null: none */
export function describeAll(date: AllDate, hiddenYear: number | null): Phrase {
  const words = describeMembers(date, hiddenYear)
  return wrapPhrase(date.isUncertain ? 'perhaps ' : '', words, date.isApproximate ? ', approximately' : '')
}

function describeMembers(date: AllDate, hiddenYear: number | null): Phrase {
  const { extents } = date
  const unit = findUnit(date)
  const lead = unit === 'day' ? 'on ' : 'in '
  if (extents.length > 1 && extents.length <= LONGEST_LIST) {
    const list = formatExtentList(extents, 'and', hiddenYear)
    return phrase(lead, hasRunsOf(extents, unit) ? `each of the ${unit}s ${list}` : `each of ${list}`)
  }
  const outer = outerExtent(date)
  const { startMs, endMs } = outer
  if (startMs === -Infinity && endMs === Infinity) return phrase('', 'at all times')
  if (startMs === -Infinity) {
    return phrase(
      lead,
      `every ${unit} up to ${formatPoint(pointsOf({ startMs: endMs, endMs }, unit)[1], hiddenYear)}`,
    )
  }
  if (endMs === Infinity) {
    return phrase(
      lead,
      `every ${unit} from ${formatPoint(pointsOf({ startMs, endMs: startMs }, unit)[0], hiddenYear)} on`,
    )
  }
  const range = formatRange(...pointsOf(outer, unit), hiddenYear)
  if (extents.length > 1) return phrase(lead, `each of ${extents.length} dates from ${range}`)
  return phrase(lead, isOneUnit(outer, unit) ? range : `each ${unit} from ${range}`)
}

function findUnit(date: AllDate): CalendarUnit {
  const { precision } = date
  if (precision === 'second' || precision === 'minute' || precision === 'day') return 'day'
  if (precision === 'month' || precision === 'season') return 'month'
  return precision === 'other' ? unitOf(outerExtent(date)) : 'year'
}

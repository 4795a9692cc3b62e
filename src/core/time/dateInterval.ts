/**
 * What does an interval say: from when to when did something last?
 *
 *   2004-06/2006-08   it began some time in June 2004 and ended some time in August 2006
 *   1985/..           it goes on          1985/   it ended, nobody says when
 *   ../1985           it had no start     /1985   it started, nobody says when
 *
 * Seasons and clock times may stand at its ends: the Library of Congress profile leaves them out, ISO 8601
 * has them, and things in the news last for hours.
 */
import { fail, succeed } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { outerExtent } from './fuzzyDate.ts'
import type { SpanDate, SpanEnd } from './fuzzyDate.ts'
import { parseMoment } from './parseMoment.ts'
import { qualifiersOf } from './qualifiers.ts'

/** An interval; the problem is a whole sentence. @param text has a slash in it */
export function parseDateInterval(text: string): Result<SpanDate, string> {
  const slash = text.indexOf('/')
  if (slash !== text.lastIndexOf('/')) return fail(`"${text}" is not a date: an interval has one slash`)
  const start = parseEnd(text.slice(0, slash))
  if (!start.ok) return fail(`"${text}" is not a date: ${start.problem}`)
  const end = parseEnd(text.slice(slash + 1))
  if (!end.ok) return fail(`"${text}" is not a date: ${end.problem}`)
  if (start.value.kind !== 'moment' && end.value.kind !== 'moment') {
    return fail(`"${text}" is not a date: an interval has a date at one end at least`)
  }
  const startLevel = levelOfEnd(start.value)
  const endLevel = levelOfEnd(end.value)
  const { isApproximate, isUncertain } = qualifiersOf(text)
  const span: SpanDate = {
    kind: 'span',
    edtf: text,
    level: startLevel > endLevel ? startLevel : endLevel,
    isApproximate,
    isUncertain,
    start: start.value,
    end: end.value,
  }
  const { startMs, endMs } = outerExtent(span)
  return startMs < endMs ? succeed(span) : fail(`"${text}" starts after it ends`)
}

function parseEnd(text: string): Result<SpanEnd, string> {
  if (text === '') return succeed({ kind: 'unknown' })
  if (text === '..') return succeed({ kind: 'open' })
  const moment = parseMoment(text)
  return moment.ok ? succeed({ kind: 'moment', moment: moment.value }) : moment
}

function levelOfEnd(end: SpanEnd): 0 | 1 | 2 {
  if (end.kind !== 'moment') return 1
  // Unspecified digits inside an interval are a feature of level 2 even where level 1 has them alone.
  return end.moment.edtf.includes('X') ? 2 : end.moment.level
}

/** How is the reading of a date written in a test? As EDTF days, ends not included: "2004-06-01>2004-07-01". */
import { formatEdtf } from '../../../src/core/time/formatEdtf.ts'
import type { FuzzyDate, SpanEnd } from '../../../src/core/time/fuzzyDate.ts'
import { parseEdtf } from '../../../src/core/time/parseEdtf.ts'

/** The parsed date; throws where the text is refused. */
export function readDate(text: string): FuzzyDate {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(result.problem)
  return result.value
}

/** "moment day 1985-04-12>1985-04-13 ~?": kind, precision, extents, qualifiers. A span: "span A … | B …". */
export function readingOf(date: FuzzyDate): string {
  const signs = `${date.isApproximate ? ' ~' : ''}${date.isUncertain ? ' ?' : ''}`
  if (date.kind === 'span') return `span ${endText(date.start)} | ${endText(date.end)}${signs}`
  const extents = date.extents.map((extent) => `${bound(extent.startMs)}>${bound(extent.endMs)}`)
  return `${date.kind} ${date.precision} ${extents.join(' ')}${signs}`
}

function endText(end: SpanEnd): string {
  return end.kind === 'moment' ? readingOf(end.moment).replace('moment ', '') : end.kind
}

function bound(ms: number): string {
  return Number.isFinite(ms) ? formatEdtf(ms) : ms < 0 ? '-∞' : '∞'
}

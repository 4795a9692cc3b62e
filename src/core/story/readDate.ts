/** May this date stand in a story? EDTF says how it is written; this adds what a time line can hold. */
import type { Result } from '../base/result.ts'
import { fail } from '../base/result.ts'
import type { FuzzyDate, SpanEnd } from '../time/fuzzyDate.ts'
import { parseEdtf } from '../time/parseEdtf.ts'
import { DATE_LIMIT_MS } from '../time/units.ts'
import type { ItemReport, PathInItem } from './problem.ts'
import { noteProblem, quote, refuseItem } from './problem.ts'

/** Results kept: the dates of fifty years, to the day. */
const KEPT_DATES = 1 << 14
/** Longer texts are not kept: nobody writes the same one often. */
const MAX_KEPT_LENGTH = 40

/** Thousands of events of a large story stand on the same few thousand dates; all share one object. */
const kept = new Map<string, Result<FuzzyDate, string>>()

/** The date, or a sentence that names the text as written. */
export function readDate(text: string): Result<FuzzyDate, string> {
  const known = kept.get(text)
  if (known !== undefined) return known
  const result = readRareDate(text)
  if (text.length > MAX_KEPT_LENGTH) return result
  if (kept.size >= KEPT_DATES) kept.clear()
  kept.set(text, result)
  return result
}

/** The same, not kept: for who keeps dates himself. */
export function readRareDate(text: string): Result<FuzzyDate, string> {
  const result = parseEdtf(text)
  if (result.ok && isBeyondDrawing(result.value)) {
    return fail(`${quote(text)} cannot be drawn: dates lie between the years −271,821 and 275,760`)
  }
  return result
}

/** For a date without which the item makes no sense: where it is bad, the item is refused. */
export function requireDate(text: string, report: ItemReport, at: PathInItem): FuzzyDate | null {
  const result = readDate(text)
  if (result.ok) return result.value
  refuseItem(report, at, result.problem)
  return null
}

/** For a date that the item can do without: where it is bad, it counts as not given, and that is said. */
export function readOptionalDate(text: string | undefined, report: ItemReport, at: string): FuzzyDate | null {
  if (text === undefined) return null
  const result = readDate(text)
  if (result.ok) return result.value
  noteProblem(report, at, result.problem)
  return null
}

function isBeyondDrawing(date: FuzzyDate): boolean {
  if (date.kind === 'span') {
    return isEndBeyondDrawing(date.start) || isEndBeyondDrawing(date.end)
  }
  return date.extents.some(({ startMs, endMs }) => isBeyondLimit(startMs) || isBeyondLimit(endMs))
}

function isEndBeyondDrawing(end: SpanEnd): boolean {
  return end.kind === 'moment' && isBeyondDrawing(end.moment)
}

function isBeyondLimit(boundMs: number): boolean {
  return Number.isFinite(boundMs) && Math.abs(boundMs) > DATE_LIMIT_MS
}

/** Which stretch of time do two dates enclose? */
import { outerExtent, type Extent } from './fuzzyDate.ts'
import { parseEdtf } from './parseEdtf.ts'

/**
 * From the earliest moment of `from` to the latest of `to`, half-open; null without either.
 * @param from EDTF; null or unreadable sets no limit
 */
export function rangeOf(from: string | null, to: string | null): Extent | null {
  const start = from === null ? null : parseEdtf(from)
  const end = to === null ? null : parseEdtf(to)
  if (start?.ok !== true && end?.ok !== true) return null
  return {
    startMs: start?.ok === true ? outerExtent(start.value).startMs : -Infinity,
    endMs: end?.ok === true ? outerExtent(end.value).endMs : Infinity,
  }
}

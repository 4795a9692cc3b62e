/**
 * What does a date in a story file, or in a link, say?
 *
 * EDTF, the Extended Date/Time Format: ISO 8601-2:2019 as profiled by the Library of Congress (4 February
 * 2019), levels 0, 1 and 2. Our own parser, since the text is a stranger's, the bundle is a reader's, and the
 * answer to a wrong date must be a sentence that helps. It looks at each character a fixed number of times.
 */
import { fail } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import { parseDateInterval } from './dateInterval.ts'
import { parseDateSet } from './dateSet.ts'
import type { FuzzyDate } from './fuzzyDate.ts'
import { parseMoment } from './parseMoment.ts'

/** Longest text read, in UTF-16 units. A set of eighteen days fits; nobody writes longer dates by hand. */
export const MAX_EDTF_LENGTH = 200

/** The date; or one sentence that names the text and what is wrong with it, without a full stop. Never throws. */
export function parseEdtf(text: string): Result<FuzzyDate, string> {
  if (text.length > MAX_EDTF_LENGTH) {
    return fail(`a text of ${text.length} characters is not a date: ${MAX_EDTF_LENGTH} is the most`)
  }
  const isSet = text.startsWith('[') || text.startsWith('{')
  if (!isSet && text.includes('/')) return parseDateInterval(text)
  const result = isSet ? parseDateSet(text) : parseMoment(text)
  return result.ok ? result : fail(`"${text}" is not a date: ${result.problem}`)
}

/** Which date does a reader mean who does not write EDTF? "7 April 2026", "April 2026" and EDTF itself. */
import { fail, succeed, type Result } from '../base/result.ts'
import { monthNames } from './monthNames.ts'
import { parseEdtf } from './parseEdtf.ts'

const dayMonthYear = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})$/i
const monthDayYear = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i

/** The date as EDTF, checked; null for blank text; a sentence for anything else. */
export function readReaderDate(text: string): Result<string | null, string> {
  const trimmed = text.trim()
  if (trimmed === '') return succeed(null)
  const edtf = fromWords(trimmed) ?? trimmed
  const parsed = parseEdtf(edtf)
  return parsed.ok ? succeed(edtf) : fail(parsed.problem)
}

function fromWords(text: string): string | null {
  const british = dayMonthYear.exec(text)
  if (british !== null) return toEdtf(british[3], british[2], british[1])
  const american = monthDayYear.exec(text)
  return american === null ? null : toEdtf(american[3], american[1], american[2])
}

function toEdtf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const prefix = (month ?? '').toLowerCase()
  const index = monthNames.findIndex((name) => name.toLowerCase().startsWith(prefix))
  if (index < 0) return null
  const parts = [
    year,
    String(index + 1).padStart(2, '0'),
    ...(day === undefined ? [] : [day.padStart(2, '0')]),
  ]
  return parts.join('-')
}

/** What stands in the two date fields? Text that is no date, and a From after To, stay there and are not applied. */
import { useState } from 'react'
import { rangeOf } from '../../core/time/dateRange.ts'
import { readReaderDate } from '../../core/time/readReaderDate.ts'

export interface DateText {
  /** EDTF that is applied; null: no limit. */
  readonly value: string | null
  readonly text: string
  /** A sentence where the text is not applied. */
  readonly problem: string | null
}

export function useDateTexts(
  fromValue: string | null,
  toValue: string | null,
  onDates: (from: string | null, to: string | null) => void,
) {
  const [from, setFrom] = useState(() => showValue(fromValue))
  const [to, setTo] = useState(() => showValue(toValue))
  const show = (nextFrom: DateText, nextTo: DateText): void => {
    setFrom(nextFrom)
    setTo(nextTo)
  }
  const isApplied = (nextFrom: DateText, nextTo: DateText): boolean =>
    nextFrom.value === fromValue && nextTo.value === toValue
  // Back, Forward and Clear change the dates from outside.
  if (!isApplied(from, to)) show(showValue(fromValue), showValue(toValue))

  /** Both are read: what was refused may be good now that the other is mended. */
  const commit = (): void => {
    const nextFrom = readText(from)
    const nextTo = readText(to)
    const range = rangeOf(nextFrom.value, nextTo.value)
    if (range !== null && range.startMs >= range.endMs) {
      show(keepText(from, nextFrom), keepText(to, nextTo))
      return
    }
    show(nextFrom, nextTo)
    if (!isApplied(nextFrom, nextTo)) onDates(nextFrom.value, nextTo.value)
  }
  return { from, to, setFrom, setTo, commit, clear: () => show(showValue(null), showValue(null)) }
}

function showValue(value: string | null): DateText {
  return { value, text: value ?? '', problem: null }
}

function readText(field: DateText): DateText {
  const read = readReaderDate(field.text)
  return read.ok
    ? showValue(read.value)
    : {
        ...field,
        problem: `${read.problem}. Write a year, a month or a day: 2026, 2026-04, 7 April 2026.`,
      }
}

/** Of a From after To: the one that is applied already is not the one to blame. */
function keepText(field: DateText, next: DateText): DateText {
  return field.value === next.value ? next : { ...field, problem: 'From lies after To.' }
}

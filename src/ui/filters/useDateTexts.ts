/** What stands in the two date fields? Text that is no date, and a From after To, stay there and are not applied. */
import { useState } from 'react'
import { rangeOf } from '../../core/time/dateRange.ts'
import { readReaderDate } from '../../core/time/readReaderDate.ts'

/** From and To, in this order. */
type Both<T> = readonly [T, T]

interface DateTexts {
  /** EDTF that is applied; null: no limit. */
  readonly values: Both<string | null>
  readonly texts: Both<string>
  /** A sentence for each text that is not applied. */
  readonly problems: Both<string | null>
}

export function useDateTexts(
  from: string | null,
  to: string | null,
  onDates: (from: string | null, to: string | null) => void,
) {
  const [state, setState] = useState(() => showValues(from, to))
  const { values, texts } = state
  // Back, Forward and Clear change the dates from outside.
  if (from !== values[0] || to !== values[1]) setState(showValues(from, to))

  /** Both are read: what was refused may be good now that the other is mended. */
  const commit = (): void => {
    const read = both((i) => readReaderDate(texts[i]))
    const next = both((i) => (read[i].ok ? read[i].value : values[i]))
    const range = rangeOf(...next)
    const isReversed = range !== null && range.startMs >= range.endMs
    const applied = isReversed ? values : next
    setState({
      values: applied,
      texts: both((i) => (read[i].ok && !isReversed ? (next[i] ?? '') : texts[i])),
      problems: both((i) => {
        if (!read[i].ok)
          return `${read[i].problem}. Write a year, a month or a day: 2026, 2026-04, 7 April 2026.`
        return next[i] === applied[i] ? null : 'From lies after To.'
      }),
    })
    if (applied[0] !== from || applied[1] !== to) onDates(...applied)
  }
  return {
    ...state,
    commit,
    write: (which: 0 | 1, text: string) =>
      setState({ ...state, texts: both((i) => (i === which ? text : texts[i])) }),
    clear: () => setState(showValues(null, null)),
  }
}

function showValues(from: string | null, to: string | null): DateTexts {
  return { values: [from, to], texts: [from ?? '', to ?? ''], problems: [null, null] }
}

function both<T>(pick: (i: 0 | 1) => T): Both<T> {
  return [pick(0), pick(1)]
}

/** A date as a reader writes it: a year, a month, a day. Bad input gets a sentence and stays in the field. */
import { useId, useState, type ReactElement } from 'react'
import { readReaderDate } from '../../core/time/readReaderDate.ts'

interface DateFieldProps {
  readonly label: string
  /** EDTF; null: no limit. */
  readonly value: string | null
  readonly onDate: (value: string | null) => void
}

export function DateField({ label, value, onDate }: DateFieldProps): ReactElement {
  const [text, setText] = useState(value ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    // Back, Forward and Clear change the date from outside.
    setShown(value)
    setText(value ?? '')
    setProblem(null)
  }

  const commit = (): void => {
    const read = readReaderDate(text)
    setProblem(read.ok ? null : read.problem)
    if (read.ok && read.value !== value) onDate(read.value)
  }
  return (
    <div className="field-box date-field">
      <label>
        <span className="visually-hidden">{label}</span>
        <input
          className="field"
          type="text"
          inputMode="text"
          autoComplete="off"
          placeholder={label}
          title={`${label}: a year, month or day, such as 2026, 2026-04 or 7 April 2026`}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
          }}
        />
      </label>
      {problem !== null && (
        <p className="field-problem" id={problemId} role="alert">
          {problem}. Write a year, a month or a day: 2026, 2026-04, 7 April 2026.
        </p>
      )}
    </div>
  )
}

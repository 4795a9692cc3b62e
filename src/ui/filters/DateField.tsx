/** A date as a reader writes it: a year, a month, a day. Bad input gets a sentence and stays in the field. */
import { useId, type ReactElement } from 'react'
import type { DateText } from './useDateTexts.ts'

interface DateFieldProps {
  readonly label: string
  readonly field: DateText
  readonly onField: (field: DateText) => void
  /** The reader left the field or pressed Enter. */
  readonly onCommit: () => void
}

export function DateField({ label, field, onField, onCommit }: DateFieldProps): ReactElement {
  const problemId = useId()
  const { text, problem } = field
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
          onChange={(event) => onField({ ...field, text: event.target.value })}
          onBlur={onCommit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onCommit()
          }}
        />
      </label>
      {problem !== null && (
        <p className="field-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

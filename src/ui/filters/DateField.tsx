/** A date as a reader writes it: a year, a month, a day. Bad input gets a sentence and stays in the field. */
import { useId, type ReactElement } from 'react'

interface DateFieldProps {
  readonly label: string
  readonly text: string
  /** A sentence; null: nothing is wrong with the text. */
  readonly problem: string | null
  readonly onText: (text: string) => void
  /** The reader left the field or pressed Enter. */
  readonly onCommit: () => void
}

export function DateField({ label, text, problem, onText, onCommit }: DateFieldProps): ReactElement {
  const problemId = useId()
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
          onChange={(event) => onText(event.target.value)}
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

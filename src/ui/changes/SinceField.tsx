/** Since which day are changes marked? The browser's own field for a day; what a link says less exactly stays in force. */
import { useState, type ReactElement } from 'react'

interface SinceFieldProps {
  /** EDTF; null: nothing is marked. */
  readonly since: string | null
  readonly onSince: (since: string | null) => void
}

export function SinceField({ since, onSince }: SinceFieldProps): ReactElement {
  const [chosen, setChosen] = useState({ since, day: dayOf(since) })
  // Back, Forward and other controls change it from outside.
  if (chosen.since !== since) setChosen({ since, day: dayOf(since) })
  return (
    <form
      className="since-field"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.day !== '') onSince(chosen.day)
      }}
    >
      <label>
        Mark what changed since{' '}
        <input
          className="since-day"
          type="date"
          required
          value={chosen.day}
          onChange={(event) => setChosen({ since, day: event.target.value })}
        />
      </label>
      <button type="submit" className="frame-button">
        Mark
      </button>
      {since !== null && (
        <button type="button" className="text-button" onClick={() => onSince(null)}>
          Mark nothing
        </button>
      )}
    </form>
  )
}

/** What the field can hold: a day of the years 0 to 9999. */
function dayOf(since: string | null): string {
  return since !== null && /^\d{4}-\d\d-\d\d$/.test(since) ? since : ''
}

/** By when things happened, by when they were reported, or both with the time between. */
import { useId, type ReactElement } from 'react'
import type { Clock } from '../../core/view/viewState.ts'
import { clockWords } from '../../core/wording/clockChoiceWords.ts'

interface ClockSwitchProps {
  readonly clock: Clock
  /** Those that the story can be shown by; where it is one alone, the others say why they cannot be chosen. */
  readonly offered: readonly Clock[]
  /** The choice takes a while. */
  readonly isWaiting: boolean
  readonly onClock: (clock: Clock) => void
}

/** Both stands last, as it joins the others. */
const order = ['happened', 'reported', 'both'] as const

export function ClockSwitch({ clock, offered, isWaiting, onClock }: ClockSwitchProps): ReactElement {
  const reasonId = useId()
  const isWhole = order.every((kind) => offered.includes(kind))
  return (
    <div className="clock-switch">
      <span className="clock-name" aria-hidden="true">
        {isWaiting ? clockWords.waiting : clockWords.name}
      </span>
      <div className="clock-choices" role="group" aria-label={clockWords.group}>
        {order.map((kind) => {
          const isOffered = offered.includes(kind)
          return (
            <button
              key={kind}
              type="button"
              className="tab-button"
              title={clockWords.titles[kind]}
              aria-pressed={clock === kind}
              aria-disabled={isOffered ? undefined : true}
              aria-describedby={isOffered ? undefined : reasonId}
              onClick={isOffered ? () => onClock(kind) : undefined}
            >
              {clockWords.labels[kind]}
            </button>
          )
        })}
      </div>
      {!isWhole && (
        <p className="clock-reason" id={reasonId}>
          {clockWords.reason}
        </p>
      )}
    </div>
  )
}

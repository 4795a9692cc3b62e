/** "12 of 340 events", of which all but the first number is only heard; "of 340" where that is not counted. */
import type { ReactElement } from 'react'
import { formatCount } from '../../core/wording/storyWords.ts'

interface ActorCountWordsProps {
  /** null: not counted. */
  readonly count: number | null
  readonly total: number
}

export function ActorCountWords({ count, total }: ActorCountWordsProps): ReactElement {
  return count === null ? (
    <span className="chip-count">
      {` of ${formatCount(total)}`}
      <span className="visually-hidden"> events</span>
    </span>
  ) : (
    <span className="chip-count">
      {` ${formatCount(count)}`}
      <span className="visually-hidden"> of {formatCount(total)} events</span>
    </span>
  )
}

/** "12 of 340 events", of which all but the first number is only heard; "of 340" where that is not counted. */
import type { ReactElement } from 'react'
import { formatCount } from '../../core/wording/storyWords.ts'

interface FacetCountWordsProps {
  /** null: not counted. */
  readonly count: number | null
  readonly total: number
}

export function FacetCountWords({ count, total }: FacetCountWordsProps): ReactElement {
  const ofAll = ` of ${formatCount(total)}`
  return (
    <span className="chip-count">
      {count === null ? ofAll : ` ${formatCount(count)}`}
      <span className="visually-hidden">{count === null ? '' : ofAll} events</span>
    </span>
  )
}

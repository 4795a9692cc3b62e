/** A date sign at a fixed width, for lists, panels and the key: the timeline's own parts on a scale of its own. */
import type { ReactElement } from 'react'
import { placeTextSign } from '../../core/marks/placeTextSign.ts'
import type { EventDate, TimelineEvent } from '../../core/story/story.ts'
import { SignShape } from './SignShape.tsx'

interface DateSignProps {
  readonly when: Pick<EventDate, 'date' | 'derived'> | null
  readonly order?: Pick<TimelineEvent, 'relations'>
  readonly widthPx: number
}

export function DateSign({ when, order, widthPx }: DateSignProps): ReactElement {
  const relations = order?.relations ?? []
  const parts = placeTextSign(when, relations, widthPx)
  return (
    <svg className="date-sign" width={widthPx} height={16} viewBox={`0 -8 ${widthPx} 16`} aria-hidden="true">
      <SignShape parts={parts} widthPx={widthPx} />
    </svg>
  )
}

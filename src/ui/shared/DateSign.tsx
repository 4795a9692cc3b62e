/** A date sign at a fixed width, for lists, panels and the key: the timeline's own parts on a scale of its own. */
import type { ReactElement } from 'react'
import { placeTextSign } from '../../core/marks/placeTextSign.ts'
import type { EventBrief } from '../../core/story/eventBrief.ts'
import type { EventDate } from '../../core/story/story.ts'
import type { SignPart } from '../../core/marks/signPart.ts'
import { SignShape } from './SignShape.tsx'

interface DateSignProps {
  readonly when: Pick<EventDate, 'date' | 'derived'> | null
  readonly order?: Pick<EventBrief, 'relations' | 'asReported'>
  readonly widthPx: number
}

export function DateSign({ when, order, widthPx }: DateSignProps): ReactElement {
  const isByReport = order?.asReported !== undefined
  const relations = isByReport ? [] : (order?.relations ?? [])
  const placed = placeTextSign(when, relations, widthPx)
  const parts = isByReport ? placed.map(sheetOf) : placed
  return (
    <svg className="date-sign" width={widthPx} height={16} viewBox={`0 -8 ${widthPx} 16`} aria-hidden="true">
      <SignShape parts={parts} widthPx={widthPx} />
    </svg>
  )
}

/** The day of a report is a sheet. */
function sheetOf(part: SignPart): SignPart {
  return part.kind === 'disc' ? { kind: 'sheet', x: part.x } : part
}

/** What a link asked for and could not have. */
import type { ReactElement } from 'react'
import type { Ignored } from '../core/view/viewLink.ts'
import { describeIgnored } from '../core/wording/linkWords.ts'
import { Notice } from '../ui/notices/Notice.tsx'

interface LinkNoticeProps {
  readonly ignored: readonly Ignored[]
  readonly onDismiss: () => void
}

export function LinkNotice({ ignored, onDismiss }: LinkNoticeProps): ReactElement {
  return (
    <Notice
      lead="This link could not be followed in full."
      sentences={ignored.map(describeIgnored)}
      onDismiss={onDismiss}
    />
  )
}

/** Names and quotations keep their own direction, and control signs that would turn text around are shown. */
import type { ReactElement } from 'react'
import { spellControls } from '../../core/wording/visibleControls.ts'

export function Bidi({
  text,
  lang,
}: {
  readonly text: string
  readonly lang?: string | undefined
}): ReactElement {
  return (
    <bdi dir="auto" lang={lang}>
      {spellControls(text)}
    </bdi>
  )
}

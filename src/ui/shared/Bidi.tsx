/** Names and quotations keep their own direction, and control signs that would turn text around are shown. */
import type { ReactElement } from 'react'

/** Explicit embeddings, overrides and isolates (Unicode UAX #9): invisible, and able to reorder what follows. */
const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

export function Bidi({
  text,
  lang,
}: {
  readonly text: string
  readonly lang?: string | undefined
}): ReactElement {
  return (
    <bdi dir="auto" lang={lang}>
      {text.replace(
        controls,
        (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
      )}
    </bdi>
  )
}

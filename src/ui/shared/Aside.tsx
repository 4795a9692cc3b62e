/** Of what a link or button among many like it is, for those who hear it without what stands around it. */
import type { ReactElement } from 'react'
import { Bidi } from './Bidi.tsx'

export function Aside({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="visually-hidden">
      : <Bidi text={text} />
    </span>
  )
}

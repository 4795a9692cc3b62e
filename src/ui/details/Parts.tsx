/** A sentence of ours in which names from the story keep their own direction. */
import type { ReactElement } from 'react'
import type { TextPart } from '../../core/wording/textParts.ts'
import { Bidi } from '../shared/Bidi.tsx'

export function Parts({ parts }: { readonly parts: readonly TextPart[] }): ReactElement {
  return <>{parts.map((part, i) => (typeof part === 'string' ? part : <Bidi key={i} text={part.name} />))}</>
}

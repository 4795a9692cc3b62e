/** What stands below every view: the key to its signs; and, once anybody prints, the document in its place. */
import type { ReactElement } from 'react'
import { KeyView } from './KeyView.tsx'
import { later, loaderOf } from './later.tsx'
import type { Shown } from './share/shown.ts'

const PrintView = later(loaderOf(async () => (await import('./PrintView.tsx')).PrintView))

export function Below(props: Shown): ReactElement {
  return (
    <>
      <KeyView facts={props.storyIndex.facts} />
      <PrintView {...props} />
    </>
  )
}

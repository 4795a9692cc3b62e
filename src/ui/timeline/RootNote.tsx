/** The words beside the line that joins a report to the events that go back to it. */
import type { ReactElement } from 'react'
import type { PlacedRoot } from '../../core/marks/placedMark.ts'

interface RootNoteProps {
  readonly root: PlacedRoot
  readonly topPx: number
  readonly words: { readonly lead: string; readonly rest: string }
}

export function RootNote({ root, topPx, words }: RootNoteProps): ReactElement | null {
  if (root.note === null) return null
  return (
    <p
      className="root-note"
      style={{ left: root.note.x, top: topPx + root.note.y, maxWidth: root.note.maxPx }}
    >
      <strong>{words.lead}</strong> <em>{words.rest}</em>
    </p>
  )
}

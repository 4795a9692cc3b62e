/** Timeline, list, sources, statements, changes: ways into one story, none before the others. */
import type { ReactElement } from 'react'
import { viewKinds, type ViewKind } from '../../core/view/viewState.ts'
import { capitalise } from '../../core/wording/phrase.ts'

interface ViewSwitchProps {
  readonly view: ViewKind
  readonly onView: (view: ViewKind) => void
}

export function ViewSwitch({ view, onView }: ViewSwitchProps): ReactElement {
  return (
    <div className="view-switch" role="group" aria-label="View">
      {viewKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="tab-button"
          aria-pressed={view === kind}
          onClick={() => onView(kind)}
        >
          {capitalise(kind)}
        </button>
      ))}
    </div>
  )
}

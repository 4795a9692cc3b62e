/** Timeline or list: two equals. */
import type { ReactElement } from 'react'
import type { ViewKind } from '../../core/view/viewState.ts'

interface ViewSwitchProps {
  readonly view: ViewKind
  readonly onView: (view: ViewKind) => void
}

const views: readonly { readonly kind: ViewKind; readonly label: string }[] = [
  { kind: 'timeline', label: 'Timeline' },
  { kind: 'list', label: 'List' },
]

export function ViewSwitch({ view, onView }: ViewSwitchProps): ReactElement {
  return (
    <div className="view-switch" role="group" aria-label="View">
      {views.map(({ kind, label }) => (
        <button
          key={kind}
          type="button"
          className="tab-button"
          aria-pressed={view === kind}
          onClick={() => onView(kind)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

/** The ways into the story as plain links, where the app has its switch; the timeline alone needs the app. */
import type { ReactElement } from 'react'
import { viewKinds, type ViewKind } from '../../core/view/viewState.ts'
import { capitalise } from '../../core/wording/phrase.ts'

export interface ViewLinksProps {
  /** The view that this page is; null: an event of the story. */
  readonly view: ViewKind | null
  readonly hrefOf: (view: ViewKind) => string
}

export function ViewLinks({ view, hrefOf }: ViewLinksProps): ReactElement {
  return (
    <nav className="view-switch" aria-label="View">
      {viewKinds.map((kind) =>
        kind === 'timeline' ? (
          // As wide as the button that will stand here.
          <button key={kind} type="button" className="tab-button">
            {capitalise(kind)}
          </button>
        ) : (
          <a
            key={kind}
            className={`tab-button to-${kind}`}
            href={hrefOf(kind)}
            aria-current={kind === view ? 'page' : undefined}
          >
            {capitalise(kind)}
          </a>
        ),
      )}
    </nav>
  )
}

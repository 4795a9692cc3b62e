/** What can a reader do? Each thing once, named by what happened. */
import type { EventId, StatementId } from '../base/brand.ts'
import type { FacetKind } from '../story/facetKinds.ts'
import type { TimeWindow } from '../time/timeWindow.ts'
import type { Clock, LaneKind, ViewKind, ViewState } from './viewState.ts'

export type ViewAction =
  | { readonly kind: 'eventOpened'; readonly event: EventId; readonly statement: StatementId | null }
  | { readonly kind: 'detailsClosed' }
  | { readonly kind: 'facetToggled'; readonly facet: FacetKind; readonly value: string }
  /** These values and no others of the facet. */
  | { readonly kind: 'facetChosen'; readonly facet: FacetKind; readonly values: readonly string[] }
  | { readonly kind: 'datesChanged'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'wordsChanged'; readonly words: string }
  | { readonly kind: 'filtersCleared' }
  /** Back to what the bare address opens. */
  | { readonly kind: 'homeOpened' }
  | { readonly kind: 'viewChosen'; readonly view: ViewKind }
  | { readonly kind: 'clockChosen'; readonly clock: Clock }
  | { readonly kind: 'lanesChosen'; readonly lanes: LaneKind }
  | { readonly kind: 'sinceChanged'; readonly since: string | null }
  /** null: back to the first view. */
  | { readonly kind: 'windowChanged'; readonly window: TimeWindow | null }
  /** A link within the page to another view of the story: all of it at once, so that Back undoes it at once. */
  | { readonly kind: 'linkFollowed'; readonly state: ViewState }
  /** Back, Forward, or an address that was entered. */
  | { readonly kind: 'addressChanged'; readonly state: ViewState }

/**
 * How the address takes an action: acts push an entry that Back returns from, gestures (zoom, pan, typing)
 * replace the present one, and what came from the address leaves it alone.
 */
export function historyModeOf(action: ViewAction): 'push' | 'replace' | 'none' {
  switch (action.kind) {
    case 'wordsChanged':
    case 'windowChanged':
      return 'replace'
    case 'addressChanged':
      return 'none'
    default:
      return 'push'
  }
}

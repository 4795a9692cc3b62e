/**
 * Where does the view state live?
 * A store that knows no React: one state, one way in (an action), listeners told after each change.
 */
import { reduceView } from '../core/view/reduceView.ts'
import type { ViewAction } from '../core/view/viewAction.ts'
import type { ViewState } from '../core/view/viewState.ts'

type Listener = (state: ViewState, action: ViewAction) => void

export interface ViewStore {
  readonly getState: () => ViewState
  readonly dispatch: (action: ViewAction) => void
  /** Returns the way to leave again. */
  readonly subscribe: (listener: Listener) => () => void
}

export function createViewStore(initial: ViewState): ViewStore {
  let state = initial
  const listeners = new Set<Listener>()
  return {
    getState: () => state,
    dispatch: (action) => {
      const next = reduceView(state, action)
      if (next === state) return
      state = next
      for (const listener of listeners) listener(state, action)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What follows from what a reader did? */
import { assertNever } from '../base/assert.ts'
import { isSameWindow, snapWindow } from '../time/timeWindow.ts'
import type { ViewAction } from './viewAction.ts'
import { initialView, isFiltered, type ViewState } from './viewState.ts'

/** The next state; the same object when nothing changed, so that nothing is pushed or redrawn. */
export function reduceView(state: ViewState, action: ViewAction): ViewState {
  switch (action.kind) {
    case 'eventOpened':
      if (state.openEvent === action.event && state.openStatement === action.statement) return state
      return { ...state, openEvent: action.event, openStatement: action.statement }
    case 'detailsClosed':
      return state.openEvent === null ? state : { ...state, openEvent: null, openStatement: null }
    case 'actorToggled': {
      const without = state.actors.filter((actor) => actor !== action.actor)
      const isOn = without.length < state.actors.length
      return { ...state, actors: isOn ? without : [...state.actors, action.actor] }
    }
    case 'datesChanged':
      if (state.from === action.from && state.to === action.to) return state
      return { ...state, from: action.from, to: action.to }
    case 'wordsChanged': {
      const words = action.words.trim()
      return state.words === words ? state : { ...state, words }
    }
    case 'filtersCleared':
      if (!isFiltered(state)) return state
      return {
        ...state,
        actors: initialView.actors,
        from: initialView.from,
        to: initialView.to,
        words: initialView.words,
      }
    case 'homeOpened':
      return isHome(state) ? state : initialView
    case 'viewChosen':
      return state.view === action.view ? state : { ...state, view: action.view }
    case 'windowChanged': {
      const window = action.window === null ? null : snapWindow(action.window)
      return isSameWindow(state.window, window) ? state : { ...state, window }
    }
    case 'addressChanged':
      return action.state
    default:
      return assertNever(action)
  }
}

/** Whether the state is what the bare address opens, whichever object holds it. */
function isHome(state: ViewState): boolean {
  return !isFiltered(state) && state.openEvent === null && state.view === null && state.window === null
}

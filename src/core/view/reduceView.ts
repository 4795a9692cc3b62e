/** What follows from what a reader did? */
import { assertNever } from '../base/assert.ts'
import type { FacetKind } from '../story/facetKinds.ts'
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
    case 'facetToggled': {
      const before = state.chosen[action.facet]
      const without = before.filter((value) => value !== action.value)
      const isOn = without.length < before.length
      return choose(state, action.facet, isOn ? without : [...before, action.value])
    }
    case 'facetChosen':
      return isSameList(state.chosen[action.facet], action.values)
        ? state
        : choose(state, action.facet, action.values)
    case 'datesChanged':
      if (state.from === action.from && state.to === action.to) return state
      return { ...state, from: action.from, to: action.to }
    case 'wordsChanged':
      return change(state, 'words', action.words.trim())
    case 'filtersCleared': {
      if (!isFiltered(state)) return state
      const { chosen, from, to, words } = initialView
      return { ...state, chosen, from, to, words }
    }
    case 'homeOpened':
      return isHome(state) ? state : initialView
    case 'viewChosen':
      return change(state, 'view', action.view)
    case 'clockChosen':
      return change(state, 'clock', action.clock)
    case 'lanesChosen':
      return change(state, 'lanes', action.lanes)
    case 'sinceChanged':
      return change(state, 'since', action.since)
    case 'windowChanged': {
      const window = action.window === null ? null : snapWindow(action.window)
      return isSameWindow(state.window, window) ? state : { ...state, window }
    }
    case 'linkFollowed':
    case 'addressChanged':
      return action.state
    default:
      return assertNever(action)
  }
}

function change<Name extends keyof ViewState>(
  state: ViewState,
  name: Name,
  value: ViewState[Name],
): ViewState {
  return state[name] === value ? state : { ...state, [name]: value }
}

function choose(state: ViewState, facet: FacetKind, values: readonly string[]): ViewState {
  return { ...state, chosen: { ...state.chosen, [facet]: values } }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}

/** All but the filter. */
const besideFilter = ['openEvent', 'view', 'clock', 'lanes', 'since', 'window'] as const

/** Whether the state is what the bare address opens, whichever object holds it. */
function isHome(state: ViewState): boolean {
  return !isFiltered(state) && besideFilter.every((name) => state[name] === initialView[name])
}

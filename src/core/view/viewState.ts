/**
 * What is the reader looking at?
 * One flat record, all of it in the address. Whatever can be worked out from it and the story is not in it.
 */
import type { ActorId, EventId, StatementId } from '../base/brand.ts'
import type { TimeWindow } from '../time/timeWindow.ts'

export type ViewKind = 'timeline' | 'list'

export interface ViewState {
  readonly openEvent: EventId | null
  /** A statement of the open event; never without one. */
  readonly openStatement: StatementId | null
  /** Actors filtered by, in the order chosen, no repeats; empty: everyone. */
  readonly actors: readonly ActorId[]
  /** EDTF as the reader typed it; null: no limit. */
  readonly from: string | null
  readonly to: string | null
  /** Words searched for; never white space at its ends. */
  readonly words: string
  /** null: what suits the story and the screen. */
  readonly view: ViewKind | null
  /** null: the first view, fitted to the story. Both ends snapped (see snapWindow). */
  readonly window: TimeWindow | null
}

/** What the bare address of a story opens. */
export const initialView: ViewState = {
  openEvent: null,
  openStatement: null,
  actors: [],
  from: null,
  to: null,
  words: '',
  view: null,
  window: null,
}

/** Whether anything is hidden by choice. */
export function isFiltered(state: ViewState): boolean {
  return state.actors.length > 0 || state.from !== null || state.to !== null || state.words.trim() !== ''
}

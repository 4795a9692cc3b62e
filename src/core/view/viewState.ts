/**
 * What is the reader looking at?
 * One flat record, all of it in the address. Whatever can be worked out from it and the story is not in it.
 */
import type { EventId, StatementId } from '../base/brand.ts'
import { chosenFacets, noneChosen, type ChosenValues } from '../story/facetKinds.ts'
import type { TimeWindow } from '../time/timeWindow.ts'

export const viewKinds = ['timeline', 'list', 'sources', 'statements', 'changes'] as const
export type ViewKind = (typeof viewKinds)[number]

/** By which date events are ordered and drawn; `both`: by when they happened, each with the day of its report. */
export const clocks = ['both', 'happened', 'reported'] as const
export type Clock = (typeof clocks)[number]

/** What a lane of the timeline gathers: events of which as much of the date is known, or events of one actor. */
export const laneKinds = ['known', 'actor'] as const
export type LaneKind = (typeof laneKinds)[number]

export interface ViewState {
  readonly openEvent: EventId | null
  /** A statement of the open event; never without one. */
  readonly openStatement: StatementId | null
  /** What events are filtered by, facet by facet. */
  readonly chosen: ChosenValues
  /** EDTF as the reader typed it; null: no limit. */
  readonly from: string | null
  readonly to: string | null
  /** Words searched for; never white space at its ends. */
  readonly words: string
  /** null: what suits the story and the screen. */
  readonly view: ViewKind | null
  readonly clock: Clock
  readonly lanes: LaneKind
  /** EDTF: events that changed since then are marked; null: none is. */
  readonly since: string | null
  /** null: the first view, fitted to the story. Both ends snapped (see snapWindow). */
  readonly window: TimeWindow | null
}

/** What the bare address of a story opens. */
export const initialView: ViewState = {
  openEvent: null,
  openStatement: null,
  chosen: noneChosen,
  from: null,
  to: null,
  words: '',
  view: null,
  clock: 'both',
  lanes: 'known',
  since: null,
  window: null,
}

/** Whether anything is hidden by choice. */
export function isFiltered({ chosen, from, to, words }: ViewState): boolean {
  return chosenFacets(chosen).length > 0 || from !== null || to !== null || words.trim() !== ''
}

/** All that is known of the rows that pass a filter: which they are, in which order they are read, and in which lanes they stand. */
import type { ChosenValues } from '../story/facetKinds.ts'
import type { EventIndex } from './eventIndex.ts'
import { keepChosen, type FoundMatches, type Matches } from './findMatches.ts'
import { showLanes, type ShownLanes } from './shownLanes.ts'
import { ShownRows } from './shownRows.ts'

export interface FoundRows extends FoundMatches {
  readonly shownRows: ShownRows
  readonly shownLanes: ShownLanes
}

/** @param ofAnyValue as findMatchesOfAnyValue has it */
export function findRows(index: EventIndex, ofAnyValue: Matches, chosen: ChosenValues): FoundRows {
  const found = keepChosen(index, ofAnyValue, chosen)
  const shownRows = new ShownRows(found.matches)
  return { ...found, shownRows, shownLanes: showLanes(index, found.matches, shownRows.length) }
}

/** The rows of very many events that pass a filter. What was found for the last filters is kept, since readers go to and fro. */
import { facetKinds, type ChosenValues } from '../story/facetKinds.ts'
import type { EventIndex } from './eventIndex.ts'
import { keepChosen, type Matches } from './findMatches.ts'
import type { FoundRows } from './findRows.ts'
import { showManyLanes } from './showManyLanes.ts'
import { ShownRows } from './shownRows.ts'

/** So many filters of the same dates and words: at a million events up to 10 MB each, mostly 2. */
const KEPT = 16

/** By what is chosen, the last used last. They go with their matches. */
const kept = new WeakMap<Matches, Map<string, FoundRows>>()

/** As findRows of findRows.ts, and the same answer to the same question. */
export function findManyRows(index: EventIndex, ofAnyValue: Matches, chosen: ChosenValues): FoundRows {
  const finding = findManyInSteps(index, ofAnyValue, chosen)
  for (;;) {
    const { done, value } = finding.next()
    if (done === true) return value
  }
}

/** The same, of which each step takes some milliseconds. */
export function* findManyInSteps(
  index: EventIndex,
  ofAnyValue: Matches,
  chosen: ChosenValues,
): Generator<void, FoundRows> {
  const filters = kept.get(ofAnyValue) ?? new Map<string, FoundRows>()
  kept.set(ofAnyValue, filters)
  const key = JSON.stringify(facetKinds.map((kind) => chosen[kind]))
  const found = filters.get(key) ?? (yield* findAnew(index, ofAnyValue, chosen))
  filters.delete(key)
  filters.set(key, found)
  for (const [oldest] of filters) {
    if (filters.size <= KEPT) break
    filters.delete(oldest)
  }
  return found
}

function* findAnew(index: EventIndex, ofAnyValue: Matches, chosen: ChosenValues): Generator<void, FoundRows> {
  const found = keepChosen(index, ofAnyValue, chosen)
  yield
  const shownRows = new ShownRows(found.matches)
  yield
  return { ...found, shownRows, shownLanes: yield* showManyLanes(index, found.matches, shownRows.length) }
}

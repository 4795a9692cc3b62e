/** Which events pass the filter, and how surely? One pass over columns for each part of it. */
import { chosenFacets, facetKinds, type ChosenValues, type FacetKind } from '../story/facetKinds.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { EventIndex } from './eventIndex.ts'
import { rowsOf } from './facet.ts'
import { foldTerms } from './foldText.ts'
import { MATCH, matchDate } from './matchDate.ts'

/** What a reader asked for, with dates already read and words already searched. */
export interface EventFilter {
  readonly chosen: ChosenValues
  /** Half-open range of dates; null: any time. */
  readonly range: Extent | null
  /** [n] 1 where the words occur; null: no words asked for. */
  readonly wordHits: Uint8Array | null
}

/** [n] a MATCH for each row. */
export type Matches = Uint8Array

/** What passes a filter, and what it is counted by how many events each value of a facet would bring. */
export interface FoundMatches {
  readonly matches: Matches
  /** The same whatever is chosen in the facets. */
  readonly ofAnyValue: Matches
  /** The bits of the facets of which something is chosen. */
  readonly wanted: number
  /** [n] the bits of those of which the row has a chosen value; null where none is wanted. */
  readonly held: Uint8Array | null
}

/** Its bit in `wanted` and `held`. */
export function bitOf(kind: FacetKind): number {
  return 1 << facetKinds.indexOf(kind)
}

/** The weakest of what dates and words say of each row, whatever is chosen in the facets. */
export function findMatchesOfAnyValue(
  index: EventIndex,
  { range, wordHits }: Omit<EventFilter, 'chosen'>,
): Matches {
  const matches = new Uint8Array(index.rowCount).fill(MATCH.certain)
  if (wordHits !== null)
    for (let row = 0; row < matches.length; row++) if (wordHits[row] === 0) matches[row] = MATCH.none
  if (range !== null)
    for (let row = 0; row < matches.length; row++)
      if (matches[row] !== MATCH.none) matches[row] = matchDate(index, row, range)
  return matches
}

/**
 * What has a chosen value of each facet in which any is chosen. Cost: as many steps as events have these values.
 * @param ofAnyValue are the matches where nothing is chosen
 */
export function keepChosen(index: EventIndex, ofAnyValue: Matches, chosen: ChosenValues): FoundMatches {
  const kinds = chosenFacets(chosen)
  const wanted = kinds.reduce((bits, kind) => bits | bitOf(kind), 0)
  if (wanted === 0) return { matches: ofAnyValue, ofAnyValue, wanted, held: null }
  const matches = new Uint8Array(index.rowCount)
  const held = new Uint8Array(index.rowCount)
  for (const kind of kinds) {
    const facet = index.facets[kind]
    const bit = bitOf(kind)
    for (const value of chosen[kind]) {
      const rows = rowsOf(facet, facet.values.indexOf(value))
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] ?? 0
        const has = (held[row] ?? 0) | bit
        held[row] = has
        if (has === wanted) matches[row] = ofAnyValue[row] ?? 0
      }
    }
  }
  return { matches, ofAnyValue, wanted, held }
}

/** The whole filter at once. */
export function findMatches(index: EventIndex, filter: EventFilter): Matches {
  return keepChosen(index, findMatchesOfAnyValue(index, filter), filter.chosen).matches
}

/** [n] 1 where every word of the search occurs in the row's text; null for blank words. @param texts folded */
export function searchWords(texts: readonly string[], words: string): Uint8Array | null {
  const terms = foldTerms(words)
  if (terms.length === 0) return null
  return Uint8Array.from(texts, (text) => (terms.every((term) => text.includes(term)) ? 1 : 0))
}

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

/** [n] the bit of each facet of which the row has none of the chosen values; null: nothing is chosen. */
export type LackedFacets = Uint8Array | null

/** Its bit in LackedFacets. */
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

/** Which rows lack what is chosen, facet by facet. */
export function findLacked(index: EventIndex, chosen: ChosenValues): LackedFacets {
  const kinds = chosenFacets(chosen)
  if (kinds.length === 0) return null
  const lacked = new Uint8Array(index.rowCount).fill(kinds.reduce((bits, kind) => bits | bitOf(kind), 0))
  for (const kind of kinds) {
    const facet = index.facets[kind]
    const others = ~bitOf(kind)
    for (const value of chosen[kind]) {
      const number = facet.values.indexOf(value)
      if (number === -1) continue
      const rows = rowsOf(facet, number)
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] ?? 0
        lacked[row] = (lacked[row] ?? 0) & others
      }
    }
  }
  return lacked
}

/** Without rows that lack something. @param ofAnyValue returned itself where nothing is chosen */
export function keepChosen(ofAnyValue: Matches, lacked: LackedFacets): Matches {
  if (lacked === null) return ofAnyValue
  const matches = new Uint8Array(lacked.length)
  // Without a branch, which would be guessed wrong as often as not.
  for (let row = 0; row < matches.length; row++)
    matches[row] = (ofAnyValue[row] ?? 0) * (1 - Math.min(lacked[row] ?? 0, 1))
  return matches
}

/** The whole filter at once. */
export function findMatches(index: EventIndex, filter: EventFilter): Matches {
  return keepChosen(findMatchesOfAnyValue(index, filter), findLacked(index, filter.chosen))
}

/** [n] 1 where every word of the search occurs in the row's text; null for blank words. @param texts folded */
export function searchWords(texts: readonly string[], words: string): Uint8Array | null {
  const terms = foldTerms(words)
  if (terms.length === 0) return null
  return Uint8Array.from(texts, (text) => (terms.every((term) => text.includes(term)) ? 1 : 0))
}

/** How many rows match at all, and how many of those only possibly. */
export function countMatches(matches: Matches): { readonly shown: number; readonly possible: number } {
  let shown = 0
  let sum = 0
  // Without a branch, which would be guessed wrong as often as not.
  for (let row = 0; row < matches.length; row++) {
    const match = matches[row] ?? 0
    shown += Math.min(match, 1)
    sum += match
  }
  return { shown, possible: MATCH.certain * shown - sum }
}

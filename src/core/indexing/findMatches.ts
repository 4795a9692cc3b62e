/** Which events pass the filter, and how surely? One pass over columns for each part of it. */
import type { ActorId } from '../base/brand.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { EventIndex } from './eventIndex.ts'
import { rowsOf } from './facet.ts'
import { foldTerms } from './foldText.ts'
import { MATCH, matchDate } from './matchDate.ts'

/** What a reader asked for, with dates already read and words already searched. */
export interface EventFilter {
  /** Any of these; empty: everyone. */
  readonly actors: readonly ActorId[]
  /** Half-open range of dates; null: any time. */
  readonly range: Extent | null
  /** [n] 1 where the words occur; null: no words asked for. */
  readonly wordHits: Uint8Array | null
}

/** [n] a MATCH for each row. */
export type Matches = Uint8Array

/** The weakest of what dates and words say of each row, with the actors left out: what counts beside actors are taken from. */
export function findMatchesOfAnyActor(
  index: EventIndex,
  { range, wordHits }: Omit<EventFilter, 'actors'>,
): Matches {
  const matches = new Uint8Array(index.rowCount).fill(MATCH.certain)
  if (wordHits !== null)
    for (let row = 0; row < matches.length; row++) if (wordHits[row] === 0) matches[row] = MATCH.none
  if (range !== null)
    for (let row = 0; row < matches.length; row++)
      if (matches[row] !== MATCH.none) matches[row] = matchDate(index, row, range)
  return matches
}

/** The same with the actors. @param ofAnyActor as findMatchesOfAnyActor gives it; returned itself without actors */
export function keepActors(index: EventIndex, ofAnyActor: Matches, actors: readonly ActorId[]): Matches {
  if (actors.length === 0) return ofAnyActor
  const matches = new Uint8Array(index.rowCount)
  for (const actor of actors) {
    const value = index.actors.values.indexOf(actor)
    if (value === -1) continue
    const rows = rowsOf(index.actors, value)
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0
      matches[row] = ofAnyActor[row] ?? MATCH.none
    }
  }
  return matches
}

/** The whole filter at once. */
export function findMatches(index: EventIndex, filter: EventFilter): Matches {
  return keepActors(index, findMatchesOfAnyActor(index, filter), filter.actors)
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

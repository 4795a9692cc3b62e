/** Which events pass the filter, and how surely? */
import type { ActorId } from '../base/brand.ts'
import type { Story } from '../story/story.ts'
import type { Extent } from '../time/fuzzyDate.ts'
import type { EventIndex } from './eventIndex.ts'
import { foldTerms } from './foldText.ts'
import { MATCH, matchDate } from './matchDate.ts'

/** What a reader asked for, with dates already read. */
export interface EventFilter {
  /** Any of these; empty: everyone. */
  readonly actors: readonly ActorId[]
  /** Half-open range of dates; null: any time. */
  readonly range: Extent | null
  /** All of these words, in any order. */
  readonly words: string
}

/** [n] a MATCH for each row. */
export type Matches = Uint8Array

/** The weakest of what dates, words and actors say of each row. */
export function findMatches(story: Story, index: EventIndex, filter: EventFilter): Matches {
  const matches = findMatchesOfAnyActor(story, index, filter)
  if (filter.actors.length === 0) return matches
  const involved = new Uint8Array(index.rowCount)
  for (const actor of filter.actors) for (const row of index.rowsByActor.get(actor) ?? []) involved[row] = 1
  return matches.map((match, row) => (involved[row] === 1 ? match : MATCH.none))
}

/** As findMatches, with the actors left out of it: what the counts beside actors are taken from. */
export function findMatchesOfAnyActor(story: Story, index: EventIndex, filter: EventFilter): Matches {
  const terms = foldTerms(filter.words)
  const matches = new Uint8Array(index.rowCount).fill(MATCH.certain)
  for (let row = 0; row < index.rowCount; row++) {
    const text = index.words[row] ?? ''
    if (!terms.every((term) => text.includes(term))) matches[row] = MATCH.none
    else if (filter.range !== null)
      matches[row] = matchDate(story.events[row]?.when?.date ?? null, filter.range)
  }
  return matches
}

/** How many rows match at all, and how many of those only possibly. */
export function countMatches(matches: Matches): { readonly shown: number; readonly possible: number } {
  let shown = 0
  let possible = 0
  for (const match of matches) {
    if (match !== MATCH.none) shown++
    if (match === MATCH.possible) possible++
  }
  return { shown, possible }
}

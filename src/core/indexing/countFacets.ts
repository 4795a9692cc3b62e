/** How many events would each value of a facet bring, under the other filters? */
import type { FacetKind } from '../story/facetKinds.ts'
import type { EventIndex } from './eventIndex.ts'
import { rowsOf, type Facet } from './facet.ts'
import { bitOf, type FoundMatches, type Matches } from './findMatches.ts'
import { MATCH } from './matchDate.ts'

export interface FacetCount {
  readonly value: string
  /** Events that match the other filters and have the value; null: not counted. */
  readonly count: number | null
  /** Events that have the value at all. */
  readonly total: number
  /** What it is called, as nameValue has it, where the frame of the story does not tell. */
  readonly name?: string
  readonly note?: string
}

const counted = new WeakMap<Matches, Map<FacetKind, readonly FacetCount[]>>()

/**
 * Values with at least one event, in the order of the story's lists; the same list where the same is counted. Cost: one
 * pass over the facet's rows, and none where all events match. What is chosen in the facet itself does not count.
 */
export function countFacet(index: EventIndex, kind: FacetKind, found: FoundMatches): readonly FacetCount[] {
  const matches = matchesWithout(kind, found)
  const kept = counted.get(matches) ?? new Map<FacetKind, readonly FacetCount[]>()
  const known = kept.get(kind)
  if (known !== undefined) return known
  const counts = countValues(index.facets[kind], matches)
  counted.set(matches, kept.set(kind, counts))
  return counts
}

function countValues(facet: Facet, matches: Matches): readonly FacetCount[] {
  const areAll = !matches.includes(MATCH.none)
  return facet.values.flatMap((value, number): FacetCount[] => {
    const rows = rowsOf(facet, number)
    const total = rows.length
    return total === 0 ? [] : [{ value, count: areAll ? total : countMatching(rows, matches), total }]
  })
}

function countMatching(rows: Uint32Array, matches: Matches): number {
  let count = 0
  // Without a branch, which would be guessed wrong as often as not.
  for (let i = 0; i < rows.length; i++) count += Math.min(matches[rows[i] ?? 0] ?? 0, 1)
  return count
}

/** As if nothing were chosen in the facet. */
function matchesWithout(kind: FacetKind, { matches, ofAnyValue, wanted, held }: FoundMatches): Matches {
  const others = wanted & ~bitOf(kind)
  if (others === wanted) return matches
  if (held === null || others === 0) return ofAnyValue
  return ofAnyValue.map((match, row) => (((held[row] ?? 0) & others) === others ? match : MATCH.none))
}

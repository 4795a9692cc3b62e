/** How many events would each value of a facet bring, under the other filters? */
import type { FacetKind } from '../story/facetKinds.ts'
import type { EventIndex } from './eventIndex.ts'
import { rowsOf } from './facet.ts'
import { bitOf, type Matches, type LackedFacets } from './findMatches.ts'

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

/**
 * Values with at least one event, in the order of the story's lists. Cost: one pass over the facet's rows.
 * @param ofAnyValue under dates and words; @param lacked what is chosen in the facets; its own part does not count here
 */
export function countFacet(
  index: EventIndex,
  kind: FacetKind,
  ofAnyValue: Matches,
  lacked: LackedFacets,
): readonly FacetCount[] {
  const facet = index.facets[kind]
  const others = lacked === null ? null : keepOthers(ofAnyValue, lacked, ~bitOf(kind))
  const matches = others ?? ofAnyValue
  return facet.values.flatMap((value, number): FacetCount[] => {
    const rows = rowsOf(facet, number)
    if (rows.length === 0) return []
    let count = 0
    // Without a branch, which would be guessed wrong as often as not.
    for (let i = 0; i < rows.length; i++) count += Math.min(matches[rows[i] ?? 0] ?? 0, 1)
    return [{ value, count, total: rows.length }]
  })
}

/** null: no other facet hides anything. */
function keepOthers(ofAnyValue: Matches, lacked: Uint8Array, otherBits: number): Matches | null {
  const kept = new Uint8Array(lacked.length)
  let hidden = 0
  for (let row = 0; row < kept.length; row++) {
    const isLacking = Math.min((lacked[row] ?? 0) & otherBits, 1)
    hidden += isLacking
    kept[row] = (ofAnyValue[row] ?? 0) * (1 - isLacking)
  }
  return hidden === 0 ? null : kept
}

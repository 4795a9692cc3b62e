/** How many events would each value of a facet bring? Counted when it is asked for: the first picture needs none. */
import { countFacet, type FacetCount } from '../core/indexing/countFacets.ts'
import type { EventIndex } from '../core/indexing/eventIndex.ts'
import type { FoundRows } from '../core/indexing/findRows.ts'
import { facetKinds, type FacetKind } from '../core/story/facetKinds.ts'
import { keepLately } from './keepLately.ts'

/** What counts are made of: of a story in memory its rows (see countFacet), of one in tiles whoever tells them. */
export type FacetCounting =
  | { readonly kind: 'rows'; readonly rows: FoundRows & { readonly index: EventIndex } }
  | { readonly kind: 'told'; readonly countsOf: CountsOf }

/** In the order of the story's lists. */
export type CountsOf = (kind: FacetKind) => readonly FacetCount[]

const kept = new WeakMap<FacetCounting, CountsOf>()

/** The same function for the same filter; it counts each facet once. */
export function countsOf({ counting }: { readonly counting: FacetCounting }): CountsOf {
  const known = kept.get(counting)
  if (known !== undefined) return known
  const count = keepLately(facetKinds.length, (kind: FacetKind) =>
    counting.kind === 'told' ? counting.countsOf(kind) : countFacet(counting.rows.index, kind, counting.rows),
  )
  kept.set(counting, count)
  return count
}

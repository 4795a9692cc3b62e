/** Which facets have postings of their own, and what stands in these? */

/** Speakers are actors whose postings are marked (postings.ts); `reach` is no facet that readers filter by (reach.ts). */
export const postedFacets = ['actor', 'source', 'standing', 'record', 'reach'] as const
export type PostedFacet = (typeof postedFacets)[number]

/** Joins two numbers below 2^20 and 2^32 into one key. */
export const PAIR = 2 ** 32

/** Of records in the run of facets, which are sorted by it first. */
export function facetKey(facet: PostedFacet, value: number): number {
  return postedFacets.indexOf(facet) * PAIR + value
}

/** The facet and the value of a key; null: there is none such. */
export function valueOfKey(key: number): { readonly facet: PostedFacet; readonly value: number } | null {
  const facet = postedFacets[Math.floor(key / PAIR)]
  return facet === undefined ? null : { facet, value: key % PAIR }
}

/** Beside the postings of rare values stand briefs. Standings and record statuses are not rare where it matters. */
export function hasBriefs(facet: PostedFacet): boolean {
  return facet === 'actor' || facet === 'source'
}

/** Record statuses, and who speaks. */
export function hasMarks(facet: PostedFacet): boolean {
  return facet !== 'reach'
}

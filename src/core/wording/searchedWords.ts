/** Where were words looked for, if not in all events, and which facet is not applied? */
import type { FacetKind } from '../story/facetKinds.ts'
import { facetNouns } from './facetWords.ts'
import { formatEventCount } from './storyWords.ts'

/** "; words looked for in the 1,200 events loaded so far"; nothing for null. */
export function describeSearched(searched: number | null): string {
  return searched === null ? '' : `; words looked for in the ${formatEventCount(searched)} loaded so far`
}

/** "; not narrowed down by a standing, since 5,800,000 events are too many to fetch: …" @param facets at least one */
export function describeWithheld({
  facets,
  total,
}: {
  readonly facets: readonly FacetKind[]
  readonly total: number
}): string {
  const what = facets.map((facet) => facetNouns[facet]).join(' or ')
  const why = `since ${formatEventCount(total)} are too many to fetch`
  return `; not narrowed down by ${what}, ${why}: choose an actor, a source or a speaker as well`
}

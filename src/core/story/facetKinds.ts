/** By which properties of events can a reader narrow a story down? Each is a facet: a list of values with counts. */

export const facetKinds = ['actor', 'standing', 'record', 'source', 'speaker'] as const

/**
 * actor: whoever an event involves · standing: its own · record: on what terms its statements were made · source: what
 * it rests on, was first reported by, or publishes · speaker: who speaks in its statements.
 */
export type FacetKind = (typeof facetKinds)[number]

/** Of these there are so few values that those of an event are the bits of a byte. */
export type SmallFacet = 'standing' | 'record'
/** Of these an event has any number of values, out of as many as the story lists. */
export type ListedFacet = Exclude<FacetKind, SmallFacet>

/** Values chosen of each, in the order chosen, no repeats. Any of a facet's, and one of each facet that has some; none: all. */
export type ChosenValues = Readonly<Record<FacetKind, readonly string[]>>

export const noneChosen: ChosenValues = { actor: [], standing: [], record: [], source: [], speaker: [] }

/** The facets of which something is chosen. */
export function chosenFacets(chosen: ChosenValues): readonly FacetKind[] {
  return facetKinds.filter((kind) => chosen[kind].length > 0)
}

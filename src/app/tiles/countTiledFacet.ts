/** How many events would each value of a facet bring, of a story in tiles? */
import type { FacetCount } from '../../core/indexing/countFacets.ts'
import { chosenFacets, type FacetKind } from '../../core/story/facetKinds.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import type { FilterBasis } from './tiledFilter.ts'

/**
 * Values with events. Without another filter these are all counted. Beside one, chosen values are, and of a facet that
 * every posting tells (chosenEvents.ts) all; of the others that is known only once their events are read. Beside words, which
 * are not looked for everywhere, nothing is. Empty while the names of the values are on their way.
 */
export function countTiledFacet(
  story: TiledStory,
  basis: FilterBasis,
  { from, to, words, chosen }: Pick<ViewState, 'from' | 'to' | 'words' | 'chosen'>,
  kind: FacetKind,
): readonly FacetCount[] {
  const values = [...(story.facets.valuesOf(kind, true)?.values() ?? [])].filter(({ total }) => total > 0)
  const others = chosenFacets(chosen).filter((facet) => facet !== kind)
  const hasOther = from !== null || to !== null || words !== '' || others.length > 0
  const count = hasOther ? countsUnder(basis, words, kind) : null
  return values.map(({ value, number, total, source }) => ({
    value,
    count: count === null ? total : count(value, number),
    total,
    ...(source === null ? {} : { name: source.outlet, note: source.title }),
  }))
}

/** Of a value; null: not counted. */
type CountOf = (value: string, number: number) => number | null

function countsUnder(basis: FilterBasis, words: string, kind: FacetKind): CountOf {
  if (words !== '' || basis.kind !== 'chosen') return () => null
  const { events } = basis
  const read = events.facets.find((facet) => facet.kind === kind)
  if (read !== undefined)
    return (value) => (read.values.some((one) => one.value === value) ? events.countRead(kind, value) : null)
  if (kind !== 'standing' && kind !== 'record') return () => null
  const counts = events.countSmall(kind)
  return (_, number) => counts[number] ?? 0
}

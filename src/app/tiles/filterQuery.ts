/** How are the events fetched that a filter leaves? Once for each filter; those of likely ones while nothing else is. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { chosenFacets, noneChosen, type ChosenValues, type FacetKind } from '../../core/story/facetKinds.ts'
import { rangeOf } from '../../core/time/dateRange.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import { readBasis, type FilterBasis } from './tiledFilter.ts'

/** Events of a value that was chosen a while ago are read again, ms. */
const KEPT_MS = 60_000
/** Values whose events are fetched before they are chosen, the most frequent first, and how many events at most. */
interface Likely {
  readonly most: number
  readonly events: number
  /** How long they are kept after they were looked at, ms. */
  readonly keptMs: number
}

/** So many actors have buttons; some 3 MB. */
const likelyActorsLimit: Likely = { most: 5, events: 500_000, keptMs: Infinity }
/** Once the list of a facet is unfolded whose values are few and have many events: some 5 MB, for a while. */
const unfoldedLimit: Likely = { most: 7, events: 1_000_000, keptMs: KEPT_MS }

/** Without a filter. */
export const everything: FilterBasis = { kind: 'all' }

export function filterQuery(
  story: TiledStory,
  chosen: ChosenValues,
  { from, to }: Pick<ViewState, 'from' | 'to'>,
) {
  return queryOptions({
    // Another order has other events in its rows.
    queryKey: ['tiled filter', story.frame.id, story.order, chosen, from, to],
    queryFn: () => readBasis(story, chosen, rangeOf(from, to)),
    // Without a filter nothing has to be fetched.
    ...(chosenFacets(chosen).length === 0 && from === null && to === null ? { initialData: everything } : {}),
    staleTime: Infinity,
    gcTime: KEPT_MS,
    structuralSharing: false,
    retry: false,
    networkMode: 'always',
  })
}

/** Fetches them, so that they are there when the query is looked at. Rejects where that fails. */
export async function bringFilter(
  story: TiledStory,
  client: QueryClient,
  { chosen, from, to }: Pick<ViewState, 'chosen' | 'from' | 'to'>,
): Promise<void> {
  const options = client.defaultQueryOptions(filterQuery(story, chosen, { from, to }))
  const query = client.getQueryCache().build(client, options)
  if (query.state.data === undefined) await query.fetch()
}

/** The most frequent values of a facet, as long as their events together are not too many. */
export function likelyValues(
  { facets }: Pick<TiledStory, 'facets'>,
  kind: FacetKind,
  { most, events: mostEvents }: Pick<Likely, 'most' | 'events'>,
): readonly string[] {
  const byTotal = [...(facets.valuesOf(kind, false)?.values() ?? [])]
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, most)
  let events = 0
  return byTotal.filter(({ total }) => (events += total) <= mostEvents).map(({ value }) => value)
}

/** Events of the actors whose buttons come first, so that choosing one need not wait. */
export function bringLikelyActors(story: TiledStory, client: QueryClient): void {
  void bringLikely(story, client, 'actor', likelyActorsLimit)
}

/** The same of a facet whose list somebody has unfolded. */
export function bringUnfolded(story: TiledStory, client: QueryClient, kind: FacetKind): void {
  if (kind === 'standing' || kind === 'record') void bringLikely(story, client, kind, unfoldedLimit)
}

/** One value after the other. What cannot be had is asked for again when it is chosen. */
async function bringLikely(
  story: TiledStory,
  client: QueryClient,
  kind: FacetKind,
  limit: Likely,
): Promise<void> {
  for (const value of likelyValues(story, kind, limit)) {
    const options = {
      ...filterQuery(story, { ...noneChosen, [kind]: [value] }, { from: null, to: null }),
      gcTime: limit.keptMs,
    }
    const query = client.getQueryCache().build(client, client.defaultQueryOptions(options))
    if (query.state.status !== 'pending' || query.state.fetchStatus !== 'idle') continue
    try {
      await query.fetch()
    } catch {
      return
    }
  }
}

/** How are the events fetched that a filter leaves? Once for each filter; those of likely ones while nothing else is. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { chosenFacets, noneChosen, type ChosenValues } from '../../core/story/facetKinds.ts'
import { rangeOf } from '../../core/time/dateRange.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import { readBasis, type FilterBasis } from './tiledFilter.ts'

/** Events of a value that was chosen a while ago are read again, ms. */
const KEPT_MS = 60_000
/** So many actors have buttons. */
const MAX_LIKELY = 5
/** Events that are fetched for them, unasked: some 3 MB. */
const MAX_LIKELY_EVENTS = 500_000

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

/** The most frequent actors, whose buttons come first. */
export function likelyActors({ facets }: Pick<TiledStory, 'facets'>): readonly string[] {
  const byTotal = [...(facets.valuesOf('actor', false)?.values() ?? [])]
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, MAX_LIKELY)
  let events = 0
  return byTotal.filter(({ total }) => (events += total) <= MAX_LIKELY_EVENTS).map(({ value }) => value)
}

/** Their events, one actor after the other, so that choosing one need not wait. What cannot be had is asked for again then. */
export function bringLikely(story: TiledStory, client: QueryClient): void {
  const bring = async (): Promise<void> => {
    for (const actor of likelyActors(story)) {
      const options = {
        ...filterQuery(story, { ...noneChosen, actor: [actor] }, { from: null, to: null }),
        gcTime: Infinity,
      }
      const query = client.getQueryCache().build(client, client.defaultQueryOptions(options))
      if (query.state.status === 'pending' && query.state.fetchStatus === 'idle') await query.fetch()
    }
  }
  bring().catch(() => undefined)
}

/** How are the events fetched that a filter leaves? Once for each filter; those of likely ones while nothing else is. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ActorId } from '../../core/base/brand.ts'
import { rangeOf } from '../../core/time/dateRange.ts'
import type { ViewState } from '../../core/view/viewState.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import { readBasis, type FilterBasis } from './tiledFilter.ts'

/** Events of an actor that was chosen a while ago are read again, ms. */
const KEPT_MS = 60_000
/** So many actors have buttons. */
const MAX_LIKELY = 5
/** Events that are fetched for them, unasked: some 3 MB. */
const MAX_LIKELY_EVENTS = 500_000

/** Without a filter. */
export const everything: FilterBasis = { kind: 'all' }

export function filterQuery(
  story: TiledStory,
  actors: readonly ActorId[],
  { from, to }: Pick<ViewState, 'from' | 'to'>,
) {
  return queryOptions({
    queryKey: ['tiled filter', story.frame.id, actors, from, to],
    queryFn: () => readBasis(story, actors, rangeOf(from, to)),
    // Without a filter nothing has to be fetched.
    ...(actors.length === 0 && from === null && to === null ? { initialData: everything } : {}),
    staleTime: Infinity,
    gcTime: KEPT_MS,
    structuralSharing: false,
    retry: false,
    networkMode: 'always',
  })
}

/** The most frequent actors, whose buttons come first. */
export function likelyActors({
  frame,
  actorTotals,
}: Pick<TiledStory, 'frame' | 'actorTotals'>): readonly ActorId[] {
  const byTotal = [...frame.actors.keys()]
    .map((actor, number) => ({ actor, total: actorTotals[number] ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, MAX_LIKELY)
  let events = 0
  return byTotal.filter(({ total }) => (events += total) <= MAX_LIKELY_EVENTS).map(({ actor }) => actor)
}

/** Their events, one actor after the other, so that choosing one need not wait. What cannot be had is asked for again then. */
export function bringLikely(story: TiledStory, client: QueryClient): void {
  const cache = client.getQueryCache()
  const bring = async (): Promise<void> => {
    for (const actor of likelyActors(story)) {
      const options = { ...filterQuery(story, [actor], { from: null, to: null }), gcTime: Infinity }
      const query = cache.build(client, client.defaultQueryOptions(options))
      if (query.state.status === 'pending' && query.state.fetchStatus === 'idle') await query.fetch()
    }
  }
  bring().catch(() => undefined)
}

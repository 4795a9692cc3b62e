/** The pipe's first half for a story in tiles: from a filter to what is counted and drawn, as the tiles come in. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { layOutBlocks } from '../../core/marks/layOutBlocks.ts'
import type { LaneLayout, LayoutInput } from '../../core/marks/laneLayout.ts'
import { findAll, findGathered, findInRange } from '../../core/tiles/tiledLanes.ts'
import { rangeOf } from '../../core/time/dateRange.ts'
import { powerOfTwoAbove } from '../../core/time/resolution.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import type { FindEvents, FoundEvents } from '../useTimelineMarks.ts'
import {
  briefSourcesOf,
  countTiledActors,
  findWords,
  gatherChosen,
  readBasis,
  type FilterBasis,
} from './tiledFilter.ts'

const everything: FilterBasis = { kind: 'all' }
/** Events of an actor that was chosen a while ago are read again, ms. */
const KEPT_MS = 60_000

export const useTiledStory: FindEvents<TiledStory> = (story, { actors, from, to, words }): FoundEvents => {
  const { store, parts } = story
  const version = useSyncExternalStore(store.subscribe, store.getVersion)
  const isPlain = actors.length === 0 && from === null && to === null
  const query = useQuery({
    queryKey: ['tiled filter', story.frame.id, actors, from, to],
    queryFn: () => readBasis(story, actors, rangeOf(from, to)),
    enabled: !isPlain,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    structuralSharing: false,
    retry: false,
    networkMode: 'always',
  })
  const basis = isPlain ? everything : (query.data ?? everything)
  const found = useMemo(() => {
    parts.events.lookIn(briefSourcesOf(story, basis))
    const spoken = findWords(story, basis, words)
    const searched = spoken?.searched ?? null
    if (spoken !== null) return { ...findGathered(parts, spoken.matched), searched }
    if (basis.kind === 'actors') return { ...findGathered(parts, gatherChosen(story, basis)), searched }
    if (basis.kind === 'range') return { ...findInRange(parts, basis.edges), searched }
    return { ...findAll(parts), searched }
  }, [story, parts, basis, words])
  const hasOtherFilter = from !== null || to !== null || words !== ''
  const counts = useMemo(() => countTiledActors(story, basis, hasOtherFilter), [story, basis, hasOtherFilter])
  // Laid out anew whenever tiles have come.
  const drawn = useMemo(() => {
    parts.pyramid.refresh()
    const lay = (input: LayoutInput): LaneLayout =>
      layOutBlocks({ ...input, resolution: powerOfTwoAbove(input.resolution) }, found.lanes)
    return { kind: 'counts' as const, lay, lanes: found.lanes, version }
  }, [parts, found, version])
  const isDone = isPlain || (!query.isPlaceholderData && !query.isPending)
  const hasFailed = store.hasFailed || query.isError
  const { refetch } = query
  return useMemo(
    () => ({
      ...found,
      counts,
      drawn,
      isDone,
      trouble: hasFailed
        ? {
            sentence: 'Some of the story could not be fetched.',
            onRetry: () => {
              store.retry()
              void refetch()
            },
          }
        : null,
    }),
    [found, counts, drawn, isDone, hasFailed, store, refetch],
  )
}

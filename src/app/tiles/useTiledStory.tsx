/** The pipe's first half for a story in tiles: from a filter to what is counted and drawn, as the tiles come in. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { layOutBlocks } from '../../core/marks/layOutBlocks.ts'
import type { LaneLayout, LayoutInput } from '../../core/marks/laneLayout.ts'
import { layOutLanes, MAX_WHOLE } from '../../core/marks/layOutLanes.ts'
import {
  findAll,
  findGathered,
  findInRange,
  type TiledFound,
  type TiledParts,
} from '../../core/tiles/tiledLanes.ts'
import type { FacetKind } from '../../core/story/facetKinds.ts'
import { powerOfTwoAbove } from '../../core/time/resolution.ts'
import { describeSearched, describeWithheld } from '../../core/wording/searchedWords.ts'
import type { TiledStory } from '../../loading/tiles/tiledStory.ts'
import { TroubleNotice } from '../../ui/notices/TroubleNotice.tsx'
import type { FindEvents, FoundEvents } from '../useTimelineMarks.ts'
import { bringLikelyActors, bringUnfolded, everything, filterQuery } from './filterQuery.ts'
import { LookAhead } from './lookAhead.ts'
import { countTiledFacet } from './countTiledFacet.ts'
import { openActorLanes, openActorPyramid } from './tiledActorLanes.ts'
import { briefSourcesOf, edgesOf, findWords } from './tiledFilter.ts'

/** Words are looked for in so many files of titles of what is in view, beside those that are here already. */
const SOUGHT_CHUNKS = 8
/** Nothing more was asked for in this time: the drawing is whole, ms. */
const SETTLED_MS = 250

/** As layOutEvents.ts has it: few events one by one, as soon as their titles are here. */
function layOut(
  input: LayoutInput,
  { few, lanes, shownRows }: TiledFound,
  { events, totals }: TiledParts,
  ahead: LookAhead,
): LaneLayout {
  const isFew = few !== null && shownRows.slice(0, MAX_WHOLE).filter((row) => !events.at(row)).length === 0
  const resolution = powerOfTwoAbove(input.resolution)
  if (!isFew)
    return ahead.watch({ lay: () => layOutBlocks({ ...input, resolution }, lanes), lanes, resolution })
  return layOutLanes(input, { all: few, shown: few, totals })
}

export const useTiledStory: FindEvents<TiledStory> = (
  story,
  { chosen, from, to, words, window },
): FoundEvents => {
  const { store, parts } = story
  const version = useSyncExternalStore(store.subscribe, store.getVersion)
  const ahead = useMemo(() => new LookAhead(store), [store])
  useEffect(() => ahead.start(), [ahead])
  // Until its events are here, what was on screen before stays, as long as it has the same rows.
  const { order } = story
  const query = useQuery({
    ...filterQuery(story, chosen, { from, to }),
    placeholderData: (before, former) => (former?.queryKey[2] === order ? before : undefined),
  })
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = store.whenIdle(() => {
      globalThis.clearTimeout(timer)
      timer = globalThis.setTimeout(() => bringLikelyActors(story, client), SETTLED_MS)
    })
    return () => {
      globalThis.clearTimeout(timer)
      end()
    }
  }, [story, store, client])
  const basis = query.data ?? everything
  // Of words more may be found whenever tiles have come.
  const wordsVersion = words === '' ? 0 : version
  // First: titles that have just come are known once they were asked for again.
  const isSought = words === '' || parts.events.bringTitles(window ?? story.facts.extent, SOUGHT_CHUNKS)
  const found = useMemo(() => {
    const edges = edgesOf(basis)
    const sources = briefSourcesOf(story, basis)
    parts.events.lookIn(sources, null)
    const spoken = findWords(story, basis, words)
    const gathered = spoken?.matched ?? (basis.kind === 'chosen' ? basis.matched : null)
    parts.events.lookIn(sources, gathered ?? edges?.outside ?? null)
    const rows = { gathered, edges }
    const asked = { searched: spoken?.searched ?? null, asOf: wordsVersion, rows }
    if (spoken !== null) return { ...findGathered(parts, spoken.matched, MAX_WHOLE), ...asked }
    if (basis.kind === 'chosen') return { ...basis.found, ...asked }
    if (edges !== null) return { ...findInRange(parts, edges), ...asked }
    return { ...findAll(parts), ...asked }
  }, [story, parts, basis, words, wordsVersion])
  // Others are known from the start.
  const hasSources = story.facets.valuesOf('source', false) !== null
  const counting = useMemo(() => {
    const filter = { from, to, words, chosen, hasSources }
    const countsOf = (kind: FacetKind) => {
      // Asked for once its list is unfolded: what may be chosen next comes after the list is drawn.
      setTimeout(() => bringUnfolded(story, client, kind))
      return countTiledFacet(story, basis, filter, kind)
    }
    return { kind: 'told' as const, countsOf }
  }, [story, client, basis, from, to, words, chosen, hasSources])
  const actorPyramid = useMemo(() => openActorPyramid(story), [story])
  const actors = useMemo(
    () =>
      actorPyramid === null || story.actorLanes === null
        ? null
        : openActorLanes(story, actorPyramid, story.actorLanes, found.rows, found, ahead),
    [story, actorPyramid, found, ahead],
  )
  // Laid out anew whenever tiles have come.
  const drawn = useMemo(() => {
    parts.pyramid.refresh()
    actorPyramid?.refresh()
    const lay = (input: LayoutInput): LaneLayout => layOut(input, found, parts, ahead)
    return { kind: 'counts' as const, lay, lanes: found.lanes, actors, asOf: version }
  }, [parts, found, version, ahead, actors, actorPyramid])
  const isDone = isSought && !query.isPlaceholderData && !query.isPending
  const hasFailed = store.hasFailed || query.isError
  const { refetch } = query
  const note = describeSearched(found.searched) + (basis.kind === 'withheld' ? describeWithheld(basis) : '')
  return useMemo(
    () => ({
      ...found,
      counting,
      drawn,
      isDone,
      note,
      trouble: hasFailed ? (
        <TroubleNotice
          sentence="Some of the story could not be fetched."
          onRetry={() => {
            store.retry()
            void refetch()
          }}
        />
      ) : null,
    }),
    [found, counting, drawn, isDone, note, hasFailed, store, refetch],
  )
}

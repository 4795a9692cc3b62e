/**
 * Where does the open event stand in its thread? At once where all events are at hand; else its relations are followed
 * when it is open, and the details do not wait for it.
 */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import { findThreads, joinsThread } from '../core/story/thread.ts'
import { MAX_THREAD_EVENTS, threadAround } from '../core/story/threadAround.ts'
import type { EventDetail, FetchedDetails } from '../loading/openedStory.ts'
import { placeInThread, type KnownPlace, type ThreadPlace } from '../ui/details/threadPlace.ts'
import { KEPT_MS } from './useEventDetail.ts'
import type { StoryIndex } from './useTimelineMarks.ts'

/** null: it is in no thread. @param shown the open event; null: it is on its way */
export function useThread(
  { details, frame, byReport, titleOf }: StoryIndex,
  shown: { readonly detail: EventDetail; readonly row: EventRow } | null,
): ThreadPlace | null {
  const threads = useMemo(
    () => (details.kind === 'at-hand' ? findThreads(details.story.events) : null),
    [details],
  )
  const isFollowed = details.kind === 'fetched' && shown !== null && isJoined(shown.detail)
  const id = shown?.detail.event.id
  const query = useQuery({
    // By the reported clock its thread is read in another order.
    queryKey: ['thread', frame.id, id, byReport !== undefined],
    queryFn: ({ signal }) =>
      details.kind === 'fetched' && shown !== null ? readPlace(shown.row, details, signal) : null,
    enabled: isFollowed,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    structuralSharing: false,
    retry: false,
    networkMode: 'always',
  })
  if (threads !== null && id !== undefined) return placeInThread(id, threads.get(id) ?? [], titleOf)
  if (!isFollowed) return null
  if (query.isError) return { kind: 'failed', onRetry: () => void query.refetch() }
  return query.data ?? { kind: 'coming' }
}

/** What it has to do with others joins it to a thread. */
function isJoined({ event, related }: EventDetail): boolean {
  return related.some(({ is, other }) => joinsThread(is) && other.id !== event.id)
}

/** @param signal ends it between two steps */
async function readPlace(
  shownRow: EventRow,
  { linkRowOf, readLinks, readName }: FetchedDetails,
  signal: AbortSignal,
): Promise<ThreadPlace | null> {
  const row = await linkRowOf(shownRow)
  const thread = await threadAround(row, (rows) => {
    signal.throwIfAborted()
    return readLinks(rows)
  })
  if (thread === 'long') return { kind: 'long', most: MAX_THREAD_EVENTS }
  if (thread === null) return null
  const at = thread.indexOf(row)
  const neighbour = async (step: number): Promise<KnownPlace['next']> => {
    const other = thread[at + step]
    return other === undefined ? null : ((await readName(other)) ?? null)
  }
  const [previous, next] = await Promise.all([neighbour(-1), neighbour(1)])
  return { kind: 'known', position: at + 1, length: thread.length, previous, next }
}

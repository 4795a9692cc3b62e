/** All of the open event: at once where it is at hand, else as soon as it has been fetched. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { EventDetail, OpenedStory } from '../loading/openedStory.ts'
import { readDetail } from '../loading/readDetail.ts'

/** Opened events that are kept, for Back and Next, ms. */
const KEPT_MS = 5 * 60_000

interface ShownDetail {
  /** null: on its way, or it failed. */
  readonly detail: EventDetail | null
  /** What went wrong; null while nothing did. */
  readonly failure: string | null
  readonly retry: () => void
}

export function useEventDetail({ details, frame }: OpenedStory, row: EventRow): ShownDetail {
  const atHand = useMemo(
    () => (details.kind === 'at-hand' ? readDetail(details.story, row) : null),
    [details, row],
  )
  const query = useQuery({
    queryKey: ['event', frame.id, row],
    queryFn: () => (details.kind === 'fetched' ? details.read(row) : null),
    enabled: details.kind === 'fetched',
    staleTime: Infinity,
    gcTime: KEPT_MS,
    structuralSharing: false,
    retry: false,
    networkMode: 'always',
  })
  return {
    detail: atHand ?? query.data ?? null,
    failure: query.isError ? query.error.message : null,
    retry: () => void query.refetch(),
  }
}

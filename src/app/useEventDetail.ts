/**
 * All of the open event: at once where it is at hand, else as soon as it has been fetched. What was open before stays for
 * a moment while the next is on its way.
 */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { EventDetail, OpenedStory } from '../loading/openedStory.ts'
import { readDetail } from '../loading/readDetail.ts'

/** Opened events that are kept, for Back and Next, ms. */
export const KEPT_MS = 5 * 60_000

/** Most events come sooner: to say that they are on their way would be words that nobody can read, ms. */
const FORMER_STAYS_MS = 150

interface Fetched {
  /** null: on its way, or it failed. */
  readonly detail: EventDetail | null
  /** What went wrong; null while nothing did. */
  readonly failure: string | null
  readonly retry: () => void
}

interface ShownDetail extends Omit<Fetched, 'detail'> {
  /** null: it has been on its way for a while, or it failed. */
  readonly shown: { readonly detail: EventDetail; readonly row: EventRow } | null
  /** It is the event that was open before. */
  readonly isFormer: boolean
}

export function useShownDetail(story: OpenedStory, row: EventRow): ShownDetail {
  const { detail, failure, retry } = useEventDetail(story, row)
  const [kept, setKept] = useState<ShownDetail['shown']>(null)
  const isKept = kept !== null && kept.detail === detail && kept.row === row
  const now = detail === null ? null : isKept ? kept : { detail, row }
  if (now !== null && now !== kept) setKept(now)
  const isWaiting = now === null && failure === null
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setKept(null), FORMER_STAYS_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return { shown: now ?? (isWaiting ? kept : null), isFormer: now === null, failure, retry }
}

function useEventDetail({ details, frame, events }: OpenedStory, row: EventRow): Fetched {
  const atHand = useMemo(
    () => (details.kind === 'at-hand' ? readDetail(details.story, row) : null),
    [details, row],
  )
  const query = useQuery({
    // By its id: another clock has it in another row.
    queryKey: ['event', frame.id, events.at(row)?.id],
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

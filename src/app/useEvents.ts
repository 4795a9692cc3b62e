/** All of several events, at once where they are at hand, else as soon as every one of them has been read. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EventRow } from '../core/indexing/eventIndex.ts'
import type { TimelineEvent } from '../core/story/story.ts'
import type { StoryIndex } from './useTimelineMarks.ts'

/** What was read is kept for Back, ms. */
const KEPT_MS = 5 * 60_000

export interface ReadEvents {
  /** In the order of the rows; null: on their way, or it failed. */
  readonly events: readonly TimelineEvent[] | null
  /** What went wrong; null while nothing did. */
  readonly failure: string | null
  readonly retry: () => void
}

export function useEvents({ details, frame, clock }: StoryIndex, rows: readonly EventRow[]): ReadEvents {
  const atHand = useMemo(
    () => (details.kind === 'at-hand' ? rows.flatMap((row) => details.story.events[row] ?? []) : null),
    [details, rows],
  )
  const query = useQuery({
    // Another clock has other events in these rows.
    queryKey: ['events', frame.id, clock, rows],
    queryFn: async () => {
      if (details.kind === 'at-hand') return []
      return (await Promise.all(rows.map((row) => details.read(row)))).map(({ event }) => event)
    },
    enabled: details.kind === 'fetched' && rows.length > 0,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    structuralSharing: false,
    retry: false,
    networkMode: 'always',
  })
  return {
    events: atHand ?? (rows.length === 0 ? [] : (query.data ?? null)),
    failure: query.isError ? query.error.message : null,
    retry: () => void query.refetch(),
  }
}

/** A facet's values with their names and counts, in an order that no filter changes. */
import { useMemo } from 'react'
import { facetKinds, type FacetKind } from '../core/story/facetKinds.ts'
import type { StoryFrame } from '../core/story/story.ts'
import { nameValue } from '../core/wording/facetWords.ts'
import type { FacetOption } from '../ui/filters/FacetFilter.tsx'
import { countsOf } from './facetCounts.ts'
import { keepLately } from './keepLately.ts'
import type { FoundEvents } from './useTimelineMarks.ts'

/** Those of names: most events in all first, ties by name. Standings and record statuses keep their own order. */
export function useFacetOptions(
  frame: StoryFrame,
  { counting }: Pick<FoundEvents, 'counting'>,
): (kind: FacetKind) => readonly FacetOption[] {
  return useMemo(
    () =>
      keepLately(facetKinds.length, (kind: FacetKind) => {
        const options = countsOf({ counting })(kind).map((count) => ({
          ...nameValue(frame, kind, count.value),
          ...count,
        }))
        if (kind === 'standing' || kind === 'record') return options
        return options.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
      }),
    [frame, counting],
  )
}

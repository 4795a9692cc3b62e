/** A facet's values with their names and counts, in an order that no filter changes. */
import { useMemo } from 'react'
import type { FacetCount } from '../core/indexing/countFacets.ts'
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
  const nameCounts = useMemo(() => namesFor(frame), [frame])
  return useMemo(
    () => keepLately(facetKinds.length, (kind: FacetKind) => nameCounts(kind, countsOf({ counting })(kind))),
    [nameCounts, counting],
  )
}

/** The same options for the same counts: what is chosen in a facet does not change those of its own. */
function namesFor(frame: StoryFrame) {
  const named = new WeakMap<readonly FacetCount[], readonly FacetOption[]>()
  return (kind: FacetKind, counts: readonly FacetCount[]): readonly FacetOption[] => {
    const known = named.get(counts)
    if (known !== undefined) return known
    const options = counts.map((count) => ({ ...nameValue(frame, kind, count.value), ...count }))
    if (kind !== 'standing' && kind !== 'record')
      options.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
    named.set(counts, options)
    return options
  }
}

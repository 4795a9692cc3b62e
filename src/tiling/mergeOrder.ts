/** What is told of an order of events once its cells are written? Pyramid, postings of facets, spans, lanes of actors; see README.md. */
import { records, standings } from '../core/story/storyFile.ts'
import type { CellEntry } from '../core/tiles/cellDirectory.ts'
import type { ActorLaneFacts } from '../core/tiles/manifest.ts'
import { SIDES } from '../core/tiles/reach.ts'
import { CellFiles } from './cellFiles.ts'
import { mergeFacets, type FacetTotals } from './mergeFacet.ts'
import { mergeLanes } from './mergeLanes.ts'
import { mergePyramid } from './mergePyramid.ts'
import { mergeSpans } from './mergeSpans.ts'
import type { OrderRunName } from './partPaths.ts'
import type { PostedFacet } from './postedFacets.ts'
import type { RunRecord } from './runReader.ts'

export interface OrderToMerge {
  /** Opens a run of all events, anew each time. */
  readonly open: (run: OrderRunName) => Iterable<RunRecord>
  /** Ascending. */
  readonly entries: readonly CellEntry[]
  readonly cellBits: number
  /** How many actors and sources the story has. */
  readonly actorCount: number
  readonly sourceCount: number
  /** Where its cells lie. */
  readonly out: string
}

/** How many events each value of a facet has, and what lanes of actors begin with. */
export interface MergedOrder {
  readonly totals: Readonly<Record<PostedFacet, FacetTotals>>
  readonly lanes: ActorLaneFacts
}

export function mergeOrder(order: OrderToMerge): MergedOrder {
  const { open, entries, cellBits, out } = order
  mergePyramid(() => open('counts'), new CellFiles(out, entries, cellBits), cellBits, out)
  const totals = mergeFacets(
    open('facets'),
    {
      actor: order.actorCount,
      source: order.sourceCount,
      standing: standings.length,
      record: records.length,
      reach: Object.keys(SIDES).length,
    },
    cellBits,
    out,
  )
  mergeSpans(open('spans'), out)
  return { totals, lanes: mergeLanes(() => open('lanes'), order.actorCount, out) }
}

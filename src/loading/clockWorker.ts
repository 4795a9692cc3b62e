/** Puts the events of a large story into the order of their reports, beside the page. */
import { sortAlike } from '../core/base/sortAlike.ts'
import { ranksOf, reorderDates, reorderRows } from '../core/indexing/reorderIndex.ts'
import { rankLanes } from '../core/indexing/showManyLanes.ts'
import { buffersOf } from './buffersOf.ts'
import type { ReorderRequest } from './clockInWorker.ts'

const scope = self as unknown as {
  onmessage: (message: { readonly data: ReorderRequest }) => void
  readonly postMessage: (answer: unknown, transfer: Transferable[]) => void
}

scope.onmessage = ({ data }) => {
  const { dates, order } = reorderDates(data.columns, sortAlike)
  const reordered = { dates: { ...dates, ranks: rankLanes(dates) }, order }
  const ranks = ranksOf(order)
  const rows = Object.entries(data.facets).map(([kind, facet]) => [kind, reorderRows(facet, ranks)])
  const answer = { reordered, rows: Object.fromEntries(rows) as Readonly<Record<string, Uint32Array>> }
  scope.postMessage(answer, buffersOf(answer))
}

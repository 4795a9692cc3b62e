/** The page's side: has a worker put the events of a large story into the order of their reports. */
// oxlint-disable-next-line import/default -- Vite gives it one: the address of the built worker
import workerAddress from './clockWorker.ts?worker&url'
import type { DateOrderColumns } from '../core/indexing/closeIndex.ts'
import { facetKinds } from '../core/story/facetKinds.ts'
import type { EventIndex } from '../core/indexing/eventIndex.ts'
import { trustedWorkerAddress } from '../browser/workerAddress.ts'
import { buffersOf } from './buffersOf.ts'
import type { ReorderedIndex } from './clockedStory.ts'

/** What the worker is told. The columns are handed over; the facets' rows are copied. */
export interface ReorderRequest {
  readonly columns: DateOrderColumns
  readonly facets: Readonly<Record<string, { readonly offsets: Uint32Array; readonly rows: Uint32Array }>>
}

/** Rejects when it was stopped, or where the worker fails. */
export function reorderInWorker(
  columns: DateOrderColumns,
  facets: EventIndex['facets'],
  stop: AbortSignal,
): Promise<ReorderedIndex> {
  const worker = new Worker(trustedWorkerAddress(workerAddress), { type: 'module', name: 'clock' })
  const answered = new Promise<ReorderedIndex>((resolve, reject) => {
    worker.onmessage = ({ data }: { readonly data: ReorderedIndex }) => resolve(data)
    worker.onerror = () => reject(new Error('the events could not be put into the order of their reports'))
    stop.addEventListener('abort', () => reject(stop.reason as Error))
    const postings = facetKinds.map((kind) => {
      const { offsets, rows } = facets[kind]
      return [kind, { offsets, rows }] as const
    })
    const request: ReorderRequest = { columns, facets: Object.fromEntries(postings) }
    worker.postMessage(request, buffersOf(columns))
  })
  return answered.finally(() => worker.terminate())
}

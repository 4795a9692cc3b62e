/** How do sorted runs become one? By a heap of their next records. */
import { closeSync, openSync, statSync } from 'node:fs'
import { compareRecords, RunReader, type RunRecord } from './runReader.ts'

/** Bytes in the buffers of all runs together, and in each at least. */
const MERGE_BYTES = 48 << 20
const LEAST_BYTES = 1 << 14
const MOST_BYTES = 1 << 20

/** A stretch of a file. */
export interface Run {
  readonly handle: number
  readonly start: number
  readonly end: number
}

/** Records of all runs in order; each yielded one holds until the next. */
export function* mergeRuns(runs: readonly Run[]): Generator<RunRecord, void, undefined> {
  const share = Math.floor(MERGE_BYTES / Math.max(1, runs.length))
  const bufferBytes = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, share))
  const heap: RunReader[] = []
  for (const { handle, start, end } of runs) {
    const reader = new RunReader(handle, start, end, Math.min(bufferBytes, end - start))
    if (reader.advance()) heap.push(reader)
  }
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(heap, i)
  for (let first = heap[0]; first !== undefined; first = heap[0]) {
    yield first
    if (!first.advance()) {
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return
      heap[0] = last
    }
    sink(heap, 0)
  }
}

/** Runs that are files of their own, one each. */
export function* mergeRunFiles(files: readonly string[]): Generator<RunRecord, void, undefined> {
  const handles = files.map((file) => openSync(file, 'r'))
  try {
    yield* mergeRuns(handles.map((handle, i) => ({ handle, start: 0, end: statSync(files[i] ?? '').size })))
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}

/** Moves a reader down to where no child is smaller. */
function sink(heap: RunReader[], from: number): void {
  const moving = heap[from]
  if (moving === undefined) return
  let at = from
  for (;;) {
    let child = 2 * at + 1
    let smaller = heap[child]
    if (smaller === undefined) break
    const other = heap[child + 1]
    if (other !== undefined && compareRecords(other, smaller) < 0) {
      child++
      smaller = other
    }
    if (compareRecords(moving, smaller) <= 0) break
    heap[at] = smaller
    at = child
  }
  heap[at] = moving
}

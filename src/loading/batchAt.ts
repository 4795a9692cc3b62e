/** Which batch holds an event? */
import { countLeading } from '../core/base/bisect.ts'

/**
 * The last that begins at this place in the file, or before it.
 * @param batches in file order
 */
export function batchAt<Batch extends { readonly firstIndex: number }>(
  batches: readonly Batch[],
  index: number,
): Batch | undefined {
  return batches[countLeading(batches.length, (at) => (batches[at]?.firstIndex ?? 0) <= index) - 1]
}

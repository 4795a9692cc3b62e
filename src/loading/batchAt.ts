/** Which batch holds an event? */

/**
 * The last that begins at this place in the file, or before it.
 * @param batches in file order
 */
export function batchAt<Batch extends { readonly firstIndex: number }>(
  batches: readonly Batch[],
  index: number,
): Batch | undefined {
  let low = 0
  let high = batches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((batches[middle]?.firstIndex ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return batches[low - 1]
}

/** How are some stretches of many bytes read as texts, where to ask for each takes longer than to copy what lies between? */

interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Their texts, in the order in which they are asked for. Rejects with what `read` rejects with.
 * @param stretches one at least, of UTF-8, by offsets
 * @param bytesEach of so many bytes for each stretch all are read at once, what lies between them too
 */
export async function readSpans(
  stretches: readonly Stretch[],
  bytesEach: number,
  read: (start: number, end: number) => Promise<Uint8Array>,
): Promise<readonly string[]> {
  const decoder = new TextDecoder()
  const first = stretches.reduce((least, { start }) => Math.min(least, start), Infinity)
  const last = stretches.reduce((most, { end }) => Math.max(most, end), 0)
  if (last - first > bytesEach * stretches.length)
    return Promise.all(stretches.map(async ({ start, end }) => decoder.decode(await read(start, end))))
  const span = await read(first, last)
  return stretches.map(({ start, end }) => decoder.decode(span.subarray(start - first, end - first)))
}

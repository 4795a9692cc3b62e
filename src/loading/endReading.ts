/** How does the reading of a large file end? With the opened story, with a fault, or by a reader who would not wait. */
import type { FileHead } from './fetchPieces.ts'
import { LoadError } from './loadError.ts'
import type { WholeStory } from './openedStory.ts'
import type { WorkerReading } from './storyInWorker.ts'

/** Rejects with a LoadError, or with an AbortError for the reader who would not wait. */
export async function endReading(
  reading: WorkerReading,
  { contentType }: FileHead,
  address: string,
  signal: AbortSignal,
): Promise<WholeStory> {
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new DOMException('the reader stopped the loading', 'AbortError'))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort)
  })
  try {
    return await Promise.race([reading.end(), aborted])
  } catch (error) {
    const isPage = error instanceof LoadError && error.fault.kind === 'json' && contentType.includes('html')
    throw isPage ? new LoadError({ kind: 'html' }, address) : error
  }
}

/** How is a story loaded, and when is that tried again? As options for TanStack Query. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { MAX_WHOLE } from '../core/marks/layOutLanes.ts'
import { readCleanStory, type StoryResult } from '../core/story/readStory.ts'
import { fetchPieces, type FileHead, type Progress } from './fetchPieces.ts'
import { LoadError } from './loadError.ts'
import type { TiledStory } from './tiles/tiledStory.ts'
import type { WholeStory } from './openedStory.ts'
import { openInMemory } from './openInMemory.ts'
import type { WorkerReading } from './storyInWorker.ts'

/** Most that a passing fault is tried again by itself. */
export const MAX_RETRIES = 2

/** A file from this size on is read by a worker; smaller ones are there before a worker would be, bytes. */
export const WORKER_BYTES = 1_000_000
/** Story files shrink to less than this share when they are packed on the way. */
const PACKED_SHARE = 1 / 4

/**
 * One static file: never stale, never copied (structural sharing would copy every object, and a `__proto__` key
 * with them), tried again only for faults that pass.
 * @param onProgress told of every piece that arrives
 * @param onTiles told as soon as the story turns out to be one in tiles
 */
export function storyQuery(
  address: string,
  onProgress: (progress: Progress) => void,
  onTiles: () => void = () => undefined,
) {
  return queryOptions({
    queryKey: ['story', address],
    queryFn: ({ signal, client }) => loadStory(address, signal, client, onProgress, onTiles),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (failures, error) => error instanceof LoadError && error.isPassing && failures < MAX_RETRIES,
    retryDelay: (attempt) => 800 * 2 ** attempt,
  })
}

/** Tells a story in tiles, or a file that says where they lie (openTiles.ts), from a story file. */
function isTileManifest(json: unknown): json is { readonly tiles: unknown } {
  return typeof json === 'object' && json !== null && 'tiles' in json
}

async function loadStory(
  address: string,
  signal: AbortSignal,
  client: QueryClient,
  onProgress: (progress: Progress) => void,
  onTiles: () => void,
): Promise<WholeStory | TiledStory> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let reading: WorkerReading | null = null
  let progress: Progress = { receivedBytes: 0, totalBytes: null }
  const tell = (next: Progress): void => onProgress((progress = { ...progress, ...next }))
  try {
    const head = await fetchPieces(address, signal, async (bytes, arrived, head) => {
      tell(arrived)
      if (reading !== null) return reading.push(bytes)
      pieces.push(bytes)
      const expectedBytes = bytesOf(head, arrived.receivedBytes)
      if (expectedBytes < WORKER_BYTES) return
      const { readInWorker } = await import('./storyInWorker.ts')
      reading = readInWorker(
        address,
        head.contentType,
        head.lengthBytes === null ? Infinity : expectedBytes,
        signal,
        (eventsRead) => tell({ ...progress, eventsRead }),
      )
      for (const piece of pieces.splice(0)) await reading.push(piece)
    })
    const large = reading as WorkerReading | null
    if (large !== null) return await large.end()
    const json = await readJson(decode(pieces), head.contentType, address)
    if (isTileManifest(json)) {
      onTiles()
      return await (await import('./tiles/openTiles.ts')).openTiles(json, address, client)
    }
    const parsed = await readParsed(json)
    if (!parsed.ok) throw new LoadError({ kind: 'story', problems: parsed.problem }, address)
    const isMany = parsed.value.story.events.length > MAX_WHOLE
    const many = isMany ? (await import('../core/marks/manyRows.ts')).manyRows : null
    return openInMemory(parsed.value, many)
  } catch (error) {
    ;(reading as WorkerReading | null)?.cancel()
    throw error
  }
}

/** What is wrong with a file is worked out by a part that a sound one does not need. */
async function readParsed(json: unknown): Promise<StoryResult> {
  return readCleanStory(json) ?? (await import('../core/story/parseStory.ts')).parseStory(json)
}

/** Of a story file, as long as it is known to be. */
function bytesOf({ lengthBytes, isEncoded }: FileHead, receivedBytes: number): number {
  return Math.max((lengthBytes ?? 0) / (isEncoded ? PACKED_SHARE : 1), receivedBytes)
}

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder()
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
}

async function readJson(text: string, contentType: string, address: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw (await import('./faultyText.ts')).faultOfText(text, contentType, address, error)
  }
}

/** How far has the story come, and what if the connection is gone? Words that cannot be fetched when needed. */
import { formatEventCount } from '../core/wording/storyWords.ts'
import type { Progress } from '../loading/fetchPieces.ts'

/** "Loading the story: 120 kB of 2.1 MB", "… 210 MB of 290 MB, 140,000 events read". */
export function formatProgress({ receivedBytes, totalBytes, eventsRead }: Progress): string {
  const of = totalBytes === null ? '' : ` of ${formatBytes(totalBytes)}`
  const read = eventsRead === undefined ? '' : `, ${formatEventCount(eventsRead)} read`
  return `Loading the story: ${formatBytes(receivedBytes)}${of}${read}`
}

/** "120 bytes", "66 kB", "2.1 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** The fault of a dropped or missing connection. */
export function describeLostConnection(address: string) {
  return {
    title: 'The story could not be reached',
    sentences: [
      'There was no connection, or it was dropped. Check the network, then try again.',
      `Asked for: ${address}`,
    ],
    details: [],
  }
}

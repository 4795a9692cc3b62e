/** From a story to the pictures of its pages in the built site: those from the cache first, the rest drawn. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openCardCache } from './cardCache.ts'
import { drawCards, type CardOrder } from './cardPool.ts'
import type { StoryCards } from './storyCards.ts'

export interface CardFolders {
  /** Of the project. */
  readonly root: string
  readonly outDir: string
  readonly cache: string
}

export interface MadeCards {
  readonly drawn: number
  readonly cached: number
}

/** @param onProgress called after each card that was drawn */
export async function makeCards(
  cards: StoryCards,
  { root, outDir, cache: cacheFolder }: CardFolders,
  onProgress: (done: number, total: number) => void,
): Promise<MadeCards> {
  const cache = await openCardCache(cacheFolder, root)
  const orders: CardOrder[] = []
  let done = 0
  for (const file of cards.paths) {
    const key = cache.keyOf(cards.cardAt(file))
    const known = await cache.read(key)
    if (known !== null) {
      await writePicture(path.join(outDir, file), known)
      continue
    }
    orders.push({
      card: () => cards.cardAt(file),
      whenDrawn: async (png) => {
        await cache.write(key, png)
        await writePicture(path.join(outDir, file), png)
        onProgress(++done, orders.length)
      },
    })
  }
  await drawCards(root, orders)
  await cache.trim()
  return { drawn: orders.length, cached: cards.paths.length - orders.length }
}

async function writePicture(file: string, png: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, png)
}

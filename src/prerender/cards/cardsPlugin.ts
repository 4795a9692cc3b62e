/** Makes the pictures by which pages are shared, after all pages are there: nobody waits for them. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger, Plugin } from 'vite'
import { parseStory } from '../../core/story/parseStory.ts'
import { formatCount, formatNumberOf } from '../../core/wording/storyWords.ts'
import { MAX_PAGED_EVENTS } from '../pageLimit.ts'
import { storySource } from '../storyAddress.ts'
import { makeCards } from './makeCards.ts'
import { openStoryCards } from './storyCards.ts'

/** Progress is told when it takes longer than this, and as often, ms. */
const PROGRESS_MS = 2000

export function cardsPlugin(): Plugin {
  let root = ''
  let outDir = ''
  let logger: Logger | undefined
  let isWritten = true
  return {
    name: 'dateline:cards',
    apply: 'build',
    configResolved(config) {
      root = config.root
      outDir = path.resolve(root, config.build.outDir)
      logger = config.logger
      isWritten = config.build.write
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error?: Error) {
        if (error !== undefined || !isWritten) return
        const startMs = performance.now()
        const parsed = parseStory(JSON.parse(await readFile(storySource(root), 'utf8')))
        // Whoever writes the pages says why there are none.
        if (!parsed.ok || parsed.value.story.events.length > MAX_PAGED_EVENTS) return
        let toldMs = startMs
        const made = await makeCards(
          openStoryCards(parsed.value.story),
          { root, outDir, cache: path.join(root, 'node_modules/.cache/dateline/cards') },
          (done, total) => {
            if (performance.now() - toldMs < PROGRESS_MS) return
            toldMs = performance.now()
            logger?.info(`cards: ${formatCount(done)} of ${formatCount(total)}`)
          },
        )
        const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
        const total = formatNumberOf(made.drawn + made.cached, 'card')
        logger?.info(`${total} in ${seconds} s, ${formatCount(made.cached)} of them from the cache`)
      },
    },
  }
}

/** Is a picture kept for the next build, and what is too much thrown away? */
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCardCache } from '../../../../src/prerender/cards/cardCache.ts'
import { openStoryCards } from '../../../../src/prerender/cards/storyCards.ts'
import { makeStory } from '../../../fixtures/makeStory.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
let folder = ''
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'cards-'))))
afterEach(() => rm(folder, { recursive: true }))

test('a picture is found again by all that it depends on', async () => {
  const cache = await openCardCache(folder, root)
  const cards = openStoryCards(makeStory({ eventCount: 2 }))
  const [a, b] = cards.paths.slice(1, 3).map((file) => cards.cardAt(file))
  if (a === undefined || b === undefined) throw new Error('no cards')
  expect(await cache.read(cache.keyOf(a))).toBeNull()
  await cache.write(cache.keyOf(a), Uint8Array.of(1, 2, 3))
  expect(await cache.read(cache.keyOf({ ...a }))).toEqual(Buffer.of(1, 2, 3))
  expect(cache.keyOf(b)).not.toBe(cache.keyOf(a))
  expect(cache.keyOf({ ...a, language: 'ja' })).not.toBe(cache.keyOf(a))
})

test('those used longest ago go first', async () => {
  const cache = await openCardCache(folder, root, 25)
  for (const [i, key] of ['old', 'new', 'used'].entries()) {
    await cache.write(key, new Uint8Array(10))
    await utimes(path.join(folder, `${key}.png`), i, i)
  }
  await cache.read('old')
  await cache.trim()
  expect((await readdir(folder)).sort()).toEqual(['old.png', 'used.png'])
})

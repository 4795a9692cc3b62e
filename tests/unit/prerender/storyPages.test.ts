/** Which pages does a story have, and under which names? */
import { expect, test } from 'vitest'
import type { Story } from '../../../src/core/story/story.ts'
import { isFolderName, listStoryPages, type StoryPage } from '../../../src/prerender/storyPages.ts'
import { parseStory } from '../../../src/core/story/parseStory.ts'
import { generatedStory } from '../../flow/generatedStory.ts'

function readStory(events: number): Story {
  const result = parseStory(JSON.parse(generatedStory({ events, seed: 3 }).text))
  if (!result.ok) throw new Error('the story is not sound')
  return result.value.story
}

const story = readStory(250)
const pages = listStoryPages(story)
const ofKind = <Kind extends StoryPage['kind']>(kind: Kind) =>
  pages.filter((page): page is Extract<StoryPage, { kind: Kind }> => page.kind === kind)

test('each address is written once, below the output', () => {
  const names = pages.map(({ fileName }) => fileName)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^(?:[a-z0-9-]+\/)*index\.html$/.test(name))).toEqual([])
})

test('a long list goes over pages that together have every event once, in order', () => {
  const parts = ofKind('story')
  expect(parts.map(({ path }) => path)).toEqual(['', 'page/2/', 'page/3/'])
  expect(parts.flatMap(({ items }) => items)).toEqual(story.events)
  expect(parts.map(({ previousPath, nextPath }) => [previousPath, nextPath])).toEqual([
    [null, 'page/2/'],
    ['', 'page/3/'],
    ['page/2/', null],
  ])
})

test('events follow one another in the order of reading', () => {
  const events = ofKind('event').filter(({ path, canonicalPath }) => path === canonicalPath)
  expect(events.map(({ event }) => event)).toEqual(story.events)
  expect(events.slice(1).map(({ previousPath }) => previousPath)).toEqual(
    events.slice(0, -1).map(({ path }) => path),
  )
})

test('a former id has a page, which belongs to the present one', () => {
  const [first] = story.events
  if (first === undefined) throw new Error('no event')
  const renamed = { ...story, events: [{ ...first, aliases: ['old-name'] }] }
  const page = listStoryPages(renamed).find(({ path }) => path === 'events/old-name/')
  expect(page?.canonicalPath).toBe(`events/${first.id}/`)
})

test('every source has a page, and each says how many events rest on it', () => {
  const sources = ofKind('source')
  expect(new Set(sources.map(({ source }) => source.id))).toEqual(new Set(story.sources.keys()))
  for (const { description } of sources) expect(description).toMatch(/\d events? rests? on it\.$/)
})

test.each(['../up', 'a/b', 'A', '', '.', '..', 'a--b', 'a\0', 'é'])('no folder is called %j', (id) => {
  expect(isFolderName(id)).toBe(false)
})

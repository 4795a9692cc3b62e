import { expect, test } from 'vitest'
import { listRobots, listSiteFiles } from '../../../src/prerender/siteFiles.ts'
import { makeEvent, makeStory } from '../../fixtures/makeStory.ts'
import { pagesOf, siteUrl, titlesIn } from '../../fixtures/publishStory.ts'

const story = makeStory({
  events: [makeEvent(0, { aliases: ['former-0'] }), makeEvent(1), makeEvent(2)],
  revisions: [
    { date: '2020-02-03', summary: 'Corrected.', events: ['event-1'] },
    { date: '2020-03', summary: 'Corrected.', events: ['event-2'] },
  ],
})
const pages = pagesOf(story).flatMap((page) => {
  const present = { ...page, path: page.canonicalPath }
  const isAliased = page.kind === 'event' && page.event.aliases.length > 0
  return isAliased ? [present, { ...present, path: 'events/former-0/' }] : [present]
})

function mapOf(): string {
  const files = listSiteFiles({ story, titleOf: titlesIn(story), pages, site: siteUrl })
  expect(files.map(({ fileName }) => fileName)).toEqual(['feed.xml', 'sitemap.xml'])
  return files[1]?.text ?? ''
}

/** The day of the last change of a page; null: the map has none for it. */
function changedIn(map: string, path: string): string | null {
  return new RegExp(`<loc>${siteUrl}${path}</loc>(?:<lastmod>([^<]*))?`).exec(map)?.[1] ?? null
}

test('maps each page once, a page of a former id not at all', () => {
  expect(mapOf()).not.toContain('former-0')
  expect(mapOf().match(/<url>/g)).toHaveLength(pages.length - 1)
})

test('of a page it tells the day of the last revision that names what it shows, where that is a day', () => {
  const map = mapOf()
  expect(changedIn(map, 'events/event-0/')).toBe('2020-02-01')
  expect(changedIn(map, 'events/event-1/')).toBe('2020-02-03')
  expect(changedIn(map, 'events/event-2/')).toBeNull()
  expect(changedIn(map, '')).toBeNull()
})

test('robots.txt stands at the root of a host alone', () => {
  expect(listRobots(siteUrl, '/timelines/')).toEqual([])
  expect(listRobots(null, '/').map(({ fileName }) => fileName)).toEqual(['robots.txt'])
})

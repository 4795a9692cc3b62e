import { Readable } from 'node:stream'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { expect, test } from 'vitest'
import { writeRobots } from '../../../src/core/publishing/robots.ts'
import { MAX_PAGES_IN_SITEMAP, writeSitemaps } from '../../../src/core/publishing/sitemap.ts'
import { findXmlFault } from '../../fixtures/checkXml.ts'
import { siteUrl } from '../../fixtures/publishStory.ts'

const pages = [
  { path: '', changed: '2020-02-03' },
  { path: 'events/a-1/', changed: null },
  { path: 'events/a-2/', changed: '2020-02-01' },
]

test('names every page, and the day of its last change where it is known', async () => {
  const [file] = writeSitemaps(siteUrl, pages)
  expect(findXmlFault(file?.text ?? '', 'sitemap')).toBeNull()
  const read = await parseSitemap(Readable.from([file?.text ?? '']))
  expect(read.map(({ url, lastmod }) => [url, lastmod?.slice(0, 10)])).toEqual([
    [siteUrl, '2020-02-03'],
    [`${siteUrl}events/a-1/`, undefined],
    [`${siteUrl}events/a-2/`, '2020-02-01'],
  ])
})

test('is cut into files of what the protocol allows, under an index of them', async () => {
  const many = Array.from({ length: MAX_PAGES_IN_SITEMAP + 1 }, (_, i) => ({
    path: `events/event-${i}/`,
    changed: '2020-01-01',
  }))
  const [index, ...parts] = writeSitemaps(siteUrl, many)
  expect(parts.map(({ fileName }) => fileName)).toEqual(['sitemap-1.xml', 'sitemap-2.xml'])
  const read = await parseSitemapIndex(Readable.from([index?.text ?? '']))
  expect(read.map(({ url }) => url)).toEqual([`${siteUrl}sitemap-1.xml`, `${siteUrl}sitemap-2.xml`])
  for (const { text } of parts) expect(findXmlFault(text, 'sitemap')).toBeNull()
  expect(parts.flatMap(({ text }) => text.match(/<loc>/g) ?? [])).toHaveLength(many.length)
})

test('of files the index tells the latest change, unless one of a page is not known', () => {
  const [index] = writeSitemaps(siteUrl, [...pages, { path: 'events/a-3/', changed: '2020-01-05' }], 2)
  expect(index?.text.match(/<lastmod>[^<]*/g)).toEqual(['<lastmod>2020-02-01'])
})

test('is refused by the schema where a day is none', () => {
  const [file] = writeSitemaps(siteUrl, [{ path: '', changed: 'in April' }])
  expect(findXmlFault(file?.text ?? '', 'sitemap')).toContain('lastmod')
})

test('robots.txt allows all, and names the map where the site’s address is known', () => {
  expect(writeRobots(siteUrl)).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}sitemap.xml\n`)
  expect(writeRobots(null)).toBe('User-agent: *\nAllow: /\n')
})

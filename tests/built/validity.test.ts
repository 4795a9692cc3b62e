/** Is what the build wrote what it says it is? Judged by others: a validator of HTML, schema.org, libxml2. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { findVocabularyFaults } from '../fixtures/checkLinkedData.ts'
import { findXmlFault, textsOf } from '../fixtures/checkXml.ts'
import { dataIn } from '../fixtures/publishStory.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sites = [
  { address: 'https://timeline.example/', folder: path.join(root, 'dist') },
  { address: 'https://news.example/news/dateline/', folder: path.join(root, '.tmp/dist-sub') },
]

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()
}

async function findHtmlFaults(html: string, file: string): Promise<readonly string[]> {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] })
  const { results } = await validator.validateString(html, file)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId}: ${message}`),
  )
}

test('the validator of HTML refuses what is none', async () => {
  const head = '<!doctype html><html lang="en"><head><title>A</title></head>'
  expect(await findHtmlFaults(`${head}<body><p>a</p></body></html>`, 'good')).toEqual([])
  for (const body of ['<p><div>a</div></p>', '<ul><p>a</p></ul>', '<b id="a">a</b><b id="a">b</b>', '<i>a'])
    expect(await findHtmlFaults(`${head}<body>${body}</body></html>`, 'bad'), body).not.toEqual([])
})

describe.each(sites)('the site built for $address', ({ address, folder }) => {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8')
  /** The address that a page says is its own; null: it says none. */
  const canonicalOf = (file: string): string | null =>
    /<link rel="canonical" href="([^"]*)"/.exec(read(file))?.[1] ?? null
  const fileOf = (page: string): string => `${page.slice(address.length)}index.html`
  const storyPages = pagesIn(folder).filter((file) => canonicalOf(file) !== null)

  test('has HTML without a fault in every page', async () => {
    const faults: string[] = []
    for (const file of pagesIn(folder)) faults.push(...(await findHtmlFaults(read(file), file)))
    expect(faults).toEqual([])
  })

  test('has JSON-LD in every page of the story, of which schema.org knows every word', async () => {
    const documents = storyPages.map((file) => dataIn(read(file)))
    expect(documents.filter((found) => found.length !== 1)).toEqual([])
    expect(documents.length).toBeGreaterThanOrEqual(40)
    expect(await findVocabularyFaults(documents.flat())).toEqual([])
  })

  test('names for every page one address, at which a page stands that names the same', () => {
    for (const file of storyPages) {
      const canonical = canonicalOf(file) ?? ''
      expect(canonical.startsWith(address), file).toBe(true)
      expect(canonicalOf(fileOf(canonical)), file).toBe(canonical)
      expect(read(file), file).toContain(`<meta property="og:url" content="${canonical}">`)
    }
  })

  test('has every page in its map, once, and nothing else', () => {
    expect(findXmlFault(read('sitemap.xml'), 'sitemap')).toBeNull()
    const mapped = textsOf(read('sitemap.xml'), 'http://www.sitemaps.org/schemas/sitemap/0.9', '//x:loc')
    expect(new Set(mapped).size).toBe(mapped.length)
    expect(new Set(mapped)).toEqual(new Set(storyPages.map((file) => canonicalOf(file))))
  })

  test('has a feed whose entries lead to pages', () => {
    expect(findXmlFault(read('feed.xml'), 'atom')).toBeNull()
    const links = textsOf(
      read('feed.xml'),
      'http://www.w3.org/2005/Atom',
      '//x:entry/x:link[@rel="alternate"]/@href',
    )
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((link) => !existsSync(path.join(folder, fileOf(link))))).toEqual([])
    for (const file of storyPages) expect(read(file), file).toContain('type="application/atom+xml"')
  })

  test('asks programs not to keep the page of missing addresses, and gives it no address', () => {
    expect(canonicalOf('404.html')).toBeNull()
    expect(read('404.html')).toContain('<meta name="robots" content="noindex">')
    expect(read('404.html')).toContain('No page stands at this address')
  })

  test('has robots.txt where programs ask for it, at the root of a host', () => {
    const file = path.join(folder, 'robots.txt')
    const text = existsSync(file) ? readFileSync(file, 'utf8') : null
    expect(text?.includes(`Sitemap: ${address}sitemap.xml`) ?? 'none').toBe(
      new URL(address).pathname === '/' ? true : 'none',
    )
  })
})

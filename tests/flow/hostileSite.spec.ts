/** A site built from a story file written by an enemy: nothing of it runs on any page, and nothing lies outside the output. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { findXmlFault, textsOf } from '../fixtures/checkXml.ts'
import { site } from './addresses.ts'
import { expect, test } from './reader.ts'

const root = path.resolve(import.meta.dirname, '../..')
const siteUrl = 'https://timeline.example/'
/** What a name of a file may be made of. */
const safeName = /^(?:\.?[\w-]+\/)*[\w.-]+$/

// One build for all of them.
test.describe.configure({ mode: 'default' })

let folder = ''
let output = ''

test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = mkdtempSync(path.join(tmpdir(), 'dateline-hostile-'))
  output = path.join(folder, 'site/output')
  mkdirSync(path.dirname(output), { recursive: true })
  const file = path.join(folder, 'story.json')
  writeFileSync(file, JSON.stringify(climbingStory()))
  await build(file)
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('its files lie in the output, under names that mean nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual(['site', 'story.json'])
  expect(readdirSync(path.join(folder, 'site'))).toEqual(['output'])
  const names = filesIn(output)
  expect(names.filter((name) => !safeName.test(name))).toEqual([])
  expect(names.filter((name) => /outside|escape/.test(name))).toEqual([])
  expect(names).toContain('events/marked-up/index.html')
  expect(names).toContain('events/constructor/index.html')
})

test('its feed and its map are sound, and hold its words as text', () => {
  const feed = readFileSync(path.join(output, 'feed.xml'), 'utf8')
  expect(findXmlFault(feed, 'atom')).toBeNull()
  expect(textsOf(feed, 'http://www.w3.org/2005/Atom', '/x:feed/x:title')).toEqual([
    "<script>globalThis.hacked = 'title'</script> The hostile story",
  ])
  const followed = textsOf(feed, 'http://www.w3.org/2005/Atom', '//x:link/@href')
  expect(followed.filter((href) => !/^https?:/.test(href))).toEqual([])
  const map = readFileSync(path.join(output, 'sitemap.xml'), 'utf8')
  expect(findXmlFault(map, 'sitemap')).toBeNull()
  const mapped = textsOf(map, 'http://www.sitemaps.org/schemas/sitemap/0.9', '//x:loc')
  expect(mapped.filter((address) => !safeName.test(`${address.slice(siteUrl.length)}index.html`))).toEqual([])
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('nothing of it runs on any page', async ({ page, context }) => {
      test.setTimeout(180_000)
      page.on('dialog', (dialog) => {
        throw new Error(`a dialog opened: ${dialog.message()}`)
      })
      await serveOutput(context)
      const pages = filesIn(output).filter((name) => name.endsWith('index.html'))
      expect(pages.length).toBeGreaterThan(12)
      for (const name of pages) {
        await page.goto(site.url + name.replace(/index\.html$/, ''))
        if (javaScriptEnabled) await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        await expect(page, name).toHaveTitle(/Dateline/)
        // Scripts of ours are files, or data; frames of ours say so.
        await expect(page.locator('script:not([src]):not([type="application/ld+json"])'), name).toHaveCount(0)
        await expect(
          page.locator(
            'iframe:not([data-dateline]), object, embed, [onload], [onerror], [onmouseover], img[src="x"]',
          ),
          name,
        ).toHaveCount(0)
        const hrefs = await page
          .locator('a[href]')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))
        expect(
          hrefs.filter((protocol) => !/^https?:$/.test(protocol)),
          name,
        ).toEqual([])
        expect(await page.evaluate(() => (globalThis as { hacked?: string }).hacked), name).toBeUndefined()
      }
    })
  })
}

/** The hostile story, with ids that would climb out of a folder if they were taken for names of files. */
function climbingStory(): unknown {
  const text = readFileSync(path.join(root, 'tests/fixtures/hostileStory.json'), 'utf8')
  const story = JSON.parse(text) as Record<'events' | 'sources', Readonly<Record<string, unknown>>[]>
  const [event, source] = [story.events[3], story.sources[5]]
  const climbing = [
    '../../outside',
    '..\\..\\outside',
    '/outside',
    'a/../../../outside',
    '%2e%2e/outside',
    '\0escape',
  ]
  return {
    ...story,
    sources: [...story.sources, ...climbing.map((id) => ({ ...source, id }))],
    events: [
      ...story.events,
      ...climbing.map((id) => ({ ...event, id })),
      ...climbing.map((id, i) => ({ ...event, id: `aliased-${i}`, aliases: [id] })),
    ],
  }
}

function build(story: string): Promise<void> {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--outDir', output, '--emptyOutDir']
  const env = { ...process.env, SITE_URL: siteUrl, STORY_FILE: story }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) => {
      if (error === null) resolve()
      else reject(new Error(`${stdout}\n${stderr}`))
    })
  })
}

/** Paths below it, with `/` between their parts. */
function filesIn(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(place, name)).isFile())
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort()
}

/** In the place of the site that the journeys are served. */
async function serveOutput(context: BrowserContext): Promise<void> {
  const names = new Set(filesIn(output))
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const name = pathname.slice(1).replace(/(^|\/)$/, '$1index.html')
    if (names.has(name)) await route.fulfill({ path: path.join(output, name) })
    else await route.fulfill({ status: 404, path: path.join(output, '404.html') })
  })
}

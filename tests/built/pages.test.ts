/** Does the built site open at every address, and hold nothing it should not? */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONTENT_POLICY } from '../../src/prerender/contentPolicyPlugin.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sites = [
  { base: '/', folder: path.join(root, 'dist') },
  { base: '/news/dateline/', folder: path.join(root, '.tmp/dist-sub') },
]
const story = JSON.parse(readFileSync(path.join(root, 'data/mythos-access.json'), 'utf8')) as {
  readonly events: readonly { readonly id: string; readonly title: string }[]
}

describe.each(sites)('the site built for $base', ({ base, folder }) => {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8')

  test('has a page for every event, and one for unknown addresses', () => {
    const missing = story.events.filter(({ id }) => !existsSync(path.join(folder, `events/${id}/index.html`)))
    expect(missing).toEqual([])
    expect(existsSync(path.join(folder, '404.html'))).toBe(true)
  })

  test('keeps the story file, byte for byte, at its stable address', () => {
    expect(read('data/mythos-access.json')).toBe(
      readFileSync(path.join(root, 'data/mythos-access.json'), 'utf8'),
    )
    expect(read('index.html')).toContain(`href="${base}data/mythos-access.json"`)
  })

  const eventPages = story.events.map(({ id }) => `events/${id}/index.html`)

  test.each(['index.html', ...eventPages])(
    '%s names every file from the root of the host, so that a deep page finds it',
    (page) => {
      const addresses = [...read(page).matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '')
      const missing = addresses.filter(
        (address) => !existsSync(path.join(folder, address.slice(base.length))),
      )
      expect(addresses.filter((address) => !address.startsWith(base))).toEqual([])
      expect(missing).toEqual([])
    },
  )

  test('asks for the details and their sheet at once on the page of an event, and only there', () => {
    const linksIn = (page: string, rel: string): readonly string[] =>
      [...read(page).matchAll(new RegExp(`<link rel="${rel}" crossorigin href="${base}([^"]*)">`, 'g'))].map(
        ([, file]) => file ?? '',
      )
    const asksFor = (page: string): boolean =>
      linksIn(page, 'modulepreload').some((file) => file.startsWith('assets/EventDetails-')) &&
      linksIn(page, 'stylesheet').some((file) => read(file).includes('.details-body'))
    expect(asksFor('index.html')).toBe(false)
    expect(eventPages.filter((page) => !asksFor(page))).toEqual([])
  })

  test('asks for nothing on the page of an event that only a large story needs', () => {
    expect(eventPages.filter((page) => /assets\/large-/.test(read(page)))).toEqual([])
  })

  test('carries the content policy in every page, before anything that could load', () => {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.html')) continue
      const html = read(file)
      expect(html, file).toContain(`content="${CONTENT_POLICY}"`)
      expect(html.indexOf('Content-Security-Policy'), file).toBeLessThan(
        html.search(/<(?:link|script|title)/),
      )
      expect(html, file).not.toMatch(
        /<script(?![^>]*\ssrc=| type="application\/ld\+json">)|\son\w+=|\sstyle=/,
      )
    }
  })
})

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
    expect(read('404.html')).toBe(read('index.html'))
  })

  test('keeps the story file, byte for byte, at its stable address', () => {
    expect(read('data/mythos-access.json')).toBe(
      readFileSync(path.join(root, 'data/mythos-access.json'), 'utf8'),
    )
    expect(read('index.html')).toContain(`href="${base}data/mythos-access.json"`)
  })

  test('names every file from the root of the host, so that a deep page finds it', () => {
    const addresses = [...read('index.html').matchAll(/\s(?:href|src)="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    )
    expect(addresses.filter((address) => !address.startsWith(base))).toEqual([])
    expect(addresses.filter((address) => !existsSync(path.join(folder, address.slice(base.length))))).toEqual(
      [],
    )
  })

  test('carries the content policy in every page, before anything that could load', () => {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.html')) continue
      const html = read(file)
      expect(html, file).toContain(`content="${CONTENT_POLICY}"`)
      expect(html.indexOf('Content-Security-Policy'), file).toBeLessThan(
        html.search(/<(?:link|script|title)/),
      )
      expect(html, file).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/)
    }
  })
})

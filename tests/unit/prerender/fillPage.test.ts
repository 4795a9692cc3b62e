/** Is a page the built one, but for its own words? */
import { expect, test } from 'vitest'
import { makeMould } from '../../../src/prerender/fillPage.ts'

const html = [
  '<html lang="en"><head><meta charset="utf-8" />',
  '<meta\n name="description"\n content="Any story."\n />',
  '<title>Dateline</title><script src="/first.js"></script></head>',
  '<body><div id="before" class="shell"><div>shape</div></div><div id="root"></div>',
  '<noscript><p>Needs JavaScript.</p></noscript></body></html>',
].join('')
const none = { scripts: [], styles: [] }
const filling = {
  language: 'de',
  title: 'T',
  description: 'D',
  head: ['<link rel="next" href="/page/2/" />'],
  className: 'page is-text',
  text: '<main>words</main>',
}
const packed = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/> </g, '><')

test('language, description, title, head and text take the place of the built ones', () => {
  expect(packed(makeMould(html, '/', none).fill(filling))).toBe(
    '<html lang="de"><head><meta charset="utf-8" /><meta name="description" content="D" />' +
      '<title>T</title><script src="/first.js"></script><link rel="next" href="/page/2/" /></head>' +
      '<body><div id="before" class="page is-text"><main>words</main></div><div id="root"></div></body></html>',
  )
})

test('words are words: their signs are escaped and have no meaning of their own', () => {
  const hostile = '</title><script>"a" & \'$&\''
  const page = makeMould(html, '/', none).fill({ ...filling, title: hostile, description: hostile })
  const escaped = '&lt;/title&gt;&lt;script&gt;&quot;a&quot; &amp; &#39;$&amp;&#39;'
  expect(page).toContain(`<title>${escaped}</title>`)
  expect(page).toContain(`content="${escaped}"`)
})

test.each([
  'lang="en"',
  '<title>',
  'name="description"',
  'id="before"',
  'id="root"',
  '<noscript>',
  '</head>',
])('a built page without %s stops the build', (part) => {
  expect(() => makeMould(html.replace(part, ''), '/', none)).toThrow('index.html')
})

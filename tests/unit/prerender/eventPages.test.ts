import { expect, test } from 'vitest'
import { listEventPages, replaceTitle } from '../../../src/prerender/eventPagesPlugin.ts'

const story = { story: { title: 'The story' }, events: [{ id: 'a-1', title: 'First', aliases: ['old-a'] }] }

test('gives an event a page at its id and at each former id', () => {
  expect(listEventPages(story)).toEqual([
    { fileName: 'events/a-1/index.html', title: 'First · The story' },
    { fileName: 'events/old-a/index.html', title: 'First · The story' },
  ])
})

test.each(['../up', 'a/b', 'A', '', '.', 'a--b', 7, null])('gives no page to the id %j', (id) => {
  expect(listEventPages({ ...story, events: [{ id, title: 'x' }] })).toEqual([])
})

test.each([null, [], 'text', {}, { events: 'none' }])('finds no event in %j', (file) => {
  expect(listEventPages(file)).toEqual([])
})

test('a title is text: its signs are escaped and have no meaning of their own', () => {
  const html = '<head><title>Dateline</title></head>'
  expect(replaceTitle(html, '</title><script>"a" & \'$&\'')).toBe(
    '<head><title>&lt;/title&gt;&lt;script&gt;&quot;a&quot; &amp; &#39;$&amp;&#39;</title></head>',
  )
})

import { describe, expect, test } from 'vitest'
import { readSiteUrl } from '../../../src/prerender/siteUrl.ts'

test.each([undefined, '', '  '])('is not set by %j', (value) => {
  expect(readSiteUrl(value, '/')).toBeNull()
})

test.each([
  ['https://timeline.example', '/', 'https://timeline.example/'],
  ['https://timeline.example/', '/', 'https://timeline.example/'],
  [' HTTPS://Timeline.Example:443/ ', '/', 'https://timeline.example/'],
  ['https://news.example/news/dateline', '/news/dateline/', 'https://news.example/news/dateline/'],
  ['http://127.0.0.1:8080/a/', '/a/', 'http://127.0.0.1:8080/a/'],
  ['https://bücher.example/é/', '/é/', 'https://xn--bcher-kva.example/%C3%A9/'],
])('reads %j under %j as %j', (value, base, expected) => {
  expect(readSiteUrl(value, base)).toBe(expected)
})

describe('refuses, in a sentence that says why,', () => {
  test.each([
    ['timeline.example', 'whole address'],
    ['/timelines/', 'whole address'],
    ['ftp://timeline.example/', 'whole address'],
    ['data:text/html,hello', 'whole address'],
    ['https://', 'whole address'],
    ['https://me:secret@timeline.example/', 'user name or password'],
    ['https://timeline.example/?a=1', 'no query'],
    ['https://timeline.example/#top', 'no query and no hash'],
    ['https://timeline.example/timelines/', '--base /timelines/'],
  ])('%j', (value, words) => {
    expect(() => readSiteUrl(value, '/')).toThrow(words)
  })

  test('a site of its own host that was built for a sub-folder', () => {
    expect(() => readSiteUrl('https://news.example/', '/news/dateline/')).toThrow(
      'set SITE_URL to https://news.example/news/dateline/',
    )
  })

  test('a password, without repeating it', () => {
    expect(() => readSiteUrl('https://me:secret@timeline.example/', '/')).not.toThrow('secret')
  })
})
